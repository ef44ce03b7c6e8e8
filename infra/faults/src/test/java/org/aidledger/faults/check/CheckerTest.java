package org.aidledger.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.aidledger.faults.check.Flaw.Kind;
import org.aidledger.faults.check.Verdict.PutOff;
import org.aidledger.faults.check.Verdict.Refused;
import org.aidledger.faults.check.Verdict.Unknown;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Each promise broken once, and named; and a ledger that keeps them all. */
class CheckerTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TEN = "10.00 CNY";

    private final Ledger ledger = new Ledger();

    private void expect(Kind kind, String sentence) {
        assertThat(ledger.flaws.found()).contains(new Flaw(kind, sentence));
        assertThat(ledger.flaws.found()).extracting(Flaw::kind).containsOnly(kind);
    }

    @Test
    void aLedgerThatKeepsItsPromisesHasNoFlaw() {
        ledger.posted("a", TEN);
        Wanted open = ledger.asked("b", TEN);
        ledger.model.answered(open.key(), new Unknown("cut"));
        ledger.stored(open, TEN);
        Wanted neverThere = ledger.asked("c", TEN);
        ledger.model.answered(neverThere.key(), new Unknown("cut"));
        Wanted refused = ledger.asked("d", TEN);
        ledger.model.answered(refused.key(), new Refused("PERIOD_CLOSED"));
        ledger.checker().checkpoint(ledger.checkpoint(ledger.lines));
        ledger.checked();
        ledger.checker().entries(0, Ledger.entries(ledger.lines));
        ledger.checker().roots();
        ledger.checker()
                .trialBalance(
                        "F",
                        JSON.readTree(
                                """
                                {"accounts":[{"account":"CASH:DONOR","balance":"-20.00"},
                                             {"account":"CASH:POOL","balance":"20.00"}]}\
                                """));
        assertThat(ledger.flaws.found()).isEmpty();
    }

    @Test
    void lost() {
        ledger.posted("a", TEN);
        Wanted lost = ledger.asked("b", TEN);
        ledger.acknowledged(lost, ledger.line(lost, TEN, 1, 1));
        ledger.checked();
        expect(Kind.LOST, "F/b was acknowledged, and is not there");
    }

    @Test
    void doubled() {
        Wanted twice = ledger.posted("a", TEN);
        ledger.stored(twice, TEN);
        ledger.checked();
        expect(Kind.DOUBLED, "F/a is at position 0 and at position 1");
    }

    @Test
    void takenAnewTwice() {
        Wanted twice = ledger.posted("a", TEN);
        ledger.model.asking(List.of(twice));
        ledger.acknowledged(twice, ledger.lines.getFirst());
        expect(Kind.DOUBLED, "F/a was taken anew a second time");
    }

    @Test
    void halfDone() {
        Wanted first = ledger.asked("a", TEN);
        Wanted second = ledger.asked("b", TEN);
        ledger.model.areOne(List.of(first, second));
        ledger.stored(first, TEN);
        ledger.checked();
        expect(Kind.HALF_DONE, "1 of 2 postings of one batch are there, beginning with F/a");
    }

    @Test
    void refusedOrPutOffAndStillThere() {
        Wanted refused = ledger.asked("a", TEN);
        ledger.model.answered(refused.key(), new Refused("PERIOD_CLOSED"));
        ledger.stored(refused, TEN);
        Wanted putOff = ledger.asked("b", TEN);
        ledger.model.answered(putOff.key(), new PutOff("LEDGER_BUSY"));
        ledger.stored(putOff, TEN);
        ledger.checked();
        expect(Kind.REFUSED_BUT_THERE, "F/a was refused, and is at position 0");
        expect(Kind.REFUSED_BUT_THERE, "F/b was refused, and is at position 1");
    }

    @Test
    void unasked() {
        Wanted nobodys = new Wanted(new Key("F", "x"), "fund.funds-received", Map.of());
        ledger.stored(nobodys, TEN);
        ledger.checked();
        expect(Kind.UNASKED, "nobody asked for F/x at position 0");
    }

    @Test
    void anotherAmountThanAskedFor() {
        Wanted wanted = ledger.asked("a", TEN);
        ledger.stored(wanted, "10.01 CNY");
        ledger.checked();
        expect(Kind.ALTERED, "F/a says 10.01 CNY at /amount, and not 10.00 CNY");
    }

    @Test
    void anotherPlaceThanAcknowledged() {
        ledger.posted("a", TEN);
        Wanted moved = ledger.asked("b", TEN);
        ledger.acknowledged(moved, ledger.line(moved, TEN, 7, 7));
        ledger.stored(moved, TEN);
        ledger.checked();
        assertThat(ledger.flaws.found()).extracting(Flaw::kind).containsOnly(Kind.ALTERED);
    }

    @Test
    void aGapInPositions() {
        ledger.posted("a", TEN);
        Wanted late = ledger.asked("b", TEN);
        ledger.lines.add(ledger.line(late, TEN, 2, 1));
        ledger.checked();
        expect(Kind.GAP, "position 0 is followed by 2");
    }

    @Test
    void aGapInAStream() {
        ledger.posted("a", TEN);
        Wanted late = ledger.asked("b", TEN);
        ledger.lines.add(ledger.line(late, TEN, 1, 2));
        ledger.checked();
        expect(Kind.GAP, "position 1 is number 2 of F, and not 1");
    }

    @Test
    void timeThatRunsBack() {
        Wanted first = ledger.asked("a", TEN);
        Wanted second = ledger.asked("b", TEN);
        StoredLine earlier = ledger.line(second, TEN, 1, 1);
        ledger.lines.add(ledger.line(first, TEN, 0, 0));
        ledger.lines.add(earlier);
        ledger.checked();
        expect(
                Kind.TIME_RUNS_BACK,
                "position 1 was recorded at 1970-01-01T00:00:00.001Z, after one of"
                        + " 1970-01-01T00:00:00.002Z");
    }

    @Test
    void postedIntoAClosedPeriod() {
        Wanted closing = new Wanted(new Key("F", "close"), "fund.period-closed", Map.of());
        ledger.model.asking(List.of(closing));
        StoredLine close = ledger.line(closing, TEN, 0, 0);
        ledger.lines.add(
                new StoredLine(
                        0,
                        close.eventId(),
                        close.stream(),
                        0,
                        closing.type(),
                        close.recorded(),
                        JSON.readTree(
                                """
                                {"fund":"F","voucher":{"postingId":"close"},
                                 "through":"2024-03-31"}\
                                """)));
        ledger.posted("a", TEN);
        ledger.checked();
        expect(
                Kind.INTO_CLOSED_PERIOD,
                "position 1 posts to 2024-03-01 in F, which is closed through 2024-03-31");
    }

    @Test
    void anUnbalancedBook() {
        ledger.posted("a", TEN);
        ledger.checked();
        ledger.checker()
                .journal(
                        "F",
                        List.of(
                                JSON.readTree("{\"account\":\"CASH:DONOR\",\"amount\":\"-10.00\"}"),
                                JSON.readTree("{\"account\":\"CASH:POOL\",\"amount\":\"10.01\"}")));
        assertThat(ledger.flaws.found())
                .contains(
                        new Flaw(
                                Kind.UNBALANCED,
                                "the journal of F has 0.01 too much in the CASH book"),
                        new Flaw(
                                Kind.READ_SIDE_DIFFERS,
                                "the journal of F has 10.01 on CASH:POOL, and by the events it is"
                                        + " 10.00"));
    }

    @Test
    void aReplayThatDiffers() {
        ledger.checker().replay("F", JSON.readTree("{\"same\":false,\"differences\":[\"pool\"]}"));
        expect(Kind.READ_SIDE_DIFFERS, "F differs from its replay: [\"pool\"]");
    }

    @Test
    void twoCheckpointsOfOneSize() {
        Wanted wanted = ledger.asked("a", TEN);
        ledger.checker().checkpoint(ledger.checkpoint(List.of(ledger.line(wanted, TEN, 0, 0))));
        ledger.checker()
                .checkpoint(ledger.checkpoint(List.of(ledger.line(wanted, "9.00 CNY", 0, 0))));
        expect(Kind.CHECKPOINT_FORKS, "there are two checkpoints of size 1");
    }

    @Test
    void aCheckpointOverAnotherHistory() {
        Wanted wanted = ledger.posted("a", TEN);
        ledger.posted("b", TEN);
        StoredLine other = ledger.line(wanted, "9.00 CNY", 0, 0);
        ledger.checker().checkpoint(ledger.checkpoint(List.of(other)));
        ledger.checked();
        ledger.checker().entries(0, Ledger.entries(ledger.lines));
        ledger.checker().roots();
        expect(
                Kind.CHECKPOINT_FORKS,
                "the checkpoint of size 1 is not over the events that are there");
    }

    @Test
    void aCheckpointThatNoProofContinues() {
        ledger.posted("a", TEN);
        ledger.posted("b", TEN);
        ledger.checker().checkpoint(ledger.checkpoint(ledger.lines.subList(0, 1)));
        ledger.checker().checkpoint(ledger.checkpoint(ledger.lines));
        ledger.checker().consistency(1, 2, List.of());
        expect(Kind.CHECKPOINT_FORKS, "no proof that the log of size 2 begins with that of size 1");
    }

    @Test
    void anEntryThatIsNotItsEvents() {
        ledger.posted("a", TEN);
        StoredLine line = ledger.lines.getFirst();
        byte[] entries = Ledger.entries(List.of(line));
        ledger.lines.set(0, ledger.line(ledger.asked("a", TEN), "99.00 CNY", 0, 0));
        ledger.lines.forEach(ledger.checker()::event);
        ledger.checker().entries(0, entries);
        assertThat(ledger.flaws.found())
                .anyMatch(flaw ->
                        flaw.kind() == Kind.ALTERED
                                && flaw.sentence().startsWith("the log's entry 0 does not say"));
    }

    @Test
    void anEntryThatChanged() {
        ledger.posted("a", TEN);
        ledger.checked();
        ledger.checker().entries(0, Ledger.entries(ledger.lines));
        StoredLine other = ledger.line(ledger.asked("a", TEN), "9.00 CNY", 0, 0);
        ledger.checker().entries(0, Ledger.entries(List.of(other)));
        expect(Kind.ALTERED, "the log's entry 0 is another one than it was");
    }

    @Test
    void aLogThatIsUnsoundByItsOwnAccount() {
        ledger.checker()
                .verification(JSON.readTree("{\"sound\":false,\"flaws\":[\"position 3\"]}"));
        expect(Kind.UNSOUND, "[\"position 3\"]");
    }
}
