package org.aidledger.api.upgrade;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.aidledger.api.Api;
import org.aidledger.api.Api.Answer;
import org.aidledger.api.Api.Other;
import org.aidledger.api.TestFund;
import org.aidledger.embedded.Eventually;
import org.aidledger.embedded.TestPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * This release beside a later one, under load: the later one changes the tables and stores a shape
 * of event that this one does not know. What this one cannot read it refuses to decide on or to
 * show, visibly; everything else goes on, and nothing is left out once the upgrade is done.
 */
class TwoReleasesIT {

    private static final TestPostgres.Database DATABASE = TestPostgres.freshDatabase();
    private static final int CALLERS = 4;

    private final JdbcClient owner =
            JdbcClient.create(
                    new DriverManagerDataSource(
                            DATABASE.jdbcUrl(), DATABASE.user(), DATABASE.password()));
    private final AtomicReference<List<Other>> nodes = new AtomicReference<>(List.of());
    private final AtomicInteger acknowledged = new AtomicInteger();
    private volatile boolean enough;

    private static Other laterNode() {
        return Api.other(DATABASE, "--spring.main.sources=" + LaterReceipts.class.getName());
    }

    private static Answer receive(Other node, String fund, String postingId) {
        return new TestFund(node, fund).tryAmount("receive", postingId, "1.00");
    }

    private static String received(Other node, String fund) {
        return node.get("/api/v1/funds/%s/report?asOf=2024-12-31".formatted(fund))
                .at("/totals/received");
    }

    private static boolean isUp(Other node) {
        return node.get("/actuator/health").status() == 200;
    }

    /** Posts to one node after the other, and each posting again until it is taken. */
    private Void post(String prefix) {
        for (int n = 0; !enough; n++) {
            String postingId = prefix + n;
            AtomicInteger attempt = new AtomicInteger(n);
            Eventually.await(
                    postingId + " is taken", () -> isTaken(postingId, attempt.getAndIncrement()));
            acknowledged.incrementAndGet();
        }
        return null;
    }

    private boolean isTaken(String postingId, int attempt) {
        List<Other> known = nodes.get();
        try {
            Answer answer = receive(known.get(attempt % known.size()), "G", postingId);
            assertThat(answer.status()).as(answer.body()).isIn(200, 201, 503);
            return answer.status() != 503;
        } catch (java.io.UncheckedIOException _) {
            return false; // gone, or going
        }
    }

    /** As its owner does when a node of the later release starts; this one goes on meanwhile. */
    private static void migrateAsTheLaterRelease() {
        for (Map.Entry<String, String> tables :
                Map.of("ledger", "events", "read", "reads").entrySet()) {
            Flyway.configure()
                    .dataSource(
                            DATABASE.jdbcUrl(),
                            tables.getKey().equals("read") ? DATABASE.worker() : DATABASE.user(),
                            tables.getKey().equals("read")
                                    ? DATABASE.workerPassword()
                                    : DATABASE.password())
                    .schemas(tables.getKey())
                    .table("flyway_" + tables.getValue())
                    .locations(
                            tables.getKey().equals("read")
                                    ? "classpath:org/aidledger/projections/migration"
                                    : "classpath:org/aidledger/eventstore/migration",
                            "classpath:newer/" + tables.getValue())
                    .load()
                    .migrate();
        }
    }

    /** What a node of the later release stores; answers its position. */
    private long storeAsTheLaterRelease(String fund) {
        return owner.sql(
                        """
                        with head as (
                            update ledger.head set position = position + 1
                            returning position, recorded)
                        insert into ledger.events (position, sequence, recorded, id, stream, type,
                                                   name, revision, payload, metadata, origin)
                        select position,
                               (select max(sequence) + 1 from ledger.events where stream = :fund),
                               recorded, :id, :fund, 'Fund', :name, :revision, :payload, :none, 'x'
                        from head
                        returning position
                        """)
                .param("fund", fund)
                .param("id", UUID.randomUUID())
                .param("name", LaterReceipts.NAME)
                .param("revision", LaterReceipts.REVISION)
                .param(
                        "payload",
                        """
                        {"fund":"%s","voucher":{"postingId":"later","effective":"2024-01-03",
                         "actor":"王芳","approvedBy":[],"documents":[],"note":""},
                         "sum":"7.00","currency":"CNY"}\
                        """
                                .formatted(fund)
                                .getBytes(UTF_8))
                .param("none", "{}".getBytes(UTF_8))
                .query(Long.class)
                .single();
    }

