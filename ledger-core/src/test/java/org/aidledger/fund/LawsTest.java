package org.aidledger.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.aidledger.event.AsOf;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.PostingId;
import org.aidledger.event.Recorded;
import org.aidledger.fund.GovernanceEvent.FundOpened;
import org.aidledger.fund.GovernanceEvent.PolicySet;
import org.aidledger.fund.MoneyEvent.FundsReallocated;
import org.aidledger.fund.MoneyEvent.FundsReclaimed;
import org.aidledger.fund.MoneyEvent.PostingReversed;
import org.aidledger.fund.PlanEvent.AdjustmentApproved;
import org.aidledger.indicator.Alert;
import org.aidledger.indicator.Alerts;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.FundFold;
import org.aidledger.indicator.ProjectFigures;
import org.aidledger.posting.Book;
import org.aidledger.posting.Entry;
import org.aidledger.posting.PostingRules;
import org.junit.jupiter.api.Test;

/** Laws that hold in every history. {@code -Dledger.seed=N} runs one. */
class LawsTest {

    private static final int HISTORIES = 500;
    private static final int COMMANDS = 100;
    private static final Instant EVER = Instant.MAX;

    private static final List<HistoryRun> RUNS =
            Histories.seeds(HISTORIES).mapToObj(seed -> Histories.run(seed, COMMANDS)).toList();

    private static void inEveryHistory(Consumer<HistoryRun> law) {
        for (HistoryRun run : RUNS) {
            try {
                law.accept(run);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("replay with -Dledger.seed=" + run.seed() + ": " + e, e);
            }
        }
    }

    /** A handful of days spread over those on which something happened, with the last. */
    private static List<LocalDate> someDays(NaiveBooks books) {
        List<LocalDate> days = List.copyOf(books.days());
        List<LocalDate> some = new ArrayList<>();
        for (int i = 0; i < days.size(); i += 9) {
            some.add(days.get(i));
        }
        if (!days.isEmpty()) {
            some.add(days.getLast());
        }
        return some;
    }

    @Test
    void entriesOfEveryEventSumToZeroInEachBook() {
        inEveryHistory(run -> {
            for (FundEvent event : run.fundEvents()) {
                Map<Book, Long> sums = new EnumMap<>(Book.class);
                for (Entry entry : PostingRules.entriesFor(event)) {
                    sums.merge(entry.account().book(), entry.amount().minorUnits(), Long::sum);
                }
                assertThat(sums.values()).as("%s", event).allMatch(sum -> sum == 0);
            }
        });
    }

    /** Recomputed on every day, for the whole history and for its beginnings. */
    @Test
    void noCeilingIsBrokenOnAnyDayOfAWatchedStrictFund() {
        inEveryHistory(run -> {
            List<FundEvent> events = run.fundEvents();
            if (isStrictAndWatched(events)) {
                for (int known = events.size(); known > 0; known -= 17) {
                    requireCeilings(new NaiveBooks(events.subList(0, known)));
                }
            }
        });
    }

    private static void requireCeilings(NaiveBooks books) {
        for (LocalDate day : books.days()) {
            NaiveBooks.Sums fund = books.fund(day);
            assertThat(fund.allocated).as("%s", day).isLessThanOrEqualTo(fund.authorised);
            assertThat(fund.disbursed).as("%s", day).isLessThanOrEqualTo(fund.received);
            books.projects(day)
                    .forEach((project, p) -> {
                        if (!project.isEmpty()
                                && (p.disbursed > p.allocated
                                        || p.paid > p.disbursed
                                        || p.paid < 0)) {
                            throw new AssertionError(project + " on " + day);
                        }
                    });
        }
    }

    private static boolean isStrictAndWatched(List<FundEvent> events) {
        return events.stream()
                        .noneMatch(e ->
                                e instanceof PolicySet p
                                        && p.item().name().startsWith("WATCH")
                                        && p.value().signum() == 0)
                && events.stream()
                        .anyMatch(e -> e instanceof FundOpened o && o.mode() == Mode.STRICT);
    }

