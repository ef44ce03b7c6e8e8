package org.aidledger.projections.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.aidledger.access.Question;
import org.aidledger.access.Right;
import org.aidledger.event.AsOf;
import org.aidledger.event.EventLog;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.event.StoredAs;
import org.aidledger.fund.FundEvent;
import org.aidledger.fund.FundId;
import org.aidledger.fund.GovernanceEvent.FundOpened;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.FundFold;
import org.aidledger.posting.PostingRules;
import org.aidledger.projections.budget.Budgets;
import org.aidledger.projections.findings.FindingRegister;
import org.aidledger.projections.reading.Reads;
import org.aidledger.projections.replay.ReplayReport.FigureDifference;
import org.aidledger.projections.standing.RunningTotals;
import org.aidledger.projections.status.Present;

/** Recomputes funds from their events alone. */
public final class Replay {

    private final EventLog log;
    private final Reads reads;
    private final Budgets budgets;
    private final FindingRegister findings;
    private final Present present;

    public Replay(
            EventLog log, Reads reads, Budgets budgets, FindingRegister findings, Present present) {
        this.log = log;
        this.reads = reads;
        this.budgets = budgets;
        this.findings = findings;
        this.present = present;
    }

    private record Side(long position, Optional<FundFigures> figures) {}

    /**
     * Recomputes a fund and compares it with the read side; empty if there is no such fund by the
     * date. Events that have not reached the read side yet are left out of both.
     *
     * @param until last business date that counts; today if empty
     */
    public Optional<ReplayReport> of(FundId fund, Optional<LocalDate> until) {
        AsOf asOf = new AsOf(until.orElseGet(present::today), present.known());
        Side side =
                reads.ask(
                        Question.of(Right.TRAIL, fund, asOf),
                        jdbc -> new Side(Reads.position(jdbc), budgets.of(fund, asOf)));
        List<Recorded<LedgerEvent>> events = new ArrayList<>();
        Consumer<Recorded<LedgerEvent>> reader =
                event -> {
                    if (event.position() <= side.position()) {
                        events.add(event);
                    }
                };
        log.readStream(fund.value(), reader);
        findings.ids(fund).forEach(finding -> log.readStream("finding:" + finding, reader));
        return FundFold.at(asOf, events)
                .map(replayed ->
                        new ReplayReport(
                                fund,
                                asOf,
                                events.size(),
                                replayed,
                                differences(replayed, side.figures())));
    }

    private static List<FigureDifference> differences(
            FundFigures replayed, Optional<FundFigures> read) {
        return read.map(r -> Figures.differences(replayed, r))
                .orElse(
                        List.of(
                                new FigureDifference(
                                        "fund", replayed.fund().value(), "not there")));
    }

    /**
     * Hands on every step of a fund, in the order of recording; none if there is no such fund. The
     * sums after a step are those at the date, as known right after it.
     *
     * @param until last business date that counts; today if empty
     */
    public void steps(FundId fund, Optional<LocalDate> until, Consumer<ReplayStep> reader) {
        LocalDate last = until.orElseGet(present::today);
        reads.require(Question.of(Right.TRAIL, fund, new AsOf(last, present.known())));
        Steps steps = new Steps(last, reader);
        log.readStream(fund.value(), steps::take);
    }

    /** Takes one event after the other and keeps the sums. */
    private static final class Steps {

        private final AsOf asOf;
        private final Consumer<ReplayStep> reader;
        private Optional<RunningTotals> running = Optional.empty();

        Steps(LocalDate until, Consumer<ReplayStep> reader) {
            this.asOf = new AsOf(until, Instant.MAX);
            this.reader = reader;
        }

        void take(Recorded<LedgerEvent> recorded) {
            if (!asOf.includes(recorded) || !(recorded.event() instanceof FundEvent event)) {
                return;
            }
            if (event instanceof FundOpened opened) {
                running = Optional.of(new RunningTotals(opened.denomination(), asOf.effective()));
            }
            RunningTotals totals = running.orElseThrow();
            totals.add(recorded);
            reader.accept(
                    new ReplayStep(
                            recorded.position(),
                            recorded.eventId(),
                            recorded.sequence(),
                            event.getClass().getAnnotation(StoredAs.class).value(),
                            event.voucher().effective(),
                            recorded.recorded(),
                            event,
                            PostingRules.entriesFor(event),
                            totals.standing()));
        }
    }
}
