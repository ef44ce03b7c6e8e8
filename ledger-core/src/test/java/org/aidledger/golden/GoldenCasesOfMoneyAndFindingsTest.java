package org.aidledger.golden;

import static org.aidledger.golden.PublishedFund.wan;
import static org.aidledger.golden.PublishedFund.yi;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.aidledger.event.PostingId;
import org.aidledger.event.Voucher;
import org.aidledger.finding.FindingCommand.AssignRectification;
import org.aidledger.finding.FindingCommand.CloseFinding;
import org.aidledger.finding.FindingCommand.RaiseFinding;
import org.aidledger.finding.FindingCommand.SubmitEvidence;
import org.aidledger.finding.FindingId;
import org.aidledger.finding.FindingType;
import org.aidledger.fund.Mode;
import org.aidledger.fund.MoneyCommand.Pay;
import org.aidledger.fund.MoneyCommand.Reallocate;
import org.aidledger.fund.MoneyCommand.Reclaim;
import org.aidledger.fund.MoneyCommand.Recover;
import org.aidledger.fund.Portion;
import org.aidledger.fund.ReallocationBasis;
import org.aidledger.fund.ReclaimReason;
import org.aidledger.fund.RecoveredFrom;
import org.aidledger.fund.RuleBroken.ReclaimNotEnough;
import org.aidledger.fund.StatedFigures.Parts;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.Indicator.Code;
import org.aidledger.money.Money;
import org.aidledger.rejection.CommandRejected;
import org.junit.jupiter.api.Test;

class GoldenCasesOfMoneyAndFindingsTest {

    private static final String SHARE = "4971.098265";

    @Test
    void quzhouClosesAllOfItsThirtyThreeFindings() {
        PublishedFund fund = PublishedFund.opened("quzhou", 2021, Mode.STRICT, "28321");
        for (int n = 1; n <= 33; n++) {
            FindingId finding = new FindingId("F-" + n);
            fund.file(
                            "巡察组",
                            v ->
                                    new RaiseFinding(
                                            finding,
                                            v,
                                            fund.id(),
                                            "",
                                            FindingType.OTHER,
                                            wan("1"),
                                            "问题",
                                            "巡察"))
                    .file(
                            "指挥长",
                            v ->
                                    new AssignRectification(
                                            finding,
                                            v,
                                            "立行立改",
                                            "责任人",
                                            "责任部门",
                                            LocalDate.of(2021, 12, 31)))
                    .file("责任人", v -> new SubmitEvidence(finding, v, "佐证材料"));
            if (n < 33) {
                fund.file("复核人", v -> new CloseFinding(finding, v, "同意销号"));
            }
        }
        assertThat(fund.rate(Code.RECTIFICATION_RATE)).isEqualTo("96.97");

        FindingId last = new FindingId("F-33");
        assertThatThrownBy(() -> fund.file("责任人", v -> new CloseFinding(last, v, "自己销号")))
                .hasMessageContaining("REVIEWER_IS_OWNER");
        fund.file("复核人", v -> new CloseFinding(last, v, "同意销号"));

        assertThat(fund.figures().findings())
                .isEqualTo(new FundFigures.FindingFigures(33, 33, wan("33"), wan("33")));
        assertThat(fund.rate(Code.RECTIFICATION_RATE)).isEqualTo("100.00");
        assertThat(fund.rate(Code.RECTIFICATION_RATE_BY_AMOUNT)).isEqualTo("100.00");
    }

    /** 9,784元 paid in earlier years come back now: the earlier year's own figures stay. */
    @Test
    void quzhouRecoversFromEarlierBatches() {
        PublishedFund fund = PublishedFund.opened("quzhou", 2019, Mode.STRICT, "100");
        Draught staff = Draught.of("P-1", "人才", "乌什", "100");
        fund.plan(List.of(staff))
                .receive("100")
                .allocate(staff, "100")
                .disburse(staff, "80")
                .start(staff)
                .send(v -> new Pay(fund.id(), v, staff.id(), wan("60"), "干部人才"));
        FundFigures before = fund.figures();
        fund.send(v ->
                new Recover(
                        fund.id(),
                        v,
                        staff.id(),
                        Money.of("9784", "CNY"),
                        RecoveredFrom.PAYMENT,
                        "F-7",
                        "第九批以前年度"));

        FundFigures after = fund.figures();
        assertThat(after.totals().recovered()).isEqualTo(Money.of("9784.00", "CNY"));
        assertThat(before.totals().disbursed().minus(after.totals().disbursed()))
                .isEqualTo(after.totals().recovered());
        assertThat(before.totals().paid().minus(after.totals().paid()))
                .isEqualTo(after.totals().recovered());
        assertThat(after.pool()).isEqualTo(before.pool().plus(after.totals().recovered()));
    }