    /** Plan, freezes, closed projects and periods, each as known when the money was posted. */
    @Test
    void moneyGoesOnlyWhereItMay() {
        inEveryHistory(run -> {
            NaiveGates gates = new NaiveGates();
            run.fundEvents().forEach(gates::next);
        });
    }

    /** On every day: what a basis released, less what was reallocated on it and not reversed. */
    @Test
    void noReallocationOfAStrictFundExceedsItsBasisOnAnyDay() {
        inEveryHistory(run -> {
            List<FundEvent> events = run.fundEvents();
            if (events.stream()
                    .anyMatch(e -> e instanceof FundOpened o && o.mode() == Mode.STRICT)) {
                for (LocalDate day : new NaiveBooks(events).days()) {
                    Map<String, Long> left = new HashMap<>();
                    standing(events, day).forEach(e -> release(e, left));
                    assertThat(left.values()).as("%s: %s", day, left).allMatch(v -> v >= 0);
                }
            }
        });
    }

    /** The events that count on a day, without those postings that are reversed by then. */
    private static List<FundEvent> standing(List<FundEvent> events, LocalDate day) {
        List<FundEvent> by = new ArrayList<>(events);
        by.removeIf(e -> e.voucher().effective().isAfter(day));
        Set<PostingId> reversed = new HashSet<>();
        by.forEach(e -> {
            if (e instanceof PostingReversed r) {
                reversed.add(r.reverses());
            }
        });
        by.removeIf(e -> reversed.contains(e.voucher().postingId()));
        return by;
    }

    private static void release(FundEvent event, Map<String, Long> left) {
        switch (event) {
            case FundsReclaimed e ->
                    left.merge(
                            "reclaim:" + e.voucher().postingId() + e.project(),
                            e.amount().minorUnits(),
                            Long::sum);
            case AdjustmentApproved e ->
                    e.changes()
                            .forEach(c ->
                                    left.merge(
                                            "adjustment:" + e.adjustment() + c.project(),
                                            Math.max(0, lowered(e, c.project())),
                                            (a, _) -> a));
            case FundsReallocated e ->
                    left.merge(e.basis() + "" + e.from(), -e.amount().minorUnits(), Long::sum);
            default -> {} // releases nothing
        }
    }

    private static long lowered(AdjustmentApproved event, ProjectId project) {
        return -event.changes().stream()
                .filter(c -> c.project().equals(project))
                .mapToLong(c -> c.planned().minorUnits())
                .sum();
    }

    /** The state is rebuilt from the events at several points and asked everything again. */
    @Test
    void replayIsLiveAndDecisionsDependOnEventsOnly() {
        inEveryHistory(run -> {
            List<FundEvent> events = run.fundEvents();
            FundState replayed = new FundState();
            int known = 0;
            int recorded = 0;
            for (HistoryRun.Step step : run.steps()) {
                if (!(step.command() instanceof FundCommand command)) {
                    continue;
                }
                while (recorded < step.known()) {
                    if (run.recorded().get(recorded++).event() instanceof FundEvent) {
                        replayed.on(events.get(known++));
                    }
                }
                assertThat(HistoryRun.answer(replayed, command)).isEqualTo(step.answer());
                if (known % 5 == 0) { // Asking changes nothing: the same answer again.
                    assertThat(HistoryRun.answer(replayed, command)).isEqualTo(step.answer());
                }
            }
        });
    }

    @Test
    void anAcceptedRequestRepeatedAppendsNothing() {
        inEveryHistory(run -> {
            for (HistoryRun.Step step : run.steps()) {
                if (step.command() instanceof FundCommand command && !step.events().isEmpty()) {
                    assertThat(run.fund().decide(command)).isEmpty();
                }
            }
        });
    }

    @Test
    void theFoldAgreesWithNaiveSumsOnEveryDay() {
        inEveryHistory(run -> {
            NaiveBooks books = new NaiveBooks(run.fundEvents());
            for (LocalDate day : someDays(books)) {
                FundFold.at(new AsOf(day, EVER), run.recorded())
                        .ifPresent(figures -> agree(figures, books, day));
            }
        });
    }

