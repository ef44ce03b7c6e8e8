package org.aidledger.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.aidledger.event.AsOf;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.fund.FundEvent;
import org.aidledger.fund.FundId;
import org.aidledger.fund.Histories;
import org.aidledger.fund.ProjectId;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.FundFold;
import org.aidledger.indicator.ProjectFigures;
import org.aidledger.money.Money;
import org.aidledger.posting.Book;
import org.aidledger.posting.PostingRules;
import org.aidledger.projections.balance.AccountBalance;
import org.aidledger.projections.changes.Change;
import org.aidledger.projections.changes.Changes;
import org.aidledger.projections.changes.FundChanges;
import org.aidledger.projections.journal.JournalFilter;
import org.aidledger.projections.journal.JournalLine;
import org.aidledger.projections.rebuild.ProgressListener;
import org.aidledger.projections.rebuild.RebuildReport;
import org.aidledger.projections.replay.ReplayStep;
import org.aidledger.projections.standing.Standing;
import org.aidledger.projections.trail.Trail;
import org.aidledger.projections.trail.TrailEntry;
import org.aidledger.projections.trail.TrailFilter;
import org.aidledger.projections.why.Contribution;
import org.aidledger.projections.why.Explanation;
import org.aidledger.projections.why.Figure;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What holds for every history, checked on seeded ones. {@code -Dledger.seed=N} takes one alone.
 */
class LawsTest {

    private static final int HISTORIES = 250;
    private static final int COMMANDS = 150;
    private static final int POINTS = 25;

    /** Numbers are the same however many zeros they were written with. */
    private static final RecursiveComparisonConfiguration BY_VALUE =
            RecursiveComparisonConfiguration.builder()
                    .withComparatorForType(
                            java.math.BigDecimal::compareTo, java.math.BigDecimal.class)
                    .build();

    private static final Many MANY =
            new Many(Histories.seeds(HISTORIES).boxed().toList(), COMMANDS);
    private static final TestReadSide READ =
            new TestReadSide(
                    Clock.fixed(Instant.parse("2025-06-30T12:00:00Z"), java.time.ZoneOffset.UTC));

    @BeforeAll
    static void takeAll() throws SQLException {
        long start = System.nanoTime();
        READ.take(MANY.events);
        System.out.printf(
                "%d events of %d funds projected in %d ms%n",
                MANY.events.size(),
                MANY.byFund.size(),
                Duration.ofNanos(System.nanoTime() - start).toMillis());
    }

    @AfterAll
    static void close() {
        READ.close();
    }

    @Test
    void figuresOfAllFundsAreThoseOfTheNaiveFold() {
        Random random = new Random(1);
        for (int i = 0; i < POINTS; i++) {
            AsOf asOf = MANY.point(random);
            List<FundFigures> naive = new ArrayList<>();
            List<FundFigures> folded = new ArrayList<>();
            for (FundId fund : MANY.funds()) {
                NaiveFund.at(asOf, MANY.of(fund)).ifPresent(naive::add);
                FundFold.at(asOf, MANY.of(fund)).ifPresent(folded::add);
            }
            List<FundFigures> read = READ.budgets.all(asOf);
            requireSame(asOf, read, naive);
            requireSame(asOf, folded, naive);
        }
    }

    private static void requireSame(AsOf asOf, List<FundFigures> given, List<FundFigures> naive) {
        if (!given.equals(naive)) {
            assertThat(given)
                    .describedAs("at %s", asOf)
                    .usingRecursiveComparison(BY_VALUE)
                    .isEqualTo(naive);
        }
    }

    @Test
    void figuresOfOneFundAreThoseOfTheNaiveFold() {
        Random random = new Random(2);
        for (FundId fund : MANY.funds()) {
            AsOf asOf = Many.point(random, MANY.of(fund));
            requireSame(
                    asOf,
                    READ.budgets.of(fund, asOf).stream().toList(),
                    NaiveFund.at(asOf, MANY.of(fund)).stream().toList());
        }
    }

