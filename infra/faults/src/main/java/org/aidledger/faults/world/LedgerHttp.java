package org.aidledger.faults.world;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the ledger, signed in with a token. */
public final class LedgerHttp implements AutoCloseable {

    /** How long a caller waits for an answer; pauses of processes are shorter. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    private final URI server;
    private final Supplier<String> token;

    public LedgerHttp(URI server, Supplier<String> token) {
        this.server = server;
        this.token = token;
    }

    /** An answer, whatever it says. */
    public static final class Answer {

        private final int status;
        private final byte[] bytes;

        Answer(int status, byte[] bytes) {
            this.status = status;
            this.bytes = bytes;
        }

        public int status() {
            return status;
        }

        /** Its body, which nobody else has. */
        public byte[] bytes() {
            return bytes;
        }

        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /** Its JSON; a missing node where there is none. */
        public JsonNode json() {
            return bytes.length == 0 ? JSON.missingNode() : JSON.readTree(bytes);
        }

        /** The JSON of each of its lines. */
        public List<JsonNode> lines() {
            List<JsonNode> lines = new ArrayList<>();
            text().lines().forEach(line -> lines.add(JSON.readTree(line)));
            return lines;
        }

        /** Its permanent code, or nothing. */
        public String code() {
            return status < 400 || text().isBlank() ? "" : json().at("/code").asString("");
        }

        @Override
        public String toString() {
            return status + " " + text();
        }
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    public Answer post(String path, String type, String body)
            throws IOException, InterruptedException {
        return send(
                request(path)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token.get());
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), response.body());
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
