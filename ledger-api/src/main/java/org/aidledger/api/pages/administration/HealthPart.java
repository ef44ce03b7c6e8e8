package org.aidledger.api.pages.administration;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aidledger.api.pages.frame.Say;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.IndicatedHealthDescriptor;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.info.SslInfo.CertificateChainInfo;
import org.springframework.boot.info.SslInfo.CertificateInfo;
import org.springframework.util.unit.DataSize;

/**
 * One part of the installation's health, in words.
 *
 * @param says what it found, by name and value
 * @param todo what its operator does about it; empty where nothing is wrong
 */
record HealthPart(String name, boolean well, String state, String says, String todo) {

    /** The parts that can be anything but well, in the order in which one looks. */
    private static final List<String> PARTS =
            List.of("db", "ledger", "log", "events", "diskSpace", "ssl");

    static List<HealthPart> of(HealthDescriptor health, Say say) {
        Map<String, HealthDescriptor> parts =
                health instanceof CompositeHealthDescriptor all
                        ? Objects.requireNonNullElse(all.getComponents(), Map.of())
                        : Map.of();
        return PARTS.stream()
                .flatMap(name -> Stream.ofNullable(parts.get(name)).map(p -> part(name, p, say)))
                .toList();
    }

    private static HealthPart part(String name, HealthDescriptor part, Say say) {
        Map<String, Object> details =
                part instanceof IndicatedHealthDescriptor indicated
                        ? Objects.requireNonNullElse(indicated.getDetails(), Map.of())
                        : Map.of();
        boolean up = part.getStatus().equals(Status.UP);
        Optional<String> todo = up ? concern(details) : Optional.of("todo");
        return new HealthPart(
                say.word("system.part." + name),
                todo.isEmpty(),
                part.getStatus().getCode(),
                details.entrySet().stream()
                        .filter(detail -> !detail.getValue().equals(List.of()))
                        .map(detail -> detail.getKey() + " " + value(detail.getValue(), say))
                        .collect(Collectors.joining(" · ")),
                todo.map(what -> say.word("system.part." + name + "." + what)).orElse(""));
    }

    /** What is worth a word although the part is up. */
    private static Optional<String> concern(Map<String, Object> details) {
        if (Boolean.TRUE.equals(details.get("mayAlterEvents"))) {
            return Optional.of("alterable");
        }
        if (details.containsKey("waits")) {
            return Optional.of("waits");
        }
        return details.get("expiringChains") instanceof List<?> soon && !soon.isEmpty()
                ? Optional.of("soon")
                : Optional.empty();
    }

    private static String value(Object value, Say say) {
        return switch (value) {
            case Long bytes when bytes >= DataSize.ofMegabytes(1).toBytes() ->
                    say.count(DataSize.ofBytes(bytes).toMegabytes()) + " MB";
            case List<?> chains ->
                    chains.stream().map(HealthPart::chain).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    private static String chain(Object chain) {
        return chain instanceof CertificateChainInfo info
                ? Stream.ofNullable(info.getCertificates())
                        .flatMap(List::stream)
                        .map(CertificateInfo::getValidityEnds)
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .collect(Collectors.joining("/"))
                : String.valueOf(chain);
    }
}
