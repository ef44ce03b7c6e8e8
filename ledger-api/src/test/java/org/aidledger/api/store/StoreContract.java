package org.aidledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.aidledger.api.Api;
import org.aidledger.api.Api.Answer;
import org.aidledger.api.TestFund;
import org.aidledger.event.EventLog;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.event.Voucher;
import org.aidledger.fund.Fund;
import org.aidledger.fund.FundId;
import org.aidledger.fund.MoneyEvent.FundsReceived;
import org.aidledger.money.Money;
import org.aidledger.proof.Checkpoint;
import org.aidledger.proof.Consistency;
import org.aidledger.proof.EventBytes;
import org.aidledger.proof.Hash;
import org.aidledger.proof.Inclusion;
import org.aidledger.proof.SignedNote;
import org.aidledger.proof.StoredEvent;
import org.aidledger.proof.TransparencyLog;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A ledger on one store, whichever it is. Other tests may work on the same ledger meanwhile. */
abstract class StoreContract {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int AT_ONCE = 16;

    /** The ledger on the store that is tested. */
    abstract Api.Other ledger();

    private String opened() {
        // A store may outlive the tests.
        return TestFund.opened(ledger(), "store-" + UUID.randomUUID()).id();
    }

    private Answer post(String fund, String command, String postingId, String amount) {
        return new TestFund(ledger(), fund).tryAmount(command, postingId, amount);
    }

    private Answer accepted(String fund, String command, String postingId, String amount) {
        Answer answer = post(fund, command, postingId, amount);
        assertThat(answer.status()).as(answer.body()).isIn(200, 201);
        return answer;
    }

    private <T> T bean(Class<T> type) {
        return ledger().context().getBean(type);
    }

    @Test
    void anEventIsReadTheSameWhicheverWay() {
        EventLog log = bean(EventLog.class);
        String fund = opened();
        Answer answer = accepted(fund, "receive", "r-1", "12.50");
        long position = answer.json().path("position").asLong();

        Recorded<LedgerEvent> event = log.at(List.of(position)).getFirst();
        assertThat(event.eventId()).isEqualTo(answer.json().at("/eventIds/0").asString());
        assertThat(event.sequence()).isEqualTo(1);
        assertThat(event.event())
                .isInstanceOfSatisfying(
                        FundsReceived.class,
                        e -> assertThat(e.amount()).isEqualTo(Money.of("12.50", "CNY")));
        assertThat(log.after(position - 1, 1)).containsExactly(event);
        assertThat(log.ofStream(fund, 1, 10)).containsExactly(event);
        assertThat(log.ofStream(fund, 2, 10)).isEmpty();
        List<Recorded<LedgerEvent>> whole = new ArrayList<>();
        log.readStream(fund, whole::add);
        assertThat(whole).extracting(Recorded::sequence).containsExactly(0L, 1L);
        assertThat(whole.getLast()).isEqualTo(event);
        assertThat(log.head()).isGreaterThanOrEqualTo(position);
        assertThat(log.count()).isEqualTo(log.head() + 1);
        assertThat(log.at(List.of(Long.MAX_VALUE))).isEmpty();

        StoredEvent bytes = bean(EventBytes.class).bytesOfStream(fund, 1, 1).getFirst();
        assertThat(bytes.position()).isEqualTo(position);
        assertThat(bytes.recorded()).isEqualTo(event.recorded());
        assertThat(bytes.name()).isEqualTo("fund.funds-received");
        assertThat(JSON.readTree(bytes.payload()).path("amount").asString()).isEqualTo("12.50 CNY");
        assertThat(bytes.metadata()).asString().isEqualTo("{}");
        JsonNode line =
                JSON.readTree(
                        ledger().get("/api/v1/events?after=" + (position - 1) + "&limit=1")
                                .lines()
                                .getFirst());
        assertThat(line.path("position").asLong()).isEqualTo(position);
    }

