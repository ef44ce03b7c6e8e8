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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.aidledger.embedded.TestPostgres;
import org.aidledger.proof.Hash;
import org.aidledger.proof.KeyType;
import org.aidledger.proof.SigningKey;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole application, started once for all tests, and spoken to over real HTTP. */
public final class Api {

    /** What the application signs its log with. */
    public static final SigningKey LOG_KEY =
            SigningKey.of("test.example/ledger", KeyType.NOTE, new byte[Hash.BYTES]);

    /** A witness whose signatures it takes. */
    public static final SigningKey WITNESS =
            SigningKey.of("test.example/witness", KeyType.COSIGNATURE, new byte[Hash.BYTES]);

    /** Seals the keys of payees; a restore needs the same. */
    public static final String PAYEES_KEY = "A".repeat(43) + "=";

    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Api() {}

    /** Starts with its first use. */
    private static final class Running {
        static final Path DATA = folder();
        static final ConfigurableApplicationContext CONTEXT =
                start(DATA, TestPostgres.freshDatabase());

        static ConfigurableApplicationContext start(
                Path data, TestPostgres.Database database, String... settings) {
            Map<String, String> usual = new HashMap<>(database.settings());
            usual.put("server.port", "0");
            usual.put("ledger.data", data.toString());
            // All tests come from one address, and some of them guess.
            usual.put("ledger.limits.failed-sign-ins-per-minute", "100000");
            usual.put("ledger.limits.strangers-per-second", "100000");
            usual.put("ledger.log.key", LOG_KEY.secretText());
            usual.put("ledger.payees.key", PAYEES_KEY);
            usual.put("ledger.log.witnesses", WITNESS.verifier().toString());
            for (String setting : settings) { // given twice, both would count
                usual.remove(setting.substring("--".length(), setting.indexOf('=')));
            }
            Stream<String> others =
                    usual.entrySet().stream().map(s -> "--" + s.getKey() + "=" + s.getValue());
            return new SpringApplication(LedgerApplication.class)
                    .run(Stream.concat(others, Stream.of(settings)).toArray(String[]::new));
        }
    }

    private static Path folder() {
        try {
            Path target = Files.createDirectories(Path.of("target"));
            return Files.createTempDirectory(target, "test-data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The data folder of the running application. */
    public static Path data() {
        port();
        return Running.DATA;
    }

    /** The key that the application leaves in its data folder; it opens everything. */
    public static String key() {
        return key(data());
    }

    private static String key(Path data) {
        try {
            return Files.readString(data.resolve("cli.token")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database of the running application, as its owner sees it. */
    public static JdbcClient database() {
        port();
        Environment settings = Running.CONTEXT.getEnvironment();
        return JdbcClient.create(
                new DriverManagerDataSource(
                        settings.getRequiredProperty("ledger.db.url"),
                        settings.getRequiredProperty("ledger.db.owner.user"),
                        settings.getRequiredProperty("ledger.db.owner.password")));
    }

    /** A bean of the running application. */
    public static <T> T bean(Class<T> type) {
        return Running.CONTEXT.getBean(type);
    }

    /** A name that no other test uses. */
    public static String unique(String prefix) {
        return prefix + "-" + NAMES.incrementAndGet();
    }

    /**
     * Another ledger, empty, on a database of its own, for one test.
     *
     * @param settings beside the usual ones, as on a command line
     */
    public static Other other(String... settings) {
        return other(TestPostgres.freshDatabase(), settings);
    }

    /** Another ledger on a database that others may work on as well. */
    public static Other other(TestPostgres.Database database, String... settings) {
        Path data = folder();
        return new Other(Running.start(data, database, settings), data);
    }

    /** The one that all tests share, as if it were another; nobody may close it. */
    public static Other shared() {
        port();
        return new Other(Running.CONTEXT, Running.DATA);
    }

    /** A ledger beside the one that all tests share. */
    public record Other(ConfigurableApplicationContext context, Path data)
            implements AutoCloseable {

        /** Where its HTTP contract begins. */
        public String url() {
            return "http://127.0.0.1:" + port(context);
        }

        /** The key that it leaves in its data folder; it opens everything. */
        public String key() {
            return Api.key(data);
        }

        public Answer get(String path) {
            return send(request(path).GET());
        }

        /** Posts JSON. */
        public Answer post(String path, String body, String... headers) {
            HttpRequest.Builder request =
                    request(path)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(body));
            return send(headers.length == 0 ? request : request.headers(headers));
        }

        /** Signed in with the key. */
        public HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(url() + path))
                    .header("Authorization", "Bearer " + key());
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

    /** The OpenAPI document. */
    public static JsonNode description() {
        Answer answer = get("/v3/api-docs");
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return answer.json();
    }

    public static Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Posts JSON, by whichever method. */
    public static Answer send(String method, String path, String body, String... headers) {
        return send(
                request(path, headers)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body)));
    }

    /** Posts JSON. */
    public static Answer post(String path, String body, String... headers) {
        return send(
                request(path, headers)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    /** Signed in with the key, unless the headers say otherwise. */
    public static HttpRequest.Builder request(String path, String... headers) {
        boolean signsIn = Arrays.asList(headers).contains("Authorization");
        HttpRequest.Builder request = stranger(path);
        if (!signsIn) {
            request.header("Authorization", "Bearer " + key());
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    /** Not signed in. */
    public static HttpRequest.Builder stranger(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    }

    /** The bytes of an answer that is a file. */
    public static byte[] bytes(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
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
