package org.aidledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.api.Api;
import org.aidledger.api.command.CommandSink;
import org.aidledger.api.demo.Demo;
import org.aidledger.event.EventLog;
import org.aidledger.projections.status.ReadSide;

/** The demonstration in a ledger, and what that answers. */
final class Demonstration {

    private static final List<String> FIGURES =
            List.of("report", "indicators", "budget", "projects", "trial-balance");
    private static final List<String> DAYS =
            List.of("2017-12-31", "2020-12-31", "2021-12-31", "2022-08-31", "2024-06-30");

    private static final int FUNDS = 6;

    private Demonstration() {}

    /** Whether a ledger holds it. */
    static boolean isIn(Api.Other ledger) {
        return ledger.get("/api/v1/funds/zhejiang-aksu-2024").status() == 200;
    }

    /** Fills a ledger with it, up to its read tables. */
    static void seed(Api.Other ledger) {
        Demo.seed(ledger.context().getBean(CommandSink.class), (_, _) -> {});
        awaitReads(ledger);
    }

    static void awaitReads(Api.Other ledger) {
        long head = ledger.context().getBean(EventLog.class).head();
        ReadSide reads = ledger.context().getBean(ReadSide.class);
        assertThat(reads.awaitPosition(head, Duration.ofMinutes(5))).isTrue();
    }

    /** What is asked, to what a ledger that holds nothing else answers: every byte of it. */
    static Map<String, String> figures(Api.Other ledger, String... known) {
        List<String> funds = funds(ledger);
        Map<String, String> answers = new LinkedHashMap<>();
        for (String instant : known) {
            for (String day : DAYS) {
                String at = "?asOf=" + day + "&knownAt=" + instant;
                for (String fund : funds) {
                    for (String figure : FIGURES) {
                        ask(ledger, "/api/v1/funds/" + fund + "/" + figure + at, answers);
                    }
                }
            }
        }
        return answers;
    }

    private static List<String> funds(Api.Other ledger) {
        List<String> funds =
                ledger.get("/api/v1/funds")
                        .json()
                        .path("items")
                        .valueStream()
                        .map(fund -> fund.path("fund").asString())
                        .toList();
        assertThat(funds).hasSize(FUNDS);
        return funds;
    }

    static void ask(Api.Other ledger, String question, Map<String, String> answers) {
        Api.Answer answer = ledger.get(question);
        // Before its opening a fund is not there, on no store.
        assertThat(answer.status()).as(question + ": " + answer.body()).isIn(200, 404);
        answers.put(question, answer.body());
    }

    static void assertSame(Api.Other ledger, Map<String, String> answers) {
        answers.forEach((question, answer) ->
                assertThat(ledger.get(question).body()).as(question).isEqualTo(answer));
    }
}
