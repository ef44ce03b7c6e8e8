package org.aidledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.aidledger.api.Api;
import org.aidledger.api.Api.Answer;
import org.aidledger.api.TestFund;
import org.aidledger.embedded.Eventually;
import org.aidledger.proof.Checkpoint;
import org.aidledger.proof.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/**
 * Each part of the health is made to fail on purpose, and says what is wrong: on one ledger, one
 * after the other. The read side's own part fails in {@link HealthIT}, the replica's in {@code
 * ReplicaIT}.
 */
class HealthPartsIT {

    /** Three seconds are promised; one part after the other took more than twenty. */
    private static final Duration A_PROBE_WAITS = Duration.ofSeconds(10);

    private static final String NO_CONNECTION = "Connection is not available";
    private static final String WORKER = "test_worker";
    private static final String SECRET = "changeit";
    private static final String PAGE = "/administration/system";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void eachPartSaysWhatIsWrong() throws Exception {
        Path store = certificate("good", "-1d", 90);
        try (Api.Other ledger =
                Api.other(
                        "--ledger.log.every=200ms",
                        "--management.health.diskspace.threshold=1000000TB",
                        "--spring.ssl.bundle.watch.file.quiet-period=50ms",
                        "--spring.ssl.bundle.jks.ledger.reload-on-update=true",
                        "--spring.ssl.bundle.jks.ledger.keystore.location=" + store,
                        "--spring.ssl.bundle.jks.ledger.keystore.password=" + SECRET)) {
            thesePartsAreThere(ledger);
            theDiskIsTooFull(ledger);
            theCertificateEnds(ledger, store);
            theRightsGoTooFar(ledger);
            theLogWaits(ledger);
            theDatabaseIsAway(ledger);
            theDatabaseHangs(ledger);
            theLogContradicts(ledger);
        }
    }

    /** A new part has to be tried here, too. */
    private static void thesePartsAreThere(Api.Other ledger) {
        List<String> parts =
                new ArrayList<>(health(ledger).json().at("/components").propertyNames());
        assertThat(parts)
                .containsExactlyInAnyOrder(
                        "db",
                        "ledger",
                        "log",
                        "events",
                        "replica",
                        "diskSpace",
                        "ssl",
                        "livenessState",
                        "readinessState",
                        "ping");
    }

    private static void theDiskIsTooFull(Api.Other ledger) {
        JsonNode disk = part(ledger, "diskSpace", p -> p.at("/status").asString().equals("DOWN"));
        assertThat(disk.at("/details/free").asLong()).isPositive();
        assertThat(page(ledger)).contains("腾出空间");
    }

    private void theCertificateEnds(Api.Other ledger, Path store) throws Exception {
        assertThat(part(ledger, "ssl", _ -> true).at("/status").asString()).isEqualTo("UP");
        renew(store, certificate("soon", "-1d", 10));
        JsonNode soon = part(ledger, "ssl", p -> !p.at("/details/expiringChains").isEmpty());
        assertThat(soon.at("/status").asString()).isEqualTo("UP");
        assertThat(page(ledger)).contains("证书两周之内到期");
        renew(store, certificate("ended", "-10d", 5));
        JsonNode ended = part(ledger, "ssl", p -> !p.at("/details/invalidChains").isEmpty());
        assertThat(ended.at("/status").asString()).isEqualTo("OUT_OF_SERVICE");
        assertThat(page(ledger)).contains("证书已经过期");
        assertThat(ledger.get("/actuator/prometheus").body()).contains("ssl_chain_expiry_seconds");
        renew(store, certificate("renewed", "-1d", 90));
        var _ = part(ledger, "ssl", p -> p.at("/details/invalidChains").isEmpty());
    }

    private static void theRightsGoTooFar(Api.Other ledger) {
        assertThat(mayAlter(part(ledger, "events", _ -> true))).isFalse();
        owner(ledger).sql("grant update on ledger.events to " + WORKER).update();
        JsonNode events = part(ledger, "events", HealthPartsIT::mayAlter);
        assertThat(events.at("/details/role").asString()).isEqualTo(WORKER);
        assertThat(page(ledger)).contains("LEDGER_DB_OWNER_USER");
        owner(ledger).sql("revoke update on ledger.events from " + WORKER).update();
        var _ = part(ledger, "events", p -> !mayAlter(p));
    }

    private static boolean mayAlter(JsonNode events) {
        return events.at("/details/mayAlterEvents").asBoolean();
    }

    private static void theLogWaits(Api.Other ledger) {
        owner(ledger).sql("revoke insert on ledger.checkpoints from " + WORKER).update();
        TestFund.opened(ledger, "WAITS");
        JsonNode log = part(ledger, "log", p -> p.at("/details").has("waits"));
        assertThat(log.at("/status").asString()).isEqualTo("UP");
        assertThat(log.at("/details/waits").asString())
                .contains("permission denied for table checkpoints");
        assertThat(log.at("/details/unsigned").asLong()).isPositive();
        assertThat(page(ledger)).contains("证明日志在等");
        owner(ledger).sql("grant insert on ledger.checkpoints to " + WORKER).update();
        JsonNode signed = part(ledger, "log", p -> !p.at("/details").has("waits"));
        assertThat(signed.at("/details/unsigned").asLong()).isZero();
    }

