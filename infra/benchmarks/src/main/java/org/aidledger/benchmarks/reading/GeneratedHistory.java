package org.aidledger.benchmarks.reading;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.aidledger.event.Actor;
import org.aidledger.event.DocumentRef;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.PostingId;
import org.aidledger.event.Voucher;
import org.aidledger.fund.Channel;
import org.aidledger.fund.FundId;
import org.aidledger.fund.GovernanceEvent.FundOpened;
import org.aidledger.fund.Mode;
import org.aidledger.fund.MoneyEvent.FundsAllocated;
import org.aidledger.fund.MoneyEvent.FundsDisbursed;
import org.aidledger.fund.MoneyEvent.FundsPaid;
import org.aidledger.fund.MoneyEvent.FundsPaidDirectly;
import org.aidledger.fund.MoneyEvent.FundsReceived;
import org.aidledger.fund.PlanEvent.PlanIssued;
import org.aidledger.fund.PlanEvent.ProjectEnrolled;
import org.aidledger.fund.ProjectId;
import org.aidledger.fund.ProjectProfile;
import org.aidledger.fund.WorksEvent.MatchingRecorded;
import org.aidledger.fund.WorksEvent.ProgressReported;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;
import org.aidledger.payee.Payee;
import org.aidledger.payee.Pseudonym;

/**
 * A history made of nothing but its length: a number of funds, the first with 500 projects and a
 * tenth of all events, the others with 50 projects each. Nearly all events move money. Business
 * days go through three years as positions grow; two events of five are dated back, by up to 400
 * days. The same position is the same event for ever.
 */
final class GeneratedHistory {

    static final int MOST_PROJECTS = 500;
    static final int PROJECTS = 50;
    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);
    private static final int DAYS = 1095;
    private static final Payee BUILDER = Payee.of(new Pseudonym("payee-" + "0123456789".repeat(4)));
    private static final Instant FIRST_INSTANT = Instant.parse("2023-01-01T00:00:00Z");
    private static final Denomination CNY = new Denomination("CNY", 2);

    private final long events;
    private final int funds;
    private final List<LedgerEvent> opening = new ArrayList<>();

    GeneratedHistory(long events, int funds) {
        this.events = events;
        this.funds = funds;
        IntStream.range(0, funds).forEach(this::open);
    }

    static FundId fund(int number) {
        return new FundId("fund-%03d".formatted(number));
    }

    static ProjectId project(int number) {
        return new ProjectId("P-%03d".formatted(number));
    }

    static int projects(int fund) {
        return fund == 0 ? MOST_PROJECTS : PROJECTS;
    }

    /** When the event at a position was recorded: the history takes three years. */
    Instant recorded(long position) {
        return FIRST_INSTANT.plusNanos(
                (long) (position * (DAYS * 86_400e9 / events)) / 1000 * 1000);
    }

    private void open(int number) {
        FundId fund = fund(number);
        opening.add(
                new FundOpened(
                        fund,
                        voucher("open", FIRST_DAY),
                        "浙江对口支援 " + number,
                        "浙江省",
                        "阿克苏地区",
                        2023,
                        Mode.OBSERVED,
                        2,
                        EnumSet.of(Channel.LOCAL),
                        money(1_000_000_000_00L)));
        List<ProjectId> ids = new ArrayList<>();
        for (int i = 0; i < projects(number); i++) {
            ids.add(project(i));
            opening.add(
                    new ProjectEnrolled(
                            fund,
                            voucher("enrol-" + i, FIRST_DAY),
                            project(i),
                            new ProjectProfile(
                                    "乡村道路改造 " + i,
                                    "基础设施",
                                    "阿克苏市",
                                    Channel.LOCAL,
                                    ProjectProfile.Kind.NEW,
                                    ProjectProfile.Delivery.CHEQUE,
                                    true,
                                    i % 3 > 0,
                                    i % 2 > 0,
                                    false),
                            money(5_000_000_00L),
                            money(6_000_000_00L)));
            opening.add(
                    new FundsAllocated(
                            fund,
                            voucher("allocate-" + i, FIRST_DAY),
                            project(i),
                            money(5_000_000_00L)));
        }
        opening.add(new PlanIssued(fund, voucher("plan", FIRST_DAY), 1, ids));
    }

    private static Money money(long minor) {
        return new Money(minor, CNY);
    }

    private static Voucher voucher(String id, LocalDate day) {
        return new Voucher(
                new PostingId(id),
                day,
                new Actor("财务处 王芳"),
                List.of(new Actor("处长 李强")),
                List.of(new DocumentRef("minutes", "会议纪要〔2023〕7号", "")),
                "");
    }

    long events() {
        return events;
    }

    int funds() {
        return funds;
    }

    /** The event at a position. */
    LedgerEvent at(long position) {
        return position < opening.size() ? opening.get((int) position) : moving(position);
    }

    private LedgerEvent moving(long position) {
        SplittableRandom random = new SplittableRandom(position);
        int number = funds == 1 || position % 10 == 0 ? 0 : 1 + random.nextInt(funds - 1);
        long day = position * DAYS / events;
        if (random.nextInt(5) < 2) {
            day = Math.max(0, day - random.nextInt(400));
        }
        FundId fund = fund(number);
        ProjectId project = project(random.nextInt(projects(number)));
        Voucher voucher = voucher("v-" + position, FIRST_DAY.plusDays(day));
        Money amount = money(random.nextInt(100, 100_000_00));
        int kind = random.nextInt(100);
        if (kind < 40) {
            return new FundsDisbursed(fund, voucher, project, amount);
        }
        if (kind < 80) {
            return new FundsPaid(fund, voucher, project, amount, BUILDER);
        }
        if (kind < 90) {
            return new FundsPaidDirectly(fund, voucher, project, amount, BUILDER);
        }
        if (kind < 94) {
            return new FundsReceived(fund, voucher, amount);
        }
        if (kind < 97) {
            return new MatchingRecorded(fund, voucher, project, amount, "企业自筹");
        }
        return new ProgressReported(
                fund, voucher, project, BigDecimal.valueOf(random.nextInt(101)), amount, "监理 赵刚");
    }
}
