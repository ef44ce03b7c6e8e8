package org.aidledger.api.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aidledger.api.Api;
import org.aidledger.api.Api.Answer;
import org.aidledger.api.TestFund;
import org.aidledger.embedded.Eventually;
import org.aidledger.embedded.TestPostgres;
import org.aidledger.embedded.TestStandby;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/**
 * A ledger on a real primary with a real streaming standby, over HTTP: whoever was told of a
 * posting reads it, whatever the standby does, and reads go on without one.
 */
class ReplicaIT {

    private static final TestPostgres.Database DATABASE = TestPostgres.freshDatabase();

    private static TestStandby standby;
    private static Api.Other ledger;

    private final String fund = Api.unique("replica");
    private long position;

    @BeforeAll
    static void givenALedgerWithAReplica() {
        standby = TestStandby.of(DATABASE);
        ledger = start(standby.jdbcUrl(DATABASE));
    }

    private static Api.Other start(String readUrl) {
        return Api.other(
                DATABASE, "--ledger.db.read.url=" + readUrl, "--ledger.db.read.most-behind=3s");
    }

    @AfterAll
    static void end() {
        ledger.close();
        standby.close();
    }

    @BeforeEach
    void givenAFundAndAReplicaThatAnswers() {
        TestFund.opened(ledger, fund);
        awaitReplica("UP");
    }

    /** Posts a receipt, and remembers its position. */
    private Answer receive(String postingId, String amount) {
        Answer answer = new TestFund(ledger, fund).tryAmount("receive", postingId, amount);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        position = answer.json().path("position").asLong();
        return answer;
    }

    private Answer report(String more) {
        return ledger.get("/api/v1/funds/" + fund + "/report?asOf=2024-12-31" + more);
    }

    private String received(String more) {
        Answer report = report(more);
        assertThat(report.status()).as(report.body()).isEqualTo(200);
        return report.at("/totals/received");
    }

    private static JsonNode health() {
        return ledger.get("/actuator/health").json();
    }

    private static JsonNode replica() {
        JsonNode replica = health().at("/components/replica");
        assertThat(health().path("status").asString()).isEqualTo("UP");
        return replica;
    }

    private static long answered(String by) {
        return replica().at("/details/" + by).asLong();
    }

    private static void awaitReplica(String status) {
        Eventually.ask(() -> replica().path("status").asString(), status::equals);
    }