    /**
     * 173 projects, 86亿 for the year of 284亿; all that is unspent comes back and goes out again.
     */
    @Test
    void wushan2022() {
        PublishedFund fund = PublishedFund.opened("wushan", 2022, Mode.STRICT, yi("86"));
        List<Draught> plan = new ArrayList<>();
        // 172 shares of 1/173, rounded, and a last one that makes up the sum.
        IntStream.range(0, 172).forEach(n -> plan.add(Draught.of(id(n), "民生", "巫山", SHARE)));
        BigDecimal rest =
                new BigDecimal(yi("86"))
                        .subtract(new BigDecimal(SHARE).multiply(BigDecimal.valueOf(172)));
        plan.add(Draught.of(id(172), "产业", "巫山", rest.toPlainString()));
        fund.plan(plan).receive(yi("86"));
        plan.forEach(p -> fund.allocate(p, p.planned()));
        fund.disburse(plan.get(1), "1000");
        fund.state(new Parts("总投资（亿元）", parts("86", "198"), new BigDecimal("284")));

        reclaim(fund, "idle", plan.get(0), ReclaimReason.IDLE);
        reclaim(fund, "deviating", plan.get(1), ReclaimReason.DESIGN_DEVIATION);
        Money idle = wan(SHARE);
        Money deviating = wan(SHARE).minus(wan("1000"));
        assertThat(fund.figures().totals().reclaimed()).isEqualTo(idle.plus(deviating));
        assertThat(fund.figures().remaining()).isEqualTo(idle.plus(deviating));

        reallocate(fund, "idle", plan.get(0), plan.get(2), idle);
        Money oneFenMore = deviating.plus(Money.of("0.01", "CNY"));
        assertThatThrownBy(
                        () -> reallocate(fund, "deviating", plan.get(1), plan.get(2), oneFenMore))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        e ->
                                assertThat(e.rejection())
                                        .isEqualTo(
                                                new ReclaimNotEnough(
                                                        new PostingId("deviating"),
                                                        oneFenMore,
                                                        deviating)));
        reallocate(fund, "deviating", plan.get(1), plan.get(2), deviating);

        FundFigures figures = fund.figures();
        assertThat(figures.totals().projects()).isEqualTo(173);
        assertThat(figures.totals().planned()).isEqualTo(wan(yi("86")));
        assertThat(figures.totals().allocated()).isEqualTo(wan(yi("86")));
        assertThat(figures.remaining().isZero()).isTrue();
        assertThat(figures.projects().get(0).allocated().isZero()).isTrue();
        assertThat(figures.projects().get(1).unspent().isZero()).isTrue();
        assertThat(figures.projects().get(2).reallocated()).isEqualTo(idle.plus(deviating));
        assertThat(fund.breaches()).isEmpty();
    }

    private static String id(int n) {
        return "P-%03d".formatted(n);
    }

    private static List<BigDecimal> parts(String... numbers) {
        return Arrays.stream(numbers).map(BigDecimal::new).toList();
    }

    private static void reclaim(
            PublishedFund fund, String posting, Draught project, ReclaimReason reason) {
        fund.send(v ->
                new Reclaim(
                        fund.id(),
                        new Voucher(
                                new PostingId(posting),
                                v.effective(),
                                v.actor(),
                                v.approvedBy(),
                                v.documents(),
                                v.note()),
                        project.id(),
                        new Portion.Whole(),
                        reason,
                        "会议纪要〔2022〕11号"));
    }

    private static void reallocate(
            PublishedFund fund, String reclaim, Draught from, Draught to, Money amount) {
        fund.send(v ->
                new Reallocate(
                        fund.id(),
                        v,
                        from.id(),
                        to.id(),
                        amount,
                        new ReallocationBasis.FromReclaim(new PostingId(reclaim))));
    }
}
