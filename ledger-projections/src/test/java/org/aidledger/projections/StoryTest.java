package org.aidledger.projections;

import static org.aidledger.projections.Story.cny;
import static org.aidledger.projections.Story.on;
import static org.aidledger.projections.Story.withPapers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aidledger.event.AsOf;
import org.aidledger.event.PostingId;
import org.aidledger.event.Voucher;
import org.aidledger.finding.FindingCommand.AssignRectification;
import org.aidledger.finding.FindingCommand.CloseFinding;
import org.aidledger.finding.FindingCommand.RaiseFinding;
import org.aidledger.finding.FindingCommand.ReopenFinding;
import org.aidledger.finding.FindingCommand.SubmitEvidence;
import org.aidledger.finding.FindingId;
import org.aidledger.finding.FindingType;
import org.aidledger.fund.FundId;
import org.aidledger.fund.GovernanceCommand.HandOver;
import org.aidledger.fund.Mode;
import org.aidledger.fund.MoneyCommand.Allocate;
import org.aidledger.fund.MoneyCommand.Disburse;
import org.aidledger.fund.MoneyCommand.Reallocate;
import org.aidledger.fund.MoneyCommand.Receive;
import org.aidledger.fund.MoneyCommand.Reclaim;
import org.aidledger.fund.MoneyCommand.Recover;
import org.aidledger.fund.MoneyCommand.Reverse;
import org.aidledger.fund.PlanCommand.IssuePlan;
import org.aidledger.fund.Portion;
import org.aidledger.fund.ProjectId;
import org.aidledger.fund.ReallocationBasis.FromReclaim;
import org.aidledger.fund.ReclaimReason;
import org.aidledger.fund.RecoveredFrom;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.Totals;
import org.aidledger.posting.Account;
import org.aidledger.posting.Account.Kind;
import org.aidledger.posting.Movement;
import org.aidledger.projections.changes.Change.Direction;
import org.aidledger.projections.changes.FundChanges;
import org.aidledger.projections.findings.RegisteredFinding;
import org.aidledger.projections.findings.RegisteredFinding.Status;
import org.aidledger.projections.journal.JournalFilter;
import org.aidledger.projections.journal.JournalLine;
import org.aidledger.projections.trail.TrailEntry;
import org.aidledger.projections.trail.TrailFilter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One fund's year, read in every way there is. */
class StoryTest {

    private static final ProjectId SCHOOL = new ProjectId("school");
    private static final ProjectId ROAD = new ProjectId("road");
    private static final FindingId FINDING = new FindingId("Q-1");
    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

    private static final Story STORY = new Story("aks-2024");
    private static final FundId FUND = STORY.fund;
    private static final TestReadSide READ = new TestReadSide(Clock.systemUTC());

    @BeforeAll
    static void tell() throws SQLException {
        STORY.open(Mode.OBSERVED, "100.00")
                .enrol(SCHOOL, "民生", "温宿县", true, "60.00")
                .enrol(ROAD, "基础设施", "乌什县", false, "30.00")
                .then(new IssuePlan(FUND, on("2024-01-10", "plan")))
                .then(new Receive(FUND, on("2024-02-01", "in-1"), cny("100.00")))
                .then(new Allocate(FUND, on("2024-02-02", "al-1"), SCHOOL, cny("60.00")))
                .then(new Allocate(FUND, on("2024-02-02", "al-2"), ROAD, cny("30.00")))
                .at("2024-03-01T00:00:00Z")
                .then(new Disburse(FUND, withPapers("2024-03-01", "di-1"), SCHOOL, cny("20.00")))
                .then(new Disburse(FUND, on("2024-03-02", "di-2"), SCHOOL, cny("5.00")))
                .then(new HandOver(FUND, on("2024-06-01", "ho"), "第九批", "第十批", "清单", "档案"))
                .then(
                        new Reclaim(
                                FUND,
                                on("2024-07-01", "rc"),
                                ROAD,
                                new Portion.Whole(),
                                ReclaimReason.IDLE,
                                "会议纪要3号"))
                .then(
                        new Reallocate(
                                FUND,
                                on("2024-07-02", "ra"),
                                ROAD,
                                SCHOOL,
                                cny("10.00"),
                                new FromReclaim(new PostingId("rc"))))
                .at("2024-07-05T00:00:00Z")
                .then(new Reverse(FUND, on("2024-03-05", "rv"), new PostingId("di-2"), "重复"))
                .then(new Disburse(FUND, on("2024-07-06", "di-3"), ROAD, cny("1.00")))
                .then(
                        new RaiseFinding(
                                FINDING,
                                on("2024-07-07", "fi"),
                                FUND,
                                "school",
                                FindingType.EARLY_PAYMENT,
                                cny("3.00"),
                                "提前支付",
                                "审计"))
                .then(
                        new AssignRectification(
                                FINDING,
                                on("2024-07-08", "as"),
                                "退回",
                                "张局长",
                                "教育局",
                                LocalDate.parse("2024-07-31")))
                .then(
                        new Recover(
                                FUND,
                                on("2024-07-20", "re"),
                                SCHOOL,
                                cny("3.00"),
                                RecoveredFrom.DISBURSEMENT,
                                "Q-1",
                                "2023 batch"))
                .then(new SubmitEvidence(FINDING, withPapers("2024-08-01", "ev"), "回单"))
                .then(new CloseFinding(FINDING, reviewer("2024-08-02", "cl"), "整改到位"))
                .then(new ReopenFinding(FINDING, on("2024-09-01", "ro"), "复查不合格"));
        READ.take(STORY.events());
    }

