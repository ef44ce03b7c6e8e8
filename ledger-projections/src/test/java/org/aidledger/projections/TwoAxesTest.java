package org.aidledger.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.aidledger.event.AsOf;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.event.Voucher;
import org.aidledger.fund.Channel;
import org.aidledger.fund.FundEvent;
import org.aidledger.fund.FundId;
import org.aidledger.fund.GovernanceEvent.FundOpened;
import org.aidledger.fund.Mode;
import org.aidledger.fund.MoneyEvent.FundsDisbursed;
import org.aidledger.fund.MoneyEvent.FundsPaid;
import org.aidledger.fund.PlanEvent.ProjectEnrolled;
import org.aidledger.fund.ProjectId;
import org.aidledger.fund.ProjectProfile;
import org.aidledger.fund.WorksEvent.ProgressReported;
import org.aidledger.indicator.ProjectFigures;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;
import org.aidledger.payee.Payee;
import org.aidledger.posting.Account;
import org.aidledger.posting.Entry;
import org.aidledger.posting.PostingRules;
import org.aidledger.projections.balance.AccountBalance;
import org.aidledger.projections.rebuild.ProgressListener;
import org.aidledger.projections.tally.TallyShape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The two-axis index against plain sums over the events, for shapes of every kind: one fund with
 * more projects than a chunk holds, and dates all over the years whatever was recorded when.
 */
class TwoAxesTest {

    private static final FundId FUND = new FundId("F-1");
    private static final Denomination CNY = new Denomination("CNY", 2);
    private static final int PROJECTS = 150;
    private static final int EVENTS = 3000;
    private static final int POINTS = 60;
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);

    @ParameterizedTest
    @CsvSource({"1,2,12,1", "7,3,4,5", "64,8,3,64", "128,8,6,64", "10000,2,2,1"})
    void answersAreThoseOfPlainSums(int leafFacts, int radix, int levels, int pageEntries)
            throws SQLException {
        Random random = new Random(leafFacts);
        List<Recorded<LedgerEvent>> events = events(random);
        TallyShape shape = new TallyShape(leafFacts, radix, levels, pageEntries);
        try (TestReadSide read = new TestReadSide(Clock.systemUTC(), shape)) {
            int half = EVENTS / 2 + random.nextInt(100);
            read.take(events.subList(0, half));
            read.take(events.subList(half, events.size()));
            for (int i = 0; i < POINTS; i++) {
                AsOf asOf = Many.point(random, events);
                List<Recorded<LedgerEvent>> counted =
                        events.stream().filter(asOf::includes).toList();
                requireBalances(read, asOf, counted, random);
                requireReports(read, asOf, counted);
            }
            assertThat(read.rebuild.run(ProgressListener.SILENT).same()).isTrue();
        }
    }

    private static void requireBalances(
            TestReadSide read, AsOf asOf, List<Recorded<LedgerEvent>> counted, Random random) {
        TreeMap<Account, List<Long>> lines = new TreeMap<>();
        for (Recorded<LedgerEvent> event : counted) {
            for (Entry entry : PostingRules.entriesFor((FundEvent) event.event())) {
                lines.computeIfAbsent(entry.account(), _ -> new ArrayList<>())
                        .add(entry.amount().minorUnits());
            }
        }
        List<AccountBalance> expected = new ArrayList<>();
        lines.forEach((account, amounts) -> {
            long sum = amounts.stream().mapToLong(Long::longValue).sum();
            expected.add(new AccountBalance(account, new Money(sum, CNY), amounts.size()));
        });
        assertThat(read.balances.trialBalance(FUND, asOf)).isEqualTo(expected);
        Account one = Account.of(Account.Kind.HELD, project(random.nextInt(PROJECTS)));
        assertThat(read.balances.balance(FUND, one, asOf))
                .isEqualTo(
                        expected.stream()
                                .filter(b -> b.account().equals(one))
                                .map(AccountBalance::balance)
                                .findFirst());
    }

    private static void requireReports(
            TestReadSide read, AsOf asOf, List<Recorded<LedgerEvent>> counted) {
        TreeMap<ProjectId, Recorded<LedgerEvent>> latest = new TreeMap<>();
        for (Recorded<LedgerEvent> event : counted) {
            if (event.event() instanceof ProgressReported report) {
                latest.merge(
                        report.project(),
                        event,
                        (one, other) ->
                                other.event()
                                                .voucher()
                                                .effective()
                                                .isBefore(one.event().voucher().effective())
                                        ? one
                                        : other);
            }
        }
        read.budgets
                .of(FUND, asOf)
                .ifPresent(figures -> {
                    for (ProjectFigures project : figures.projects()) {
                        assertThat(project.physicalPercent())
                                .isEqualTo(
                                        Optional.ofNullable(latest.get(project.id()))
                                                .map(e ->
                                                        ((ProgressReported) e.event())
                                                                .physicalPercent()));
                    }
                });
    }

    private static ProjectId project(int number) {
        return new ProjectId("P-%03d".formatted(number));
    }

    private static List<Recorded<LedgerEvent>> events(Random random) {
        List<Recorded<LedgerEvent>> events = new ArrayList<>();
        Instant recorded = Instant.parse("2024-01-01T00:00:00Z");
        for (int i = 0; i < EVENTS; i++) {
            recorded = recorded.plusNanos(1000L * random.nextInt(3));
            events.add(new Recorded<>(i, "e-" + i, i, recorded, event(i, random)));
        }
        return events;
    }

    private static LedgerEvent event(int number, Random random) {
        if (number == 0) {
            return new FundOpened(
                    FUND,
                    voucher("open", FIRST_DAY),
                    "基金",
                    "浙江省",
                    "阿克苏地区",
                    2020,
                    Mode.OBSERVED,
                    2,
                    EnumSet.of(Channel.LOCAL),
                    new Money(100, CNY));
        }
        if (number <= PROJECTS) {
            return new ProjectEnrolled(
                    FUND,
                    voucher("enrol-" + number, FIRST_DAY),
                    project(number - 1),
                    new ProjectProfile(
                            "项目",
                            "",
                            "",
                            Channel.LOCAL,
                            ProjectProfile.Kind.NEW,
                            ProjectProfile.Delivery.CHEQUE,
                            false,
                            false,
                            false,
                            false),
                    new Money(1, CNY),
                    new Money(1, CNY));
        }
        Voucher voucher = voucher("v-" + number, FIRST_DAY.plusDays(random.nextInt(500)));
        ProjectId project = project(random.nextInt(random.nextBoolean() ? 3 : PROJECTS));
        Money amount = new Money(1 + random.nextInt(1_000_000), CNY);
        return switch (random.nextInt(3)) {
            case 0 -> new FundsDisbursed(FUND, voucher, project, amount);
            case 1 -> new FundsPaid(FUND, voucher, project, amount, Payee.NOBODY);
            default ->
                    new ProgressReported(
                            FUND,
                            voucher,
                            project,
                            BigDecimal.valueOf(random.nextInt(100)),
                            amount,
                            "监理");
        };
    }

    private static Voucher voucher(String id, LocalDate day) {
        return Voucher.of(id, day, "王芳");
    }
}
