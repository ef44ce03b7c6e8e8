package org.aidledger.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.aidledger.embedded.TestPostgres;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole application, started once for all tests, and spoken to over real HTTP. */
public final class Api {

    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Api() {}

    /** Starts with its first use. */
    private static final class Running {
        static final ConfigurableApplicationContext CONTEXT = start();

        static ConfigurableApplicationContext start() {
            TestPostgres.Database database = TestPostgres.freshDatabase();
            return new SpringApplication(LedgerApplication.class)
                    .run(
                            "--server.port=0",
                            "--ledger.db.url=" + database.jdbcUrl(),
                            "--ledger.db.user=" + database.worker(),
                            "--ledger.db.password=" + database.workerPassword(),
                            "--ledger.db.owner.user=" + database.user(),
                            "--ledger.db.owner.password=" + database.password());
        }
    }

    /** A bean of the running application. */
    public static <T> T bean(Class<T> type) {
        return Running.CONTEXT.getBean(type);
    }

    /** A name that no other test uses. */
    public static String unique(String prefix) {
        return prefix + "-" + NAMES.incrementAndGet();
    }

    /** Another ledger, empty, on a database of its own, for one test. */
    public static Other other() {
        return new Other(Running.start());
    }

    /** A ledger beside the one that all tests share. */
    public record Other(ConfigurableApplicationContext context) implements AutoCloseable {

        /** Where its HTTP contract begins. */
        public String url() {
            return "http://127.0.0.1:" + port(context);
        }

        public Answer get(String path) {
            return send(HttpRequest.newBuilder(URI.create(url() + path)).GET());
        }

        @Override
        public void close() {
            context.close();
        }
    }

    /** Where the HTTP contract of the shared ledger begins. */
    public static String url() {
        return "http://127.0.0.1:" + port();
    }

    /** Where the server listens. */
    public static int port() {
        return port(Running.CONTEXT);
    }

    private static int port(ConfigurableApplicationContext context) {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** An answer. */
    public record Answer(int status, Map<String, List<String>> headers, String body) {

        /** The body as JSON. */
        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** One value, by JSON pointer, as text. */
        public String at(String pointer) {
            return json().at(pointer).asString();
        }

        /** The lines of the body. */
        public List<String> lines() {
            return body.lines().toList();
        }

        /** First value of a header, or an empty text. */
        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    public static Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Posts JSON. */
    public static Answer post(String path, String body, String... headers) {
        return send(
                request(path, headers)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    public static HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    public static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