    @AfterAll
    static void close() {
        READ.close();
    }

    private static Voucher reviewer(String date, String postingId) {
        return Voucher.of(postingId, LocalDate.parse(date), "审计处 赵敏");
    }

    private static AsOf at(String date) {
        return new AsOf(LocalDate.parse(date), LATER);
    }

    private static FundFigures figures(AsOf asOf) {
        return READ.budgets.of(FUND, asOf).orElseThrow();
    }

    @Test
    void theStatementAddsUpByCategoryPlaceAndFlag() {
        FundFigures figures = figures(at("2024-12-31"));
        Totals totals = figures.totals();
        assertThat(totals.planned()).isEqualTo(cny("90.00"));
        assertThat(totals.allocated()).isEqualTo(cny("70.00"));
        assertThat(totals.disbursed()).isEqualTo(cny("18.00"));
        assertThat(totals.reclaimed()).isEqualTo(cny("30.00"));
        assertThat(totals.recovered()).isEqualTo(cny("3.00"));
        assertThat(figures.remaining()).isEqualTo(cny("30.00"));
        assertThat(figures.totalsBy(p -> p.profile().category()))
                .hasEntrySatisfying("民生", t -> assertThat(t.disbursed()).isEqualTo(cny("17.00")))
                .hasEntrySatisfying("基础设施", t -> assertThat(t.disbursed()).isEqualTo(cny("1.00")));
        assertThat(figures.totalsBy(p -> p.profile().place()))
                .containsOnlyKeys("温宿县", "乌什县")
                .hasEntrySatisfying("乌什县", t -> assertThat(t.reclaimed()).isEqualTo(cny("30.00")));
        assertThat(figures.totalsBy(p -> String.valueOf(p.profile().livelihood())))
                .hasEntrySatisfying("true", t -> assertThat(t.planned()).isEqualTo(cny("60.00")));
    }

