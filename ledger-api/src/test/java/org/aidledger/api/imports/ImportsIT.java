package org.aidledger.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.aidledger.api.Api;
import org.aidledger.api.Api.Answer;
import org.aidledger.event.EventLog;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imports through HTTP into PostgreSQL, and the figures that come out. */
class ImportsIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String IATI = "/api/v1/imports/iati";
    private static final String CSV = "/api/v1/imports/csv";

    private static Answer post(String path, String type, byte[] body, String... headers) {
        return Api.send(
                Api.request(path, headers)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofByteArray(body)));
    }

    private static Answer xml(String path, byte[] body, String... headers) {
        return post(path, "application/xml", body, headers);
    }

    private static Answer csv(String path, String body) {
        return post(path, "text/csv", body.getBytes(StandardCharsets.UTF_8));
    }

    private static long events() {
        return Api.bean(EventLog.class).count();
    }

    private static byte[] cases() throws IOException {
        try (InputStream xml =
                Objects.requireNonNull(ImportsIT.class.getResourceAsStream("/iati/cases.xml"))) {
            return xml.readAllBytes();
        }
    }

    /** Figures by project, from the reports of all funds that an import names. */
    private static Map<String, JsonNode> projects(JsonNode report, LocalDate asOf) {
        Map<String, JsonNode> projects = new TreeMap<>();
        for (JsonNode fund : report.path("funds")) {
            String path =
                    "/api/v1/funds/%s/report?asOf=%s&atLeast=%d"
                            .formatted(
                                    fund.path("fund").asString(),
                                    asOf,
                                    Api.bean(EventLog.class).head());
            Answer answer = Api.get(path);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            answer.json().path("projects").forEach(p -> projects.put(p.path("id").asString(), p));
        }
        return projects;
    }

    @Test
    void caseFileIsPostedOnceAndReported() throws IOException {
        Answer dry = xml(IATI + "?dryRun=true", cases());
        assertThat(dry.status()).as(dry.body()).isEqualTo(200);
        long before = events();

        Answer first = xml(IATI, cases());
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.json().path("refused").isIntegralNumber()).isTrue();
        assertThat(first.json().path("refused").asLong()).isEqualTo(12);
        assertThat(events() - before)
                .isEqualTo(first.json().path("eventsAppended").asLong())
                .isEqualTo(dry.json().path("eventsAppended").asLong())
                .isPositive();
        JsonNode road = Objects.requireNonNull(
                projects(first.json(), LocalDate.of(2020, 12, 31)).get("XX-1-SIGNS"));
        assertThat(new BigDecimal(road.path("planned").asString())).isEqualByComparingTo("899.5");
        assertThat(new BigDecimal(road.path("allocated").asString())).isEqualByComparingTo("750");
        assertThat(new BigDecimal(road.path("disbursed").asString())).isEqualByComparingTo("505");
        assertThat(new BigDecimal(road.path("paid").asString())).isEqualByComparingTo("65");

        long after = events();
        Answer again = xml(IATI, cases(), "Accept", "application/x-ndjson");
        assertThat(events()).isEqualTo(after);
        JsonNode last = JSON.readTree(again.lines().getLast());
        assertThat(last.at("/report/eventsAppended").asLong()).isZero();
        assertThat(last.at("/report/posted").asLong()).isZero();
    }

    @Test
    void hostileAndBrokenFilesAreRefusedByCode() throws IOException {
        long before = events();
        String good = new String(cases(), StandardCharsets.UTF_8);
        String hostile =
                good.replace(
                        "<iati-activities",
                        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><iati-activities");
        assertThat(code(xml(IATI, bytes(hostile)))).isEqualTo("400 HOSTILE_XML");
        assertThat(code(xml(IATI, bytes(hostile), "Accept", "application/x-ndjson")))
                .isEqualTo("400 HOSTILE_XML");
        assertThat(code(xml(IATI, bytes(good.substring(0, good.length() - 300)))))
                .isEqualTo("400 MALFORMED_XML");
        assertThat(code(xml(IATI, new byte[0]))).isEqualTo("400 MALFORMED_XML");
        assertThat(code(xml(IATI, bytes("<html/>")))).isEqualTo("400 NOT_IATI");
        assertThat(code(xml("/api/v1/imports/xls", cases()))).isEqualTo("404 FORMAT_UNKNOWN");
        assertThat(code(post(IATI, "image/png", cases()))).isEqualTo("415 UNSUPPORTED_MEDIA_TYPE");
        assertThat(code(csv(CSV + "?mode=some", "x"))).isEqualTo("400 INVALID_VALUE");
        assertThat(code(csv(CSV + "?dryrun=true", "x"))).isEqualTo("400 UNKNOWN_PARAMETER");
        assertThat(code(csv(CSV, "command,fund\n"))).isEqualTo("400 WRONG_COLUMNS");
        assertThat(events()).isEqualTo(before);
    }

    private static String code(Answer answer) {
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("\tat ");
        return answer.status() + " " + answer.at("/code");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void templateIsFilledInAndPosted() {
        Answer template = Api.get("/api/v1/imports/csv/template");
        assertThat(template.header("content-type")).startsWith("text/csv");
        String sheet = template.body().replace("example-2026", Api.unique("sheet"));

        Answer bad = csv(CSV, sheet.replace("150000.50", "999999999.00"));
        assertThat(code(bad)).isEqualTo("409 IMPORT_REFUSED");
        assertThat(bad.json().at("/report/refusals/0/row").asLong()).isEqualTo(12);
        assertThat(bad.at("/report/refusals/0/code")).isEqualTo("DISBURSEMENT_EXCEEDED");

        long before = events();
        Answer good = csv(CSV, sheet);
        assertThat(good.status()).as(good.body()).isEqualTo(200);
        assertThat(events() - before).isEqualTo(11);
        assertThat(csv(CSV, sheet).json().path("eventsAppended").asLong()).isZero();
    }

    /** The largest of the published files, as a person would import it. */
    @Test
    void publishedFileOverHttp() throws IOException {
        Path file = PublishedFiles.file("iati/CAF-ActivityFile-2025-10-10.xml");
        byte[] bytes = Files.readAllBytes(file);
        long begun = System.nanoTime();
        Answer answer = xml(IATI, bytes, "Accept", "application/x-ndjson");
        long millis = (System.nanoTime() - begun) / 1_000_000;
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        List<JsonNode> lines = new ArrayList<>();
        answer.lines().forEach(line -> lines.add(JSON.readTree(line)));
        JsonNode report = lines.getLast().path("report");
        System.out.println(
                "CAF: %d lines, %d events in %d ms over HTTP"
                        .formatted(
                                report.path("lines").asLong(),
                                report.path("eventsAppended").asLong(),
                                millis));
        assertThat(report.path("posted").asLong()).isEqualTo(945);
        assertThat(report.path("refused").asLong()).isZero();
        assertThat(lines.get(lines.size() - 2).path("done").asLong())
                .isEqualTo(lines.get(lines.size() - 2).path("total").asLong())
                .isEqualTo(945);

        var straight = new org.aidledger.api.imports.iati.StraightSums(file);
        for (LocalDate day : List.of(LocalDate.of(2005, 6, 30), LocalDate.of(2025, 12, 31))) {
            Map<String, JsonNode> projects = projects(report, day);
            straight.at(day)
                    .forEach((id, sums) -> {
                        JsonNode figures = projects.get(id);
                        if (figures == null) {
                            assertThat(sums.allocated).isZero();
                            return;
                        }
                        assertThat(new BigDecimal(figures.path("allocated").asString()))
                                .isEqualByComparingTo(sums.allocated);
                        assertThat(new BigDecimal(figures.path("disbursed").asString()))
                                .isEqualByComparingTo(sums.disbursed);
                    });
        }

        long before = events();
        Answer again = xml(IATI, bytes);
        assertThat(events()).isEqualTo(before);
        assertThat(again.json().path("eventsAppended").asLong()).isZero();
        assertThat(again.json().path("alreadyThere").asLong()).isEqualTo(945);
    }
}