    private static double metric(String name) {
        return ledger.get("/actuator/prometheus").lines().stream()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theReplicaAnswersWhatWasPostedAndSaysItsPosition() {
        long before = answered("answered");
        long passedOn = answered("passedOn");

        Answer posted = receive("r-1", "12.50");

        assertThat(posted.json().path("visible").asBoolean()).isTrue();
        assertThat(received("")).isEqualTo("12.50");
        Answer report = report("&atLeast=" + position);
        assertThat(report.at("/totals/received")).isEqualTo("12.50");
        assertThat(Long.parseLong(report.header("ledger-position")))
                .isGreaterThanOrEqualTo(position);
        assertThat(answered("answered")).isGreaterThan(before);
        assertThat(answered("passedOn")).isEqualTo(passedOn);
        assertThat(metric("aidledger_replica_up")).isEqualTo(1);
        assertThat(metric("aidledger_replica_questions_total{by=\"replica\"}")).isPositive();
    }

    /** The rows come from there: what only the standby could know of is in the answer's place. */
    @Test
    void questionsReallyGoThere() {
        receive("r-1", "1.00");
        JdbcClient there =
                JdbcClient.create(
                        new DriverManagerDataSource(
                                standby.jdbcUrl(DATABASE), DATABASE.user(), DATABASE.password()));

        Eventually.await("the standby is asked", () -> asks(there));
    }

    private boolean asks(JdbcClient there) {
        report("");
        return there.sql(
                                """
                                select count(*) from pg_stat_activity
                                where usename = ? and query like '%read.%' and pid <> pg_backend_pid()
                                """)
                        .param(DATABASE.worker())
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Test
    void aPausedReplicaHidesNothingThatSomebodyWasToldOf() {
        receive("r-1", "10.00");
        standby.pause();
        try {
            long before = answered("passedOn");

            Answer posted = receive("r-2", "5.00");

            assertThat(posted.json().path("visible").asBoolean()).isTrue();
            assertThat(received("")).isEqualTo("15.00");
            assertThat(received("&atLeast=" + position)).isEqualTo("15.00");
            assertThat(Long.parseLong(report("").header("ledger-position")))
                    .isGreaterThanOrEqualTo(position);
            assertThat(answered("passedOn")).isGreaterThan(before);
            awaitReplica("WARNING");
            assertThat(replica().at("/details/warning").asString()).contains("behind");
            assertThat(replica().at("/details/lag").asLong()).isPositive();
            assertThat(metric("aidledger_replica_lag")).isPositive();
            assertThat(metric("aidledger_replica_behind_seconds")).isGreaterThan(3);
            assertThat(ledger.get("/actuator/health/readiness").at("/status")).isEqualTo("UP");
        } finally {
            standby.resume();
        }
        awaitReplica("UP");
        long before = answered("answered");
        assertThat(received("")).isEqualTo("15.00");
        assertThat(answered("answered")).isGreaterThan(before);
    }

    /** One that waits gets its answer from the replica as soon as that has the position. */
    @Test
    void aPositionThatTheLedgerDoesNotHaveIsNotMadeUp() {
        receive("r-1", "10.00");

        Answer answer = report("&atLeast=" + (position + 1_000_000));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.at("/code")).isEqualTo("READ_SIDE_BEHIND");
        long passedOn = answered("passedOn");
        assertThat(received("")).isEqualTo("10.00");
        assertThat(answered("passedOn")).isEqualTo(passedOn);
    }

    @Test
    void readsGoOnWithoutTheReplicaAndReturnToIt() {
        receive("r-1", "10.00");
        standby.kill();
        try {
            assertThat(received("")).isEqualTo("10.00");
            receive("r-2", "1.00");
            assertThat(received("")).isEqualTo("11.00");
            for (String page : List.of("/", "/funds/" + fund)) {
                assertThat(ledger.get(page).status()).isEqualTo(200);
            }
            awaitReplica("WARNING");
            assertThat(replica().at("/details/warning").asString()).contains("does not answer");
            assertThat(metric("aidledger_replica_up")).isZero();
        } finally {
            standby.start();
        }
        awaitReplica("UP");
        long before = answered("answered");
        assertThat(received("")).isEqualTo("11.00");
        assertThat(answered("answered")).isGreaterThan(before);
    }

    /**
     * All figures of an answer come from one position, also while the replica takes in more; who
     * asks for at least what the last one showed sees nothing older.
     */
    @Test
    void figuresOfOneAnswerBelongTogether() throws InterruptedException {
        receive("r-0", "1.00");
        Thread poster =
                Thread.ofVirtual()
                        .start(() -> {
                            for (int n = 1; n <= 200; n++) {
                                receive("r-" + n, "1.00");
                            }
                        });
        long last = position;
        while (poster.isAlive()) {
            Answer report = report("&atLeast=" + last);
            assertThat(report.status()).as(report.body()).isEqualTo(200);
            assertThat(report.at("/totals/pool"))
                    .as(report.body())
                    .isEqualTo(report.at("/totals/received"));
            long now = Long.parseLong(report.header("ledger-position"));
            assertThat(now).isGreaterThanOrEqualTo(last);
            last = now;
        }
        poster.join();
        assertThat(received("")).isEqualTo("201.00");
    }

    /** Every endpoint and page that reads, so that nothing in it wants to write where it cannot. */
    @Test
    void everyQuestionCanBePutToAStandby() {
        receive("r-1", "10.00");
        long passedOn = answered("passedOn");
        String of = "/api/v1/funds/" + fund;
        for (String path :
                List.of(
                        "/api/v1/funds",
                        of,
                        of + "/report",
                        of + "/projects",
                        of + "/budget",
                        of + "/indicators",
                        of + "/journal",
                        of + "/trail",
                        of + "/trial-balance",
                        of + "/changes?from=2024-01-01&to=2024-12-31",
                        of + "/why?figure=RECEIVED",
                        of + "/findings",
                        of + "/replay",
                        "/api/v1/indicators",
                        "/api/v1/findings",
                        "/api/v1/approvals",
                        "/api/v1/snapshots",
                        "/api/v1/samples",
                        "/",
                        "/funds/" + fund,
                        "/funds/" + fund + "/postings",
                        "/funds/" + fund + "/changes")) {
            Answer answer = ledger.get(path);
            assertThat(answer.status()).as(path + ": " + answer.body()).isEqualTo(200);
        }
        assertThat(answered("passedOn")).isEqualTo(passedOn);
    }

    /** A server that follows nobody, such as the primary itself, is not taken for a replica. */
    @Test
    void aServerThatDoesNotFollowIsNotAsked() {
        try (Api.Other misled = start(DATABASE.jdbcUrl())) {
            Eventually.ask(
                    () -> misled.get("/actuator/health").at("/components/replica/details/warning"),
                    "it follows no other server any more"::equals);
            assertThat(misled.get("/api/v1/funds").status()).isEqualTo(200);
        }
    }
}
