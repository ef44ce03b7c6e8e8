package org.aidledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which server a command talks to, and what its exit code says. */
class LedgerServerTest {

    /** Spring never starts in these tests: it would fail on this class. */
    private static final Class<?> NO_APPLICATION = LedgerServerTest.class;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/actuator/health", 200, "application/json", "{\"status\":\"UP\"}");
        answer(
                "/api/v1/funds/F/disburse",
                409,
                "application/problem+json",
                "{\"code\":\"ALLOCATION_EXCEEDED\",\"detail\":\"too much\",\"remaining\":\"1.00\"}");
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(String path, int status, String type, String body) {
        server.createContext(
                path,
                exchange -> {
                    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", type);
                    exchange.sendResponseHeaders(status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
    }

    private String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private int aidledger(String... args) {
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err, true), false);
        return LedgerCommand.execute(new LedgerCommand(NO_APPLICATION, terminal), args);
    }

    @Test
    void theServerThatRunsOnTheFolderIsUsed() throws IOException {
        Files.writeString(data.resolve(LedgerServer.URL_FILE), url() + "\n");

        assertThat(aidledger("health", "--data", data.toString())).isZero();

        assertThat(out.toString()).contains("UP");
        assertThat(err.toString()).isEmpty();
    }

    /** To start another one would take the running one's key away. */
    @Test
    void aServerThatTakesLongToSayHowItIsIsNotTakenForNone() throws IOException {
        server.removeContext("/actuator/health");
        answer("/actuator/health/liveness", 200, "application/json", "{\"status\":\"UP\"}");
        server.createContext(
                "/actuator/health",
                exchange -> {
                    answerAfter(Duration.ofSeconds(4));
                    byte[] down = "{\"status\":\"DOWN\"}".getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(503, down.length);
                    exchange.getResponseBody().write(down);
                    exchange.close();
                });
        Files.writeString(data.resolve(LedgerServer.URL_FILE), url() + "\n");

        assertThat(aidledger("health", "--data", data.toString())).isEqualTo(1);

        assertThat(out.toString()).contains("DOWN");
    }

    /** As a server whose database is away. */
    private static void answerAfter(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFileLeftByAServerThatWasKilledIsIgnored() throws IOException {
        Files.writeString(data.resolve(LedgerServer.URL_FILE), "http://localhost:1\n");
        assertThat(LedgerServer.runningOn(data)).isEmpty();

        Files.writeString(data.resolve(LedgerServer.URL_FILE), "rubbish \0");
        assertThat(LedgerServer.runningOn(data)).isEmpty();
    }

    /** To start another one would take the running one's key away. */
    @Test
    void aServerWhoseCertificateIsNotTrustedIsNotTakenForNone() throws Exception {
        HttpsServer encrypted =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        encrypted.setHttpsConfigurator(new HttpsConfigurator(SSLContext.getDefault()));
        encrypted.start();
        try {
            String url = "https://localhost:" + encrypted.getAddress().getPort();
            Files.writeString(data.resolve(LedgerServer.URL_FILE), url + "\n");

            assertThat(aidledger("health", "--data", data.toString())).isEqualTo(1);
        } finally {
            encrypted.stop(0);
        }
        assertThat(err.toString())
                .contains("a ledger runs on this folder", "--server https://NAME:");
    }

    @Test
    void aRefusalIsOneLineAndExitCodeOne() {
        int exit =
                aidledger("--server", url() + "/", "post", "disburse", "--fund=F", "amount=2.00");

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .isEqualToNormalizingNewlines(
                        "aidledger: ALLOCATION_EXCEEDED: too much\n  remaining: 1.00\n");
    }

    @Test
    void noServerIsOneLineAndExitCodeOne() {
        assertThat(aidledger("health", "--server", "http://localhost:1")).isEqualTo(1);

        assertThat(err.toString())
                .isEqualToNormalizingNewlines(
                        "aidledger: no ledger answers at http://localhost:1\n");
    }

    @Test
    void wrongUsageIsExitCodeTwoAndStartsNothing() {
        assertThat(aidledger()).isEqualTo(2);
        assertThat(aidledger("nonsense")).isEqualTo(2);
        assertThat(aidledger("run", "--port", "x")).isEqualTo(2);
        assertThat(aidledger("report", "--fund=F", "--as-of=2024-02-30")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .contains("Usage: aidledger", "'2024-02-30' is no date such as 2024-06-30")
                .doesNotContain("\tat ", "Exception");
    }

    @Test
    void helpGoesToStandardOutput() {
        assertThat(aidledger("--help")).isZero();
        assertThat(aidledger("run", "--help")).isZero();
        assertThat(out.toString()).contains("Usage: aidledger", "--port", "--data");
        assertThat(err.toString()).isEmpty();
    }
}
