package org.aidledger.api.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.aidledger.api.Api;
import org.aidledger.api.Api.Answer;
import org.aidledger.api.TestFund;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a collector receives, over OTLP: one trace from the request through the command to the read
 * side. And what the health says of a disk that is full.
 */
class TracesIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final List<byte[]> received = new CopyOnWriteArrayList<>();
    private HttpServer collector;

    @BeforeEach
    void collect() throws IOException {
        collector =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext(
                "/v1/traces",
                exchange -> {
                    try (exchange) {
                        boolean packed =
                                "gzip"
                                        .equals(
                                                exchange.getRequestHeaders()
                                                        .getFirst("Content-Encoding"));
                        received.add(
                                packed
                                        ? new GZIPInputStream(exchange.getRequestBody())
                                                .readAllBytes()
                                        : exchange.getRequestBody().readAllBytes());
                        exchange.sendResponseHeaders(200, -1);
                    }
                });
        collector.start();
    }

    @AfterEach
    void stop() {
        collector.stop(0);
    }

    @Test
    void aTraceLeadsFromTheRequestThroughTheCommandToTheReadSide() {
        TestFund fund = new TestFund(Api.unique("traced"));
        try (Api.Other ledger =
                Api.other(
                        "--ledger.tracing.endpoint=http://127.0.0.1:%d/v1/traces"
                                .formatted(collector.getAddress().getPort()),
                        "--ledger.tracing.ratio=0",
                        "--management.health.diskspace.threshold=1000000TB")) {
            Answer untraced = ledger.post("/api/v1/funds", fund.opening());
            assertThat(untraced.status()).as(untraced.body()).isEqualTo(201);
            Answer traced =
                    ledger.post(
                            "/api/v1/funds/" + fund.id() + "/receive",
                            """
                            {"postingId":"the-traced-one","effective":"2024-02-01","actor":"王芳",
                             "amount":"10.00","currency":"CNY"}\
                            """,
                            "traceparent",
                            "00-" + TRACE + "-00f067aa0ba902b7-01");
            assertThat(traced.status()).as(traced.body()).isEqualTo(201);
            assertThat(traced.at("/visible")).isEqualTo("true");

            Answer health = ledger.get("/actuator/health");
            assertThat(health.status()).isEqualTo(503);
            assertThat(health.at("/components/diskSpace/status")).isEqualTo("DOWN");
            assertThat(health.at("/components/log/status")).isEqualTo("UP");
        } // which sends what is left

        String spans =
                String.join(
                        "",
                        received.stream()
                                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                                .toList());
        assertThat(spans)
                .contains("POST /api/v1/funds/{fund}/{command}", "command receive", "project")
                .contains("the-traced-one", "aid-ledger")
                .doesNotContain("command open-fund", fund.id(), "10.00");
        String trace = new String(HexFormat.of().parseHex(TRACE), StandardCharsets.ISO_8859_1);
        assertThat(spans.split(Pattern.quote(trace), -1))
                .as("request, command and projection, each in the sender's trace")
                .hasSize(4);
    }
}