    @Test
    void eachBookSumsToZeroAndAgreesWithTheStatement() {
        Random random = new Random(3);
        for (FundId fund : MANY.funds()) {
            AsOf asOf = Many.point(random, MANY.of(fund));
            List<AccountBalance> balances = READ.balances.trialBalance(fund, asOf);
            Map<Book, Long> sums = new EnumMap<>(Book.class);
            balances.forEach(
                    b -> sums.merge(b.account().book(), b.balance().minorUnits(), Math::addExact));
            assertThat(sums.values()).allMatch(s -> s == 0);
            READ.budgets.of(fund, asOf).ifPresent(figures -> requireBalances(figures, balances));
        }
    }

    private static void requireBalances(FundFigures figures, List<AccountBalance> balances) {
        long authorised = 0;
        long pool = 0;
        for (AccountBalance b : balances) {
            switch (b.account().kind()) {
                case AUTHORISED -> authorised += b.balance().minorUnits();
                case POOL -> pool += b.balance().minorUnits();
                case GRANT, ALLOCATED, DONOR, HELD, PAID -> {}
            }
        }
        assertThat(authorised).isEqualTo(figures.remaining().minorUnits());
        assertThat(pool).isEqualTo(figures.pool().minorUnits());
    }

    @Test
    void changesAddUpToTheDifference() {
        Random random = new Random(4);
        int changes = 0;
        for (FundId fund : MANY.funds()) {
            AsOf from = Many.point(random, MANY.of(fund));
            AsOf to = Many.point(random, MANY.of(fund));
            Optional<FundChanges> found = READ.changes.between(fund, from, to);
            assertThat(found.isPresent())
                    .isEqualTo(
                            NaiveFund.at(from, MANY.of(fund)).isPresent()
                                    || NaiveFund.at(to, MANY.of(fund)).isPresent());
            found.ifPresent(f -> requireSum(f, MANY.of(fund)));
            found.ifPresent(f -> requireOutline(f, fund, from, to));
            changes += found.map(f -> f.changes().size()).orElse(0);
        }
        assertThat(changes).isPositive();
    }

    /** The pages of the outline are the whole, and each knows how long that is. */
    private void requireOutline(FundChanges whole, FundId fund, AsOf from, AsOf to) {
        List<Trail.Passing> passing = new ArrayList<>();
        Optional<Trail.Place> next = Optional.of(Trail.Place.START);
        while (next.isPresent()) {
            Changes.Outline outline =
                    READ.changes.outline(fund, from, to, next.get(), 7).orElseThrow();
            assertThat(outline.before()).isEqualTo(whole.before());
            assertThat(outline.after()).isEqualTo(whole.after());
            assertThat(outline.between().all()).isEqualTo(whole.changes().size());
            passing.addAll(outline.between().some());
            next = outline.between().next();
        }
        assertThat(passing)
                .isEqualTo(
                        whole.changes().stream()
                                .map(c ->
                                        new Trail.Passing(
                                                c.direction() == Change.Direction.CAME, c.entry()))
                                .toList());
    }

    private static void requireSum(FundChanges found, List<Recorded<LedgerEvent>> events) {
        Standing sum = found.before().plus(found.passageOfTime());
        for (Change change : found.changes()) {
            sum = sum.plus(change.effect());
        }
        assertThat(sum).describedAs("%s", found).isEqualTo(found.after());
        long differing =
                events.stream()
                        .filter(e -> found.from().includes(e) != found.to().includes(e))
                        .count();
        assertThat(found.changes()).hasSize((int) differing);
    }

    @Test
    void theEventsBehindAFigureSumToIt() {
        Random random = new Random(5);
        for (FundId fund : MANY.funds().stream().limit(25).toList()) {
            AsOf asOf = Many.point(random, MANY.of(fund));
            READ.budgets.of(fund, asOf).ifPresent(this::requireExplained);
        }
    }

