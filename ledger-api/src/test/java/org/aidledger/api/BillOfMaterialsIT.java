package org.aidledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the jar is made of stands in it, and all of it may be used freely. */
class BillOfMaterialsIT {

    /** Licences that let anybody use, change and pass on, and claim nothing of the ledger. */
    private static final Set<String> PERMISSIVE =
            Set.of(
                    "0BSD",
                    "Apache-2.0",
                    "BSD-2-Clause",
                    "BSD-3-Clause",
                    "CC0-1.0",
                    "EPL-2.0",
                    "MIT",
                    "MIT-0",
                    "Public Domain",
                    "Bouncy Castle Licence",
                    "Indiana University Extreme! Lab Software License");

    /** Parts whose description names another licence than the one in their archive. */
    private static final Map<String, Set<String>> MISNAMED =
            Map.of("spring-session-", Set.of("Broadcom Foundation License")); // is Apache 2.0

    @Test
    void everyPartIsNamedAndUnderALicenceThatPermits() throws IOException {
        Map<String, List<String>> licences = new TreeMap<>();
        for (JsonNode part : bill().path("components")) {
            licences.put(
                    part.path("name").asString() + " " + part.path("version").asString(),
                    part.path("licenses").valueStream().flatMap(this::names).toList());
        }
        assertThat(licences)
                .hasSizeGreaterThan(80)
                .allSatisfy((part, names) ->
                        assertThat(names).as(part).containsAnyElementsOf(permissive(part)));
        assertThat(licences.keySet()).anyMatch(part -> part.startsWith("axon-eventsourcing "));
        assertThat(licences.keySet()).anyMatch(part -> part.startsWith("event-store "));
    }

    private static Set<String> permissive(String part) {
        return MISNAMED.entrySet().stream()
                .filter(misnamed -> part.startsWith(misnamed.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(PERMISSIVE);
    }

    private Stream<String> names(JsonNode licence) {
        return Stream.of(
                        licence.at("/license/id"),
                        licence.at("/license/name"),
                        licence.path("expression"))
                .filter(JsonNode::isString)
                .map(JsonNode::asString);
    }

    private static JsonNode bill() throws IOException {
        try (InputStream json =
                BillOfMaterialsIT.class.getResourceAsStream(
                        "/META-INF/sbom/application.cdx.json")) {
            assumeThat(json)
                    .as("built offline (-o), which leaves the bill of materials out")
                    .isNotNull();
            return new JsonMapper().readTree(Objects.requireNonNull(json));
        }
    }
}
