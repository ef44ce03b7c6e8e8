package org.aidledger.api.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks the HTTP contract. A problem in answer becomes {@link Refused} with its sentence. */
final class LedgerClient implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final int ERRORS_FROM = 400;

    private final URI server;
    private final Optional<String> token;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();

    /**
     * @param token to sign in with, if there is one
     */
    LedgerClient(URI server, Optional<String> token) {
        this.server = server;
        this.token = token;
    }

    /** What follows the question mark; empty values are left out. */
    static final class Query {
        private final Map<String, String> values = new LinkedHashMap<>();

        Query with(String name, Object value) {
            values.put(name, value.toString());
            return this;
        }

        Query with(String name, Optional<?> value) {
            value.ifPresent(v -> with(name, v));
            return this;
        }

        @Override
        public String toString() {
            return values.isEmpty()
                    ? ""
                    : values.entrySet().stream()
                            .map(e -> e.getKey() + "=" + encoded(e.getValue()))
                            .collect(Collectors.joining("&", "?", ""));
        }
    }

    JsonNode get(String path, Query query) {
        return JSON.readTree(text(path, query, "application/json"));
    }

    String text(String path, Query query, String type) {
        try (InputStream body = stream(path, query, type)) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer as it comes; to be closed. */
    InputStream stream(String path, Query query, String type) {
        return send(request(path, query).header("Accept", type).GET());
    }

    JsonNode post(String path, JsonNode body) {
        return send("POST", path, body, "wait=2");
    }

    /**
     * @param prefer wishes about the answer
     */
    JsonNode post(String path, JsonNode body, String prefer) {
        return send("POST", path, body, prefer);
    }

    /** Sends a JSON body by a method of one's choice. */
    JsonNode send(String method, String path, JsonNode body) {
        return send(method, path, body, "wait=2");
    }

    private JsonNode send(String method, String path, JsonNode body, String prefer) {
        HttpRequest.Builder request =
                request(path, new Query())
                        .header("Content-Type", "application/json")
                        .header("Prefer", prefer)
                        .method(method, BodyPublishers.ofString(body.toString()));
        try (InputStream answer = send(request)) {
            return JSON.readTree(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Posts a text and answers the text that comes back. */
    String postText(String path, String body) {
        HttpRequest.Builder request =
                request(path, new Query())
                        .header("Content-Type", "text/plain;charset=UTF-8")
                        .header("Accept", "text/plain")
                        .POST(BodyPublishers.ofString(body));
        try (InputStream answer = send(request)) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    void delete(String path) {
        try (InputStream answer = send(request(path, new Query()).DELETE())) {
            answer.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a body of any size; the answer's lines as they come, to be closed. */
    InputStream upload(String path, Query query, String type, BodyPublisher body) {
        return send(
                request(path, query)
                        .header("Content-Type", type)
                        .header("Accept", "application/x-ndjson")
                        .POST(body));
    }

    /** How the server is; it says so with an error status when it is unwell. */
    JsonNode health() {
        HttpResponse<InputStream> response =
                exchange(request("/actuator/health", new Query()).GET().build());
        try (InputStream body = response.body()) {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path, Query query) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path + query));
        token.ifPresent(t -> request.header("Authorization", "Bearer " + t));
        return request;
    }

    private InputStream send(HttpRequest.Builder request) {
        return accepted(exchange(request.build()));
    }

    private InputStream accepted(HttpResponse<InputStream> response) {
        if (response.statusCode() < ERRORS_FROM) {
            return response.body();
        }
        try (InputStream body = response.body()) {
            String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            throw new Refused(Problem.of(response.statusCode(), text));
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private HttpResponse<InputStream> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofInputStream());
        } catch (ConnectException e) {
            throw new Refused("no ledger answers at " + server, e);
        } catch (IOException e) {
            throw broken(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted", e);
        }
    }

    private Refused broken(IOException e) {
        return new Refused("the connection to " + server + " broke: " + e.getMessage(), e);
    }

    /** A value as part of a path or query. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