    @Test
    void theSameRequestCountsOnce() {
        String fund = opened();
        Answer first = accepted(fund, "receive", "r-1", "5.00");
        Answer again = accepted(fund, "receive", "r-1", "5.00");
        assertThat(again.at("/position")).isEqualTo(first.at("/position"));
        assertThat(again.at("/eventIds/0")).isEqualTo(first.at("/eventIds/0"));
        Answer other = post(fund, "receive", "r-1", "5.01");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body()).contains("amount");
        assertThat(bean(EventLog.class).ofStream(fund, 0, 10)).hasSize(2);
    }

    /** Word for word, with the values that would have been accepted. */
    @Test
    void aRefusalIsTheSameProblem() {
        String fund = opened();
        accepted(fund, "receive", "r-1", "5.00");
        Answer refused = post(fund, "return-funds", "x-1", "5.01");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.header("content-type")).startsWith("application/problem+json");
        assertThat(refused.body())
                .isEqualTo(
                        """
                        {"type":"urn:aid-ledger:problem:cash_exceeded","title":"Refused by the ledger",\
                        "status":409,"code":"CASH_EXCEEDED","detail":"5.01 CNY is more than %1$s has\
                         received and not yet disbursed: 5.00 CNY would be accepted; it first breaks on\
                         2024-01-02.","ceiling":"CASH","subject":"%1$s","currency":"CNY",\
                        "requested":"5.01","acceptable":"5.00","firstDay":"2024-01-02"}\
                        """
                                .formatted(fund));
        Answer nowhere = post(Api.unique("nowhere"), "receive", "x-1", "5.01");
        assertThat(nowhere.status()).isEqualTo(404);
        assertThat(nowhere.at("/code")).isEqualTo("FUND_UNKNOWN");
        assertThat(bean(EventLog.class).ofStream(fund, 0, 10)).hasSize(2);
    }

    @Test
    void manyAtOnceAreStoredOnceEachInOneOrder() throws Exception {
        List<String> funds = List.of(opened(), opened(), opened());
        List<Callable<Answer>> work = new ArrayList<>();
        for (int i = 0; i < 240; i++) {
            // Half of them for one fund; every fifth is sent twice.
            String fund = funds.get(i % 2 == 0 ? 0 : 1 + i % 4 / 2);
            String id = "r-" + i;
            IntStream.rangeClosed(0, i % 5 == 0 ? 1 : 0)
                    .forEach(_ -> work.add(() -> accepted(fund, "receive", id, "1.00")));
        }
        Map<Long, String> positions = new HashMap<>();
        for (Answer answer : atOnce(work)) {
            positions.put(answer.json().path("position").asLong(), answer.at("/eventIds/0"));
        }
        assertThat(positions).hasSize(240);
        List<Recorded<LedgerEvent>> stored = bean(EventLog.class).at(positions.keySet());
        assertThat(stored)
                .allSatisfy(e -> assertThat(e.eventId()).isEqualTo(positions.get(e.position())))
                .isSortedAccordingTo(Comparator.comparingLong(Recorded::position));
        assertThat(stored).extracting(Recorded::recorded).isSorted();
        for (String fund : funds) {
            assertGapless(fund);
        }
        List<Recorded<LedgerEvent>> all =
                bean(EventLog.class).after(stored.getFirst().position() - 1, 10_000);
        assertThat(all).extracting(Recorded::recorded).isSorted();
        for (int i = 0; i < all.size(); i++) {
            assertThat(all.get(i).position()).isEqualTo(all.getFirst().position() + i);
        }
    }

    private static List<Answer> atOnce(List<Callable<Answer>> work)
            throws InterruptedException, ExecutionException {
        List<Answer> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Answer> answer : threads.invokeAll(work)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private void assertGapless(String fund) {
        List<Recorded<LedgerEvent>> stream = bean(EventLog.class).ofStream(fund, 0, 1000);
        Set<String> requests = new HashSet<>();
        for (int i = 0; i < stream.size(); i++) {
            assertThat(stream.get(i).sequence()).isEqualTo(i);
            assertThat(requests.add(stream.get(i).event().voucher().postingId().value())).isTrue();
        }
        assertThat(stream).extracting(Recorded::position).isSorted();
        assertThat(stream).extracting(Recorded::recorded).isSorted();
    }

    /** What another node appends, this one hears of from the store alone. */
    private void appendElsewhere(String fund, long sequence, String postingId, String amount) {
        Voucher voucher = Voucher.of(postingId, LocalDate.of(2024, 1, 2), "王芳");
        bean(EventStore.class)
                .publish(
                        new GenericDomainEventMessage<>(
                                Fund.class.getSimpleName(),
                                fund,
                                sequence,
                                new FundsReceived(
                                        new FundId(fund), voucher, Money.of(amount, "CNY"))));
    }

    @Test
    void aPlaceInAStreamIsTakenOnce() {
        String fund = opened();
        accepted(fund, "receive", "r-1", "5.00");
        assertThatThrownBy(() -> appendElsewhere(fund, 1, "r-2", "6.00"))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(bean(EventLog.class).ofStream(fund, 0, 10)).hasSize(2);
    }

    @Test
    void whatAnotherNodeAppendedCountsForTheNextCommand() {
        String fund = opened();
        appendElsewhere(fund, 1, "e-1", "7.00");
        accepted(fund, "receive", "r-1", "1.00");
        appendElsewhere(fund, 3, "e-2", "2.00");
        // Were it decided on what this node knows alone, it would be refused.
        accepted(fund, "return-funds", "x-1", "9.50");
        appendElsewhere(fund, 5, "e-3", "3.00");
        assertThat(accepted(fund, "receive", "e-3", "3.00").at("/position")).isNotEmpty();
        assertThat(post(fund, "return-funds", "x-2", "3.51").status()).isEqualTo(409);
        assertThat(bean(EventLog.class).ofStream(fund, 0, 10)).hasSize(6);
    }

    @Test
    void whatWasKnownThenStaysSo() {
        String fund = opened();
        long first = accepted(fund, "receive", "r-1", "5.00").json().path("position").asLong();
        Instant then = bean(EventLog.class).at(List.of(first)).getFirst().recorded();
        String question =
                "/api/v1/funds/%s/report?asOf=2024-12-31&knownAt=%s".formatted(fund, then);
        String before = ledger().get(question).body();
        accepted(fund, "receive", "r-2", "6.00");
        accepted(fund, "return-funds", "x-1", "10.00");

        assertThat(ledger().get(question).body()).isEqualTo(before);
        assertThat(received(ledger().get(question))).isEqualTo("5.00");
        assertThat(
                        received(
                                ledger().get(
                                                "/api/v1/funds/%s/report?asOf=2024-12-31"
                                                        .formatted(fund))))
                .isEqualTo("1.00");
    }

    private static String received(Answer report) {
        return report.at("/totals/received");
    }

    @Test
    void theLogProvesEachEventAndThatItOnlyGrew() {
        String fund = opened();
        Checkpoint earlier = checkpoint();
        long position = accepted(fund, "receive", "r-1", "5.00").json().path("position").asLong();
        Checkpoint later = checkpoint();
        assertThat(later.size()).isGreaterThan(position);
        assertThat(earlier.size()).isLessThanOrEqualTo(position);

        JsonNode proof =
                ledger().get(
                                "/api/v1/log/proof/inclusion?position=%s&size=%s"
                                        .formatted(position, later.size()))
                        .json();
        Hash leaf = bean(EventBytes.class).bytesOfStream(fund, 1, 1).getFirst().leaf().hash();
        assertThat(new Inclusion(position, later.size(), hashes(proof)).proves(leaf, later.root()))
                .isTrue();
        JsonNode growth =
                ledger().get(
                                "/api/v1/log/proof/consistency?from=%s&to=%s"
                                        .formatted(earlier.size(), later.size()))
                        .json();
        assertThat(
                        new Consistency(earlier.size(), later.size(), hashes(growth))
                                .proves(earlier.root(), later.root()))
                .isTrue();
        JsonNode verified =
                JSON.readTree(ledger().post("/api/v1/log/verify", "{}").lines().getLast());
        assertThat(verified.at("/report/sound").asBoolean()).as(verified.toString()).isTrue();
        assertThat(verified.at("/report/signedFor").asLong()).isGreaterThanOrEqualTo(later.size());
        assertThat(bean(TransparencyLog.class).status().alarm()).isEmpty();
    }

    private Checkpoint checkpoint() {
        return Checkpoint.of(SignedNote.parse(ledger().post("/api/v1/log/checkpoint", "").body()));
    }

    private static List<Hash> hashes(JsonNode proof) {
        return StreamSupport.stream(proof.path("proof").spliterator(), false)
                .map(hash -> Hash.parse(hash.asString()))
                .toList();
    }
}