    private void requireExplained(FundFigures figures) {
        for (Figure figure : Figure.values()) {
            requireExplained(figures, figure, Optional.empty(), total(figures, figure));
        }
        for (ProjectFigures project : figures.projects()) {
            for (Figure figure : Figure.values()) {
                if (figure.isPerProject()) {
                    requireExplained(
                            figures,
                            figure,
                            Optional.of(project.id()),
                            ofProject(figures, project, figure));
                }
            }
        }
    }

    private static void requireExplained(
            FundFigures figures, Figure figure, Optional<ProjectId> project, Money expected) {
        Money sum = figures.denomination().zero();
        Optional<String> next = Optional.of(Cursor.START.text());
        long events = 0;
        while (next.isPresent()) {
            Cursor after = events == 0 ? Cursor.START : Cursor.parse(next.get());
            Explanation page =
                    READ.why
                            .of(figures.fund(), figure, project, figures.asOf(), after, 7)
                            .orElseThrow();
            assertThat(page.total()).isEqualTo(expected);
            for (Contribution c : page.contributions().items()) {
                sum = sum.plus(c.amount());
                events++;
            }
            next = page.contributions().next();
        }
        assertThat(sum).describedAs("%s of %s", figure, project).isEqualTo(expected);
    }

    private static Money total(FundFigures figures, Figure figure) {
        return switch (figure) {
            case AUTHORISED -> figures.authorised();
            case RECEIVED -> figures.received();
            case PLANNED -> figures.totals().planned();
            case ALLOCATED -> figures.totals().allocated();
            case DISBURSED -> figures.totals().disbursed();
            case PAID -> figures.totals().paid();
            case RECLAIMED -> figures.totals().reclaimed();
            case RECOVERED -> figures.totals().recovered();
            case REMAINING -> figures.remaining();
            case POOL -> figures.pool();
            case UNSPENT -> sum(figures, ProjectFigures::unspent);
            case HELD -> sum(figures, ProjectFigures::held);
            case IDLE -> figures.totals().idle();
            case REALLOCATED -> sum(figures, ProjectFigures::reallocated);
            case INVESTMENT -> figures.totals().investment();
            case CONTRACTED -> sum(figures, ProjectFigures::contracted);
            case MATCHED -> sum(figures, ProjectFigures::matched);
            case WORK_VALUE -> figures.totals().workValue();
        };
    }

    private static Money sum(FundFigures figures, Function<ProjectFigures, Money> figure) {
        return figures.projects().stream()
                .map(figure)
                .reduce(figures.denomination().zero(), Money::plus);
    }

    private static Money ofProject(FundFigures fund, ProjectFigures project, Figure figure) {
        return switch (figure) {
            case AUTHORISED, RECEIVED, REMAINING, POOL ->
                    throw new IllegalArgumentException("of the fund alone");
            case PLANNED -> project.planned();
            case ALLOCATED -> project.allocated();
            case DISBURSED -> project.disbursed();
            case PAID -> project.paid();
            case RECLAIMED -> project.reclaimed();
            case RECOVERED -> project.recovered();
            case UNSPENT -> project.unspent();
            case HELD -> project.held();
            case IDLE -> project.idle(fund.asOf().effective(), fund.idleAfterDays());
            case REALLOCATED -> project.reallocated();
            case INVESTMENT -> project.investment();
            case CONTRACTED -> project.contracted();
            case MATCHED -> project.matched();
            case WORK_VALUE -> project.workValue();
        };
    }

