package org.aidledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.aidledger.api.Api;
import org.aidledger.api.command.CommandSink;
import org.aidledger.api.demo.Demo;
import org.aidledger.embedded.TestPostgres;
import org.aidledger.event.EventLog;
import org.aidledger.event.Migration;
import org.aidledger.event.Migration.End;
import org.aidledger.event.Migration.Login;
import org.aidledger.projections.status.ReadSide;
import org.aidledger.proof.Checkpoint;
import org.aidledger.proof.SignedNote;
import org.junit.jupiter.api.Test;

/**
 * The demonstration gives the same figures on every store, and moved from one to another it is the
 * same ledger, by the root of its log. Two that were filled apart have roots of their own, because
 * ids of events and pseudonyms of payees are random.
 */
class SameDemonstrationIT {

    private static final List<String> FUNDS =
            List.of(
                    "zhejiang-aksu-2024",
                    "taizhou-division1-2022",
                    "wushan-2022",
                    "quzhou-wushi-2021",
                    "quzhou-wushi-2020",
                    "tacheng-2017");
    private static final List<String> FIGURES =
            List.of("report", "indicators", "budget", "projects", "trial-balance");
    private static final List<String> DAYS =
            List.of("2017-12-31", "2020-12-31", "2021-12-31", "2022-08-31", "2024-06-30");
    private static final String KNOWN_THEN = "2024-07-05";

    private final String knownNow = Instant.now().plus(Duration.ofDays(1)).toString();

    @Test
    void onPostgresqlAndInADataFolder() {
        Map<String, String> inFolder;
        Checkpoint signed;
        Api.Other folder = Api.other("--ledger.demo=true", "--ledger.db.url=");
        try (folder) {
            seed(folder);
            inFolder = figures(folder, knownNow, KNOWN_THEN);
            ask(folder, sideBySide(), inFolder);
            signed = checkpoint(folder);
        }
        try (Api.Other server = Api.other("--ledger.demo=true")) {
            seed(server);
            assertSame(server, inFolder);
        }

        TestPostgres.Database target = TestPostgres.freshDatabase();
        Migration.Report report =
                ServiceLoader.load(Migration.class)
                        .findFirst()
                        .orElseThrow()
                        .run(
                                new End(
                                        folder.data().toString(),
                                        Optional.empty(),
                                        Optional.empty()),
                                new End(
                                        target.jdbcUrl(),
                                        Optional.of(
                                                new Login(
                                                        target.worker(), target.workerPassword())),
                                        Optional.of(new Login(target.user(), target.password()))),
                                (_, _, _) -> {});
        assertThat(report.events()).isEqualTo(signed.size());
        assertThat(report.root()).isEqualTo(signed.root().toString());
        try (Api.Other moved = Api.other(target)) {
            awaitReads(moved);
            assertThat(checkpoint(moved)).isEqualTo(signed);
            assertSame(moved, inFolder);
        }
    }

    /**
     * Such a server may hold other tests' funds, recorded later; so funds are asked for one by one,
     * as they are known today.
     */
    @Test
    void onAxonServer() {
        try (Api.Other axonServer =
                        Api.other(
                                AxonServerAtHand.settings(
                                        "--ledger.demo=true", "--ledger.db.url="));
                Api.Other server = Api.other("--ledger.demo=true")) {
            assertThat(axonServer.get("/api/v1/funds/" + FUNDS.getFirst()).status())
                    .as("AXON_SERVER holds a demonstration already, with payees of another vault")
                    .isEqualTo(404);
            seed(axonServer);
            seed(server);
            assertSame(axonServer, figures(server, knownNow));
        }
    }

    private String sideBySide() {
        return "/api/v1/indicators?asOf=2024-06-30&knownAt=" + knownNow;
    }

    private static void seed(Api.Other ledger) {
        Demo.seed(ledger.context().getBean(CommandSink.class), (_, _) -> {});
        awaitReads(ledger);
    }

    private static void awaitReads(Api.Other ledger) {
        long head = ledger.context().getBean(EventLog.class).head();
        ReadSide reads = ledger.context().getBean(ReadSide.class);
        assertThat(reads.awaitPosition(head, Duration.ofMinutes(5))).isTrue();
    }

    /** What is asked, to what is answered: every byte of it. */
    private static Map<String, String> figures(Api.Other ledger, String... known) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String instant : known) {
            for (String day : DAYS) {
                String at = "?asOf=" + day + "&knownAt=" + instant;
                for (String fund : FUNDS) {
                    for (String figure : FIGURES) {
                        ask(ledger, "/api/v1/funds/" + fund + "/" + figure + at, answers);
                    }
                }
            }
        }
        return answers;
    }

    private static void ask(Api.Other ledger, String question, Map<String, String> answers) {
        Api.Answer answer = ledger.get(question);
        // Before its opening a fund is not there, on no store.
        assertThat(answer.status()).as(question + ": " + answer.body()).isIn(200, 404);
        answers.put(question, answer.body());
    }

    private static void assertSame(Api.Other ledger, Map<String, String> answers) {
        answers.forEach((question, answer) ->
                assertThat(ledger.get(question).body()).as(question).isEqualTo(answer));
    }

    private static Checkpoint checkpoint(Api.Other ledger) {
        return Checkpoint.of(SignedNote.parse(ledger.post("/api/v1/log/checkpoint", "").body()));
    }
}