    @Test
    void aReversalCountsFromItsOwnDateAndFromWhenItWasKnown() {
        AsOf then = new AsOf(LocalDate.parse("2024-06-30"), Instant.parse("2024-07-04T00:00:00Z"));
        AsOf now = new AsOf(LocalDate.parse("2024-06-30"), Instant.parse("2024-07-06T00:00:00Z"));
        assertThat(figures(then).totals().disbursed()).isEqualTo(cny("25.00"));
        assertThat(figures(now).totals().disbursed()).isEqualTo(cny("20.00"));
        assertThat(figures(at("2024-03-04")).totals().disbursed()).isEqualTo(cny("25.00"));

        FundChanges changes = READ.changes.between(FUND, then, now).orElseThrow();
        assertThat(changes.changes())
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.direction()).isEqualTo(Direction.CAME);
                    assertThat(c.entry().reverses()).contains("di-2");
                    assertThat(c.effect().totals().disbursed()).isEqualTo(cny("-5.00"));
                });
        assertThat(READ.changes.between(FUND, now, then).orElseThrow().changes())
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.direction()).isEqualTo(Direction.WENT);
                    assertThat(c.effect().totals().disbursed()).isEqualTo(cny("5.00"));
                });
    }

    @Test
    void timeAloneMakesMoneyIdle() {
        FundChanges changes =
                READ.changes.between(FUND, at("2024-10-01"), at("2025-12-31")).orElseThrow();
        assertThat(changes.changes()).isEmpty();
        assertThat(changes.passageOfTime().totals().idle())
                .isEqualTo(changes.after().totals().idle().minus(changes.before().totals().idle()))
                .satisfies(idle -> assertThat(idle.isPositive()).isTrue());
    }

    @Test
    void theTrailSaysWhoWhenOnWhatPaperAndWhatBecameOfIt() {
        TrailEntry paid = entry("di-1");
        assertThat(paid.actor()).isEqualTo("财务处 王芳");
        assertThat(paid.approvedBy()).containsExactly("处长 李强");
        assertThat(paid.documents())
                .singleElement()
                .satisfies(d -> assertThat(d.number()).isEqualTo("会议纪要〔2024〕7号"));
        assertThat(paid.note()).isEqualTo("按进度");
        assertThat(paid.effective()).isEqualTo("2024-03-01");
        assertThat(paid.recorded()).isEqualTo("2024-03-01T00:01:00Z");
        assertThat(paid.summary()).isEqualTo("20.00 CNY disbursed to school.");
        assertThat(paid.amount()).contains(cny("20.00"));
        assertThat(paid.projects()).containsExactly("school");
        assertThat(paid.batch()).contains("第九批");
        assertThat(paid.detail()).contains("\"amount\":\"20.00 CNY\"");
        assertThat(paid.reversedBy()).isEmpty();

        assertThat(entry("di-2").reversedBy()).contains("rv");
        assertThat(entry("rv").reverses()).contains("di-2");
        assertThat(entry("ra").basis()).contains("reclaim:rc");
        assertThat(entry("ra").projects()).containsExactly("road", "school");
        assertThat(entry("ra").batch()).contains("第十批");
        assertThat(entry("re").finding()).contains("Q-1");
        assertThat(entry("fi").stream()).isEqualTo("finding:Q-1");
    }

    @Test
    void theTrailShowsAReversalOnlyOnceItIsKnown() {
        AsOf then = new AsOf(LocalDate.parse("2024-12-31"), Instant.parse("2024-07-04T00:00:00Z"));
        assertThat(posting(then, "di-2").getFirst().reversedBy()).isEmpty();
    }

    private static TrailEntry entry(String posting) {
        return posting(at("2024-12-31"), posting).getFirst();
    }

    private static List<TrailEntry> posting(AsOf asOf, String posting) {
        TrailFilter filter =
                new TrailFilter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new PostingId(posting)));
        return READ.trail.of(FUND, asOf, filter, Cursor.START, 10).items();
    }

    @Test
    void theTrailIsFilteredByProjectTypeAndActor() {
        AsOf asOf = at("2024-12-31");
        TrailFilter road =
                new TrailFilter(
                        Optional.of(ROAD), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(READ.trail.of(FUND, asOf, road, Cursor.START, 100).items())
                .allMatch(e -> e.projects().contains("road"))
                .extracting(TrailEntry::postingId)
                .contains("ra", "rc", "di-3", "plan")
                .doesNotContain("di-1");
        TrailFilter disbursements =
                new TrailFilter(
                        Optional.empty(),
                        Optional.of("fund.funds-disbursed"),
                        Optional.of("财务处 王芳"),
                        Optional.empty());
        assertThat(READ.trail.of(FUND, asOf, disbursements, Cursor.START, 100).items())
                .extracting(TrailEntry::postingId)
                .containsExactly("di-1", "di-2", "di-3");
    }

    @Test
    void theRegisterFollowsAFindingThroughItsStages() {
        assertThat(READ.findings.findings(FUND, at("2024-07-06"))).isEmpty();
        assertThat(finding("2024-07-07").status()).isEqualTo(Status.RAISED);
        assertThat(finding("2024-07-31").overdue()).isFalse();
        assertThat(finding("2024-08-01").overdue()).isTrue();
        RegisteredFinding closed = finding("2024-08-02");
        assertThat(closed.status()).isEqualTo(Status.CLOSED);
        assertThat(closed.overdue()).isFalse();
        assertThat(closed.closing().orElseThrow().conclusion()).isEqualTo("整改到位");
        assertThat(closed.rectification().orElseThrow().office()).isEqualTo("教育局");
        assertThat(closed.evidence())
                .singleElement()
                .satisfies(e -> assertThat(e.documents()).hasSize(1));
        RegisteredFinding reopened = finding("2024-09-01");
        assertThat(reopened.status()).isEqualTo(Status.REOPENED);
        assertThat(reopened.closing()).isEmpty();
        assertThat(reopened.reopened()).isOne();
        assertThat(reopened.overdue()).isTrue();
    }

    private static RegisteredFinding finding(String date) {
        return READ.findings.findings(FUND, at(date)).getFirst();
    }

    @Test
    void theRegisterListsBreachesThatTheLedgerNoted() {
        assertThat(READ.findings.breaches(FUND, at("2024-12-31"), Cursor.START, 10).items())
                .isNotEmpty()
                .anySatisfy(b -> {
                    assertThat(b.code()).isEqualTo("ALLOCATION_EXCEEDED");
                    assertThat(b.subject()).isEqualTo("road");
                    assertThat(b.postingId()).isEqualTo("di-3");
                });
        assertThat(figures(at("2024-12-31")).breaches())
                .isEqualTo(
                        READ.findings
                                .breaches(FUND, at("2024-12-31"), Cursor.START, 10)
                                .items()
                                .size());
    }

    @Test
    void theJournalIsFilteredByAccountProjectAndMovement() {
        AsOf asOf = at("2024-12-31");
        Account held = Account.of(Kind.HELD, SCHOOL);
        List<JournalLine> lines =
                lines(
                        asOf,
                        new JournalFilter(Optional.empty(), Optional.of(held), Optional.empty()));
        assertThat(lines).allMatch(l -> l.account().equals(held)).hasSize(4);
        assertThat(READ.balances.balance(FUND, held, asOf)).contains(cny("17.00"));
        assertThat(
                        lines(
                                asOf,
                                new JournalFilter(
                                        Optional.of(ROAD),
                                        Optional.empty(),
                                        Optional.of(Movement.RECLAIM))))
                .singleElement()
                .satisfies(l -> {
                    assertThat(l.amount()).isEqualTo(cny("-30.00"));
                    assertThat(l.description()).contains("会议纪要3号");
                });
        assertThat(lines(asOf, JournalFilter.ALL))
                .extracting(l -> l.amount().minorUnits())
                .satisfies(
                        all -> assertThat(all.stream().mapToLong(Long::longValue).sum()).isZero());
    }

    private static List<JournalLine> lines(AsOf asOf, JournalFilter filter) {
        return READ.journal.lines(FUND, asOf, filter, Cursor.START, 100).items();
    }

    @Test
    void anUnknownFundIsNotThere() {
        FundId nobody = new FundId("nobody");
        AsOf asOf = at("2024-12-31");
        assertThat(READ.budgets.of(nobody, asOf)).isEmpty();
        assertThat(READ.budgets.of(FUND, at("2023-12-31"))).isEmpty();
        assertThat(READ.changes.between(nobody, asOf, asOf)).isEmpty();
        assertThat(READ.replay.of(nobody, Optional.empty())).isEmpty();
        assertThat(READ.balances.trialBalance(nobody, asOf)).isEmpty();
        assertThat(READ.journal.lines(nobody, asOf, JournalFilter.ALL, Cursor.START, 5).items())
                .isEmpty();
    }

    @Test
    void pagesDoNotMoveWhileEventsAreAppended() throws SQLException {
        Story story = new Story("paging").open(Mode.STRICT, "1000.00");
        try (TestReadSide read = new TestReadSide(Clock.systemUTC())) {
            List<Long> trail = new ArrayList<>();
            List<String> journal = new ArrayList<>();
            Cursor afterEntry = Cursor.START;
            Cursor afterLine = Cursor.START;
            for (int i = 0; i < 40; i++) {
                // Business dates run backwards: what comes later is dated earlier.
                String date = LocalDate.parse("2024-12-31").minusDays(i).toString();
                story.then(new Receive(story.fund, on(date, "in-" + i), cny("1.00")));
                read.take(story.more());
                Page<TrailEntry> entries =
                        read.trail.of(story.fund, at("2024-12-31"), TrailFilter.ALL, afterEntry, 1);
                entries.items().forEach(e -> trail.add(e.position()));
                afterEntry = entries.next().map(Cursor::parse).orElse(afterEntry);
                Page<JournalLine> lines =
                        read.journal.lines(
                                story.fund, at("2024-12-31"), JournalFilter.ALL, afterLine, 1);
                lines.items().forEach(l -> journal.add(l.position() + "/" + l.line()));
                afterLine = lines.next().map(Cursor::parse).orElse(afterLine);
            }
            assertThat(trail).doesNotHaveDuplicates().isSorted().hasSize(40).startsWith(0L, 1L);
            assertThat(journal).doesNotHaveDuplicates().hasSize(40).startsWith("0/0", "0/1", "1/0");
        }
    }

    @Test
    void aCursorIsWhatAPageGave() {
        assertThat(Cursor.parse(new Cursor(17, 3).text())).isEqualTo(new Cursor(17, 3));
        assertThatThrownBy(() -> Cursor.parse("nonsense"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nonsense");
        assertThatThrownBy(() -> Cursor.parse("%%")).isInstanceOf(IllegalArgumentException.class);
    }
}
