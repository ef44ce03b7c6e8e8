package org.aidledger.benchmarks;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The ledger in a process of its own, on a data folder of its own. */
final class Server implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final int port;
    private final Path data;
    private final HttpClient client = HttpClient.newHttpClient();

    /**
     * @param launcher the program {@code aidledger}
     */
    Server(Path launcher, Path data) throws IOException, InterruptedException {
        this.data = data;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        process =
                new ProcessBuilder(
                                launcher.toString(),
                                "--data",
                                data.toString(),
                                "run",
                                "--port",
                                Integer.toString(port))
                        .redirectErrorStream(true)
                        .redirectOutput(data.resolve("server.log").toFile())
                        .start();
        Instant end = Instant.now().plus(PATIENCE);
        while (!answers()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new IllegalStateException("the server did not start; see " + data);
            }
            Thread.sleep(50);
        }
    }

    int port() {
        return port;
    }

    /** What the server leaves in its folder for its own machine. */
    String key() throws IOException {
        return Files.readString(data.resolve("cli.token")).strip();
    }

    private boolean answers() throws InterruptedException {
        try {
            return get("/api/v1/funds").statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    /** How many milliseconds the read side takes to catch up from now on. */
    long millisToCatchUp() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (!get("/actuator/health").body().contains("\"lag\":0,")) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IllegalStateException("the read side does not catch up");
            }
            Thread.sleep(5);
        }
        return (System.nanoTime() - begun) / 1_000_000;
    }

    /**
     * A page as a browser gets it: compressed.
     *
     * @throws IllegalStateException if it is not there
     */
    byte[] page(String path) throws IOException, InterruptedException {
        var answer =
                client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .header("Authorization", "Bearer " + key())
                                .header("Accept-Encoding", "gzip")
                                .header("Accept", "text/html,*/*")
                                .build(),
                        BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("%s answered %s".formatted(path, answer.statusCode()));
        }
        return answer.body();
    }

    private java.net.http.HttpResponse<String> get(String path)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Authorization", "Bearer " + key())
                        .build(),
                BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