    private static void agree(FundFigures figures, NaiveBooks books, LocalDate day) {
        NaiveBooks.Sums fund = books.fund(day);
        assertThat(figures.authorised().minorUnits()).isEqualTo(fund.authorised);
        assertThat(figures.received().minorUnits()).isEqualTo(fund.received);
        assertThat(figures.totals().allocated().minorUnits()).isEqualTo(fund.allocated);
        assertThat(figures.totals().disbursed().minorUnits()).isEqualTo(fund.disbursed);
        assertThat(figures.totals().paid().minorUnits()).isEqualTo(fund.paid);
        assertThat(figures.totals().idle().isNegative()).isFalse();
        Map<String, NaiveBooks.Sums> projects = books.projects(day);
        List<String> overdrawn = new ArrayList<>();
        for (ProjectFigures p : figures.projects()) {
            NaiveBooks.Sums naive = projects.getOrDefault(p.id().value(), new NaiveBooks.Sums());
            assertThat(p.allocated().minorUnits()).as("%s", p.id()).isEqualTo(naive.allocated);
            assertThat(p.disbursed().minorUnits()).as("%s", p.id()).isEqualTo(naive.disbursed);
            assertThat(p.paid().minorUnits()).as("%s", p.id()).isEqualTo(naive.paid);
            if (naive.disbursed > naive.allocated) {
                overdrawn.add(p.id().value());
            }
        }
        assertThat(Alerts.of(figures))
                .filteredOn(alert -> alert.kind() == Alert.Kind.OVERDISBURSED)
                .extracting(Alert::subject)
                .containsExactlyElementsOf(overdrawn);
    }

    /** What was known then never changes by what is posted later, whatever its business date. */
    @Test
    void knowledgeDoesNotChangeByLaterEvents() {
        inEveryHistory(run -> {
            List<Recorded<LedgerEvent>> all = run.recorded();
            for (int known = 10; known < all.size(); known += 25) {
                Instant then = all.get(known).recorded();
                List<Recorded<LedgerEvent>> byThen =
                        all.stream().filter(r -> !r.recorded().isAfter(then)).toList();
                for (String day : List.of("2023-06-30", "2024-02-01", "2025-01-01")) {
                    AsOf asOf = new AsOf(LocalDate.parse(day), then);
                    assertThat(FundFold.at(asOf, all)).isEqualTo(FundFold.at(asOf, byThen));
                }
            }
        });
    }

    @Test
    void aReversalRestoresBalancesFromItsDateOn() {
        inEveryHistory(run -> {
            List<FundEvent> events = run.fundEvents();
            for (FundEvent event : events) {
                if (event instanceof PostingReversed reversal) {
                    NaiveBooks without = new NaiveBooks(without(events, reversal));
                    LocalDate date = reversal.voucher().effective();
                    FundFigures figures =
                            FundFold.at(new AsOf(date, EVER), run.recorded()).orElseThrow();
                    agree(figures, without, date);
                }
            }
        });
    }

    /** As if neither the posting nor its reversal had ever been. */
    private static List<FundEvent> without(List<FundEvent> events, PostingReversed reversal) {
        List<FundEvent> rest = new ArrayList<>(events);
        rest.removeIf(e ->
                e.equals(reversal)
                        || (e.voucher().postingId().equals(reversal.reverses())
                                && (e instanceof MoneyEvent || e instanceof FundOpened)));
        return rest;
    }

    @Test
    void aWholeHistoryFoldsToTheLastStateOfTheBooks() {
        inEveryHistory(run -> {
            LocalDate end = LocalDate.of(2099, 12, 31);
            Optional<FundFigures> figures = FundFold.at(new AsOf(end, EVER), run.recorded());
            assertThat(figures.map(FundFigures::planVersion))
                    .isEqualTo(run.fund().opened().map(_ -> run.fund().plan().version()));
        });
    }
}
