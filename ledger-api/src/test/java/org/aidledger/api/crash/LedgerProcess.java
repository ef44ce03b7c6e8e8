package org.aidledger.api.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The ledger as its users run it: the built jar, in a process of its own that can be killed. */
final class LedgerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Path data;
    private final Path log;
    private final URI url;
    private final Map<String, String> environment;
    private QuickStart program;
    private Process process;

    LedgerProcess(Path data, Path log) {
        this(data, log, Map.of());
    }

    /**
     * @param environment beside what this process has
     */
    LedgerProcess(Path data, Path log, Map<String, String> environment) {
        this(QuickStart.once(), data, log, environment);
    }

    /**
     * @param program which release of it
     */
    LedgerProcess(QuickStart program, Path data, Path log, Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        this.program = program;
        this.data = data;
        this.log = log;
        this.url = URI.create("http://127.0.0.1:" + freePort());
        this.process = launch();
        awaitReady();
    }

    /** {@code kill -9}: no hook runs, nothing is flushed. */
    void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("process survived its kill");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks it to end, as an upgrade does: it answers what is under way first. */
    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("it does not end:\n" + output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    URI url() {
        return url;
    }

    void restart() {
        process = launch();
        awaitReady();
    }

    /** Stopped, and started again as another release. */
    void become(QuickStart other) {
        stop();
        program = other;
        restart();
    }

    HttpResponse<String> post(String path, String type, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url.resolve(path))
                        .timeout(Duration.ofMinutes(2))
                        .header("Content-Type", type)
                        .header("Authorization", "Bearer " + key())
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        return client.send(
                (headers.length == 0 ? request : request.headers(headers)).build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(url.resolve(path))
                        .timeout(Duration.ofMinutes(1))
                        .header("Authorization", "Bearer " + key())
                        .GET()
                        .build(),
                BodyHandlers.ofString());
    }

    /** What the server left for its own machine; another one after every start. */
    private String key() throws IOException {
        return Files.readString(data.resolve("cli.token")).strip();
    }

    /** Stops it the polite way, so that its database is gone as well. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        client.close();
    }

    private Process launch() {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(
                                    program.command(
                                            List.of(
                                                    "--data",
                                                    data.toString(),
                                                    "run",
                                                    "--port",
                                                    Integer.toString(url.getPort()))))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the server ended by itself:\n" + output());
            }
            if (answers()) {
                return;
            }
        }
        throw new IllegalStateException("no answer in " + PATIENCE + ":\n" + output());
    }

    private boolean answers() {
        try {
            Thread.sleep(50);
            return get("/api/v1/funds").statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