    private static void theDatabaseIsAway(Api.Other ledger) {
        String name = url(ledger).replaceFirst(".*/", "");
        JdbcClient server = connect(ledger, url(ledger).replaceFirst("/[^/]*$", "/postgres"));
        server.sql("alter database " + name + " allow_connections false").update();
        String end = "select pg_terminate_backend(pid) from pg_stat_activity where datname = ?";
        var _ = server.sql(end).param(name).query().listOfRows();

        Answer away = health(ledger, a -> a.at("/components/db/status").equals("DOWN"));
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.at("/status")).isEqualTo("DOWN");
        assertThat(away.at("/components/ledger/status")).isEqualTo("DOWN");
        assertThat(away.at("/components/log/status")).isEqualTo("DOWN");
        // The first who asks may have met a connection that was just broken, which gives no reason.
        Answer reason =
                health(
                        ledger,
                        a ->
                                a.at("/components/db/details/error").contains(NO_CONNECTION)
                                        && a.at("/components/events/details/error")
                                                .contains(NO_CONNECTION));
        assertThat(reason.at("/components/events/status")).isEqualTo("UNKNOWN");
        Answer stranger =
                Api.send(
                        HttpRequest.newBuilder(URI.create(ledger.url() + "/api/v1/funds"))
                                .header("Authorization", "Bearer aidl_no-token-that-it-knows"));
        assertThat(stranger.at("/code")).isEqualTo("LEDGER_BUSY");
        assertThat(stranger.header("Retry-After")).isNotEmpty();

        server.sql("alter database " + name + " allow_connections true").update();
        var _ = health(ledger, HealthPartsIT::databaseIsBack);
    }

    /** All processes of the server are stopped: connections stay open, and nothing answers. */
    private static void theDatabaseHangs(Api.Other ledger) throws Exception {
        long session = owner(ledger).sql("select pg_backend_pid()").query(Long.class).single();
        ProcessHandle server =
                ProcessHandle.of(session).flatMap(ProcessHandle::parent).orElseThrow();
        List<ProcessHandle> processes =
                Stream.concat(Stream.of(server), server.descendants()).toList();
        signal("STOP", processes);
        try {
            Answer hangs = Api.send(ledger.request("/actuator/health").timeout(A_PROBE_WAITS));
            for (String part : List.of("db", "ledger", "log", "events")) {
                assertThat(hangs.at("/components/" + part + "/status")).isEqualTo("DOWN");
                assertThat(hangs.at("/components/" + part + "/details/error"))
                        .isEqualTo("no answer within 3 s");
            }
            Answer probe =
                    Api.send(
                            HttpRequest.newBuilder(URI.create(ledger.url() + "/actuator/health"))
                                    .timeout(A_PROBE_WAITS));
            assertThat(probe.status()).isEqualTo(503);
            assertThat(probe.at("/status")).isEqualTo("DOWN");
        } finally {
            signal("CONT", processes);
        }
        var _ = health(ledger, HealthPartsIT::databaseIsBack);
    }

    /** Those that ended meanwhile are passed over. */
    private static void signal(String name, List<ProcessHandle> processes) throws Exception {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        var _ = new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static boolean databaseIsBack(Answer health) {
        return Stream.of("db", "ledger", "log", "events")
                .allMatch(part -> health.at("/components/" + part + "/status").equals("UP"));
    }

    /** Somebody who has the key signs another history. */
    private static void theLogContradicts(Api.Other ledger) {
        long size = part(ledger, "log", _ -> true).at("/details/hashed").asLong();
        Checkpoint forged =
                new Checkpoint(
                        Api.LOG_KEY.verifier().name(), size + 1, Hash.ofLeaf(new byte[] {1}));
        owner(ledger)
                .sql(
                        "insert into ledger.checkpoints (size, first, leaves, note) values (?, ?, ?, ?)")
                .params(
                        size + 1,
                        size + 1,
                        new byte[0],
                        forged.signed(List.of(Api.LOG_KEY)).toString())
                .update();
        TestFund.opened(ledger, "CONTRADICTS");
        JsonNode log = part(ledger, "log", p -> p.at("/status").asString().equals("DOWN"));
        assertThat(log.at("/details/error").asString()).contains("are not those that were signed");
        assertThat(page(ledger)).contains("aidledger verify", "are not those that were signed");
        assertThat(ledger.get("/actuator/prometheus").body()).contains("aidledger_log_up 0.0");
        TestFund.opened(ledger, "POSTINGS-GO-ON");
    }

    private static Answer health(Api.Other ledger) {
        return ledger.get("/actuator/health");
    }

    private static JsonNode part(Api.Other ledger, String name, Predicate<JsonNode> wanted) {
        String place = "/components/" + name;
        return health(ledger, a -> wanted.test(a.json().at(place))).json().at(place);
    }

    private static Answer health(Api.Other ledger, Predicate<Answer> wanted) {
        return Eventually.ask(() -> health(ledger), wanted);
    }

    private static String page(Api.Other ledger) {
        Answer answer = ledger.get(PAGE);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String url(Api.Other ledger) {
        return ledger.context().getEnvironment().getRequiredProperty("ledger.db.url");
    }

    private static JdbcClient owner(Api.Other ledger) {
        return connect(ledger, url(ledger));
    }

    private static JdbcClient connect(Api.Other ledger, String url) {
        Environment settings = ledger.context().getEnvironment();
        return JdbcClient.create(
                new DriverManagerDataSource(
                        url,
                        settings.getRequiredProperty("ledger.db.owner.user"),
                        settings.getRequiredProperty("ledger.db.owner.password")));
    }

    /** A new file under the old name, as tools that renew certificates put it. */
    private static void renew(Path store, Path by) throws IOException {
        Files.move(by, store, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * A key with a certificate, made by the JDK's own tool.
     *
     * @param from when it begins, as keytool says it, such as {@code -1d}
     */
    private Path certificate(String name, String from, int days) throws Exception {
        Path made = folder.resolve(name + ".p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "ledger",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=ledger.example",
                                "-startdate",
                                from,
                                "-validity",
                                Integer.toString(days),
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                SECRET,
                                "-keystore",
                                made.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(keytool.exitValue()).as(said).isZero();
        return made;
    }
}
