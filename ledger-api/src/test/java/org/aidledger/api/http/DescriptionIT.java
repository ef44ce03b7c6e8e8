package org.aidledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.aidledger.api.Api;
import org.aidledger.api.command.CommandNames;
import org.aidledger.api.command.RejectionCodes;
import org.aidledger.fund.Ceiling;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the application says about itself: its OpenAPI document and its health. */
class DescriptionIT {

    @Test
    void everyCommandHasADocumentedPath() {
        JsonNode paths = Api.description().at("/paths");

        for (String name : CommandNames.ofFunds().keySet()) {
            JsonNode post = paths.path("/api/v1/funds/{fund}/" + name).path("post");
            assertThat(post.isObject()).as(name).isTrue();
            assertThat(post.at("/requestBody/content/application~1json/schema/properties").size())
                    .isGreaterThan(5);
            assertThat(post.at("/responses/409").isObject()).isTrue();
        }
        for (String name : CommandNames.ofFindings().keySet()) {
            assertThat(paths.has("/api/v1/findings/{finding}/" + name)).as(name).isTrue();
        }
        for (String read : List.of("budget", "indicators", "journal", "trail", "why", "changes")) {
            assertThat(paths.has("/api/v1/funds/{fund}/" + read)).as(read).isTrue();
        }
        assertThat(paths.toString()).doesNotContain("{command}");
    }

    @Test
    void aCommandsFieldsAreDescribed() {
        JsonNode schema =
                Api.description()
                        .at("/paths/~1api~1v1~1funds~1{fund}~1set-policy/post/requestBody/content")
                        .at("/application~1json/schema");

        assertThat(schema.at("/properties/item/enum").toString()).contains("IDLE_AFTER_DAYS");
        assertThat(schema.at("/properties/effective/format").asString()).isEqualTo("date");
        assertThat(schema.at("/required").toString())
                .contains("postingId", "item", "value")
                .doesNotContain("note");
    }

    @Test
    void everyCodeIsListed() {
        List<String> codes = new ArrayList<>();
        Api.description()
                .at("/components/schemas/Problem/properties/code/enum")
                .forEach(code -> codes.add(code.asString()));

        assertThat(codes).doesNotHaveDuplicates().containsAll(RejectionCodes.all().keySet());
        for (Ceiling ceiling : Ceiling.values()) {
            assertThat(codes).contains(ceiling.code());
        }
        for (ProblemCode code : ProblemCode.values()) {
            assertThat(codes).contains(code.name());
        }
    }

    @Test
    void readsDocumentTheirPointInTime() {
        String parameters =
                Api.description()
                        .at("/paths/~1api~1v1~1funds~1{fund}~1journal/get/parameters")
                        .toString();

        assertThat(parameters).contains("asOf", "knownAt", "cursor", "limit", "atLeast");
    }

    @Test
    void healthShowsTheReadSidesLag() {
        JsonNode health = Api.get("/actuator/health").json();

        assertThat(health.at("/status").asString()).isEqualTo("UP");
        assertThat(health.at("/components/db/status").asString()).isEqualTo("UP");
        JsonNode ledger = health.at("/components/ledger/details");
        assertThat(ledger.at("/processor").asString()).isEqualTo("ledger");
        assertThat(ledger.at("/running").booleanValue()).isTrue();
        assertThat(ledger.has("lag")).isTrue();
        assertThat(ledger.has("position")).isTrue();
        assertThat(ledger.has("head")).isTrue();
    }

    @Test
    void healthIsDownWhileTheProcessorStandsStill() {
        StreamingEventProcessor processor =
                Api.bean(EventProcessingConfiguration.class)
                        .eventProcessor("ledger", StreamingEventProcessor.class)
                        .orElseThrow();
        processor.shutDown();
        try {
            Api.Answer health = Api.get("/actuator/health");
            assertThat(health.status()).isEqualTo(503);
            assertThat(health.at("/components/ledger/status")).isEqualTo("DOWN");
            assertThat(health.at("/components/ledger/details/running")).isEqualTo("false");
        } finally {
            processor.start();
        }
        assertThat(Api.get("/actuator/health").status()).isEqualTo(200);
    }

    @Test
    void nothingElseOfTheActuatorIsExposed() {
        assertThat(Api.get("/actuator/info").status()).isEqualTo(200);
        assertThat(Api.get("/actuator/env").status()).isEqualTo(404);
        assertThat(Api.get("/actuator/beans").at("/code")).isEqualTo("NOT_FOUND");
    }
}