    @Test
    void anUpgradeFromNodeToNodeLosesAndSkipsNothing() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor();
                Other one = Api.other(DATABASE);
                Other other = Api.other(DATABASE)) {
            TestFund.opened(one, "F");
            TestFund.opened(one, "G");
            nodes.set(List.of(one, other));
            List<Future<Void>> working = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                String prefix = "caller-" + caller + "-";
                working.add(callers.submit(() -> post(prefix)));
            }
            try {
                upgrade(one, other, working);
            } finally {
                enough = true;
            }
        }
    }

    private void upgrade(Other one, Other other, List<Future<Void>> working) throws Exception {
        migrateAsTheLaterRelease();
        moreIsTaken();
        long position = storeAsTheLaterRelease("F");
        thisReleaseStopsAndSaysSo(one, other, position);
        try (Other later = laterNode()) {
            nodes.set(List.of(one, other, later));
            theLaterReleaseGoesOn(later);
            thisReleaseDecidesNothingOnHalfAHistory(one, later);
            one.close();
            other.close();
            try (Other second = laterNode()) {
                nodes.set(List.of(later, second));
                moreIsTaken();
                enough = true;
                for (Future<Void> caller : working) {
                    caller.get();
                }
                nothingIsMissing(later, second);
            }
        }
    }

    private void moreIsTaken() {
        int before = acknowledged.get();
        Eventually.await("postings are taken", () -> acknowledged.get() > before + 10 * CALLERS);
    }

    /** Whichever of the two writes the read tables: it stands still in front of the event. */
    private void thisReleaseStopsAndSaysSo(Other one, Other other, long position) {
        Eventually.await("one of them says that it stands still", () -> !isUp(one) || !isUp(other));
        Other still = isUp(one) ? other : one;
        assertThat(still.get("/actuator/health").at("/components/ledger/details/error"))
                .contains(LaterReceipts.NAME, "revision 2", "does not know");
        moreIsTaken(); // of other funds, on both nodes
        assertThat(owner.sql("select position from read.position").query(Long.class).single())
                .isLessThan(position);
    }

    private void theLaterReleaseGoesOn(Other later) {
        Eventually.await(
                "the later release writes the read tables",
                () -> received(later, "F").equals("7.00"));
        assertThat(isUp(later)).isTrue();
        Answer taken = receive(later, "F", "after");
        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
    }

    private void thisReleaseDecidesNothingOnHalfAHistory(Other one, Other later) {
        Answer refused = receive(one, "F", "before");
        assertThat(refused.status()).as(refused.body()).isEqualTo(503);
        assertThat(refused.at("/code")).isEqualTo("RELEASE_TOO_OLD");
        assertThat(refused.header("retry-after")).isNotEmpty();
        Answer trail = one.get("/api/v1/funds/F/trail");
        assertThat(trail.at("/code")).as(trail.body()).isEqualTo("RELEASE_TOO_OLD");
        assertThat(one.get("/funds/F/postings").status()).isEqualTo(503);
        Eventually.await("figures are the same on both", () -> received(one, "F").equals("8.00"));
        assertThat(received(later, "F")).isEqualTo("8.00");
        assertThat(receive(one, "G", "on-" + UUID.randomUUID()).status()).isEqualTo(201);
        acknowledged.incrementAndGet();
    }

    private void nothingIsMissing(Other later, Other second) {
        String sum = acknowledged.get() + ".00";
        for (Other node : List.of(later, second)) {
            Eventually.await("all is read", () -> received(node, "G").equals(sum));
            assertThat(received(node, "F")).isEqualTo("8.00");
            assertThat(node.get("/api/v1/funds/F/replay?until=2024-12-31").status()).isEqualTo(200);
        }
        Answer verified = later.post("/api/v1/log/verify", "{\"checkpoints\":[]}");
        assertThat(verified.lines().getLast()).contains("\"sound\":true");
        Answer rebuilt = second.post("/api/v1/rebuild", "{}");
        assertThat(rebuilt.status()).as(rebuilt.body()).isEqualTo(200);
        assertThat(rebuilt.lines().getLast()).as(rebuilt.body()).doesNotContain("\"same\":false");
        assertThat(received(second, "F")).isEqualTo("8.00");
    }
}