    @Test
    void journalAndTrailListWhatCounts() {
        Random random = new Random(8);
        for (FundId fund : MANY.funds()) {
            AsOf asOf = Many.point(random, MANY.of(fund));
            List<Long> trail = new ArrayList<>();
            List<Long> journal = new ArrayList<>();
            for (Recorded<LedgerEvent> e : MANY.of(fund)) {
                if (asOf.includes(e)) {
                    trail.add(e.position());
                    if (e.event() instanceof FundEvent event) {
                        PostingRules.entriesFor(event).forEach(_ -> journal.add(e.position()));
                    }
                }
            }
            int limit = 1 + random.nextInt(40);
            assertThat(
                            pages(after ->
                                    READ.trail
                                            .of(fund, asOf, TrailFilter.ALL, after, limit)
                                            .map(TrailEntry::position)))
                    .isEqualTo(trail);
            assertThat(
                            pages(after ->
                                    READ.journal
                                            .lines(fund, asOf, JournalFilter.ALL, after, limit)
                                            .map(JournalLine::position)))
                    .isEqualTo(journal);
        }
    }

    private static <T> List<T> pages(Function<Cursor, Page<T>> question) {
        List<T> all = new ArrayList<>();
        Page<T> page = question.apply(Cursor.START);
        all.addAll(page.items());
        while (page.next().isPresent()) {
            page = question.apply(Cursor.parse(page.next().get()));
            all.addAll(page.items());
        }
        return all;
    }

    @Test
    void replayEqualsLive() {
        for (FundId fund : MANY.funds()) {
            var report = READ.replay.of(fund, Optional.empty()).orElseThrow();
            assertThat(report.differences()).isEmpty();
            assertThat(report.events()).isEqualTo(MANY.of(fund).size());
            List<ReplayStep> steps = new ArrayList<>();
            READ.replay.steps(fund, Optional.empty(), steps::add);
            assertThat(steps.getLast().after()).isEqualTo(Standing.of(report.replayed()));
        }
    }

    @Test
    void everyStepOfAReplayIsWhatWasKnownThen() {
        Random random = new Random(6);
        for (FundId fund : MANY.funds().stream().limit(40).toList()) {
            List<ReplayStep> steps = new ArrayList<>();
            READ.replay.steps(fund, Optional.empty(), steps::add);
            ReplayStep step = steps.get(random.nextInt(steps.size()));
            AsOf asOf = new AsOf(java.time.LocalDate.parse("2025-06-30"), step.recorded());
            List<Recorded<LedgerEvent>> seen =
                    MANY.of(fund).stream().filter(e -> e.position() <= step.position()).toList();
            assertThat(step.after()).isEqualTo(Standing.of(NaiveFund.at(asOf, seen).orElseThrow()));
        }
    }

    @Test
    void rebuiltEqualsLive() {
        RebuildReport report = READ.rebuild.run(ProgressListener.SILENT);
        assertThat(report.tables()).allMatch(t -> t.differences().isEmpty());
        assertThat(report.same()).isTrue();
        assertThat(report.replaced()).isTrue();
        assertThat(report.events()).isEqualTo(MANY.events.size());
        assertThat(report.position()).isEqualTo(MANY.events.getLast().position());
        System.out.println("rebuilt in " + report.took().toMillis() + " ms");
    }

    @Test
    void whatWasKnownThenNeverChanges() throws SQLException {
        Random random = new Random(7);
        Many some = new Many(Histories.seeds(60).boxed().toList(), COMMANDS);
        try (TestReadSide other = new TestReadSide(Clock.systemUTC())) {
            int half = some.events.size() / 2;
            while (!some.events
                    .get(half)
                    .recorded()
                    .isAfter(some.events.get(half - 1).recorded())) {
                half++;
            }
            Instant known = some.events.get(half - 1).recorded();
            other.take(some.events.subList(0, half));
            List<AsOf> points = new ArrayList<>();
            List<List<FundFigures>> before = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                AsOf asOf = new AsOf(some.point(random).effective(), known);
                points.add(asOf);
                before.add(other.budgets.all(asOf));
            }
            other.take(some.events.subList(half, some.events.size()));
            for (int i = 0; i < points.size(); i++) {
                assertThat(other.budgets.all(points.get(i))).isEqualTo(before.get(i));
            }
            assertThat(Objects.requireNonNull(before.getLast())).isNotEmpty();
        }
    }
}
