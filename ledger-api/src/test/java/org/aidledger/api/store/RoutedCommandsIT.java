package org.aidledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.aidledger.api.Api;
import org.aidledger.api.Api.Answer;
import org.aidledger.api.TestFund;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;

/**
 * Two nodes on one Axon Server: whichever is asked, one of them decides for a fund. They are in one
 * process, by which processors tell nodes apart, so these get into each other's way, and say so;
 * what they write is written once all the same.
 */
class RoutedCommandsIT {

    private static final List<String> DATABASE =
            List.of("url", "user", "password", "owner.user", "owner.password");

    @SuppressWarnings("NullAway.Init")
    private static List<Api.Other> nodes;

    @BeforeAll
    static void start() {
        Api.Other first = Api.other(AxonServerAtHand.settings());
        Environment settings = first.context().getEnvironment();
        Stream<String> same =
                DATABASE.stream()
                        .map(name -> "ledger.db." + name)
                        .map(name -> "--%s=%s".formatted(name, settings.getProperty(name)));
        nodes = List.of(first, Api.other(AxonServerAtHand.settings(same.toArray(String[]::new))));
    }

    @AfterAll
    static void stop() {
        if (nodes != null) { // nobody named a server
            nodes.forEach(Api.Other::close);
        }
    }

    private static String opened() {
        return TestFund.opened(nodes.getFirst(), "routed-" + UUID.randomUUID()).id();
    }

    private static Answer post(
            Api.Other node, String fund, String command, String id, String amount) {
        return new TestFund(node, fund).tryAmount(command, id, amount);
    }

    private static long commits(Api.Other node) {
        return node.context().getBean(MeterRegistry.class).get("aidledger.commit").timer().count();
    }

    @Test
    void oneNodeDecidesForAFundWhicheverIsAsked() {
        String fund = opened();
        List<Long> before = nodes.stream().map(RoutedCommandsIT::commits).toList();
        for (int i = 0; i < 20; i++) {
            Answer answer = post(nodes.get(i % 2), fund, "receive", "r-" + i, "1.00");
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        }
        assertThat(nodes.stream().map(RoutedCommandsIT::commits).toList())
                .as("one of them stored nothing")
                .containsAnyElementsOf(before)
                .isNotEqualTo(before);
        for (Api.Other node : nodes) {
            assertThat(node.get("/api/v1/funds/" + fund + "/report").at("/totals/received"))
                    .isEqualTo("20.00");
        }
    }

    /** Commands of many funds are decided by both, and each node reads what the other stored. */
    @Test
    void fundsAreSharedOut() {
        List<Long> before = nodes.stream().map(RoutedCommandsIT::commits).toList();
        for (int i = 0; i < 40; i++) {
            String fund = opened();
            assertThat(post(nodes.getLast(), fund, "receive", "r-1", "1.00").status())
                    .isEqualTo(201);
        }
        for (int node = 0; node < nodes.size(); node++) {
            assertThat(commits(nodes.get(node))).as("node " + node).isGreaterThan(before.get(node));
        }
    }

    @Test
    void refusalsAndRepetitionsAreTheSameWhereverTheyWereDecided() {
        for (int i = 0; i < 8; i++) {
            String fund = opened();
            List<Answer> received =
                    nodes.stream().map(n -> post(n, fund, "receive", "r-1", "5.00")).toList();
            assertThat(received.getLast().at("/position"))
                    .isEqualTo(received.getFirst().at("/position"));
            List<Answer> refused =
                    nodes.stream().map(n -> post(n, fund, "return-funds", "x-1", "5.01")).toList();
            assertThat(refused.getFirst().status()).isEqualTo(409);
            assertThat(refused.getFirst().at("/code")).isEqualTo("CASH_EXCEEDED");
            assertThat(refused.getFirst().at("/acceptable")).isEqualTo("5.00");
            assertThat(refused.getLast().body()).isEqualTo(refused.getFirst().body());
            List<Answer> unknown =
                    nodes.stream()
                            .map(n -> post(n, fund + "-nowhere", "receive", "x-1", "5.01"))
                            .toList();
            assertThat(unknown.getFirst().status()).isEqualTo(404);
            assertThat(unknown.getLast().status()).isEqualTo(404);
            List<Answer> reused =
                    nodes.stream().map(n -> post(n, fund, "receive", "r-1", "6.00")).toList();
            assertThat(reused.getFirst().at("/code")).isEqualTo("POSTING_ID_REUSED");
            assertThat(reused.getLast().body()).isEqualTo(reused.getFirst().body());
        }
    }
}
