package org.aidledger.eventstore.stored;

import static org.aidledger.posting.Account.Kind.DONOR;
import static org.aidledger.posting.Account.Kind.HELD;
import static org.aidledger.posting.Account.Kind.PAID;
import static org.aidledger.posting.Account.Kind.POOL;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.aidledger.approval.ApprovalEvent.ApprovalRequested;
import org.aidledger.approval.ApprovalEvent.RequestApproved;
import org.aidledger.approval.ApprovalEvent.RequestExecuted;
import org.aidledger.approval.ApprovalEvent.RequestFailed;
import org.aidledger.approval.ApprovalEvent.RequestRejected;
import org.aidledger.approval.ApprovalEvent.RequestWithdrawn;
import org.aidledger.approval.ApprovalId;
import org.aidledger.event.Actor;
import org.aidledger.event.AsOf;
import org.aidledger.event.DocumentRef;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.PostingId;
import org.aidledger.event.Voucher;
import org.aidledger.finding.FindingEvent.EvidenceSubmitted;
import org.aidledger.finding.FindingEvent.FindingClosed;
import org.aidledger.finding.FindingEvent.FindingRaised;
import org.aidledger.finding.FindingEvent.FindingReopened;
import org.aidledger.finding.FindingEvent.RectificationAssigned;
import org.aidledger.finding.FindingId;
import org.aidledger.finding.FindingType;
import org.aidledger.fund.AdjustmentId;
import org.aidledger.fund.Channel;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;
import org.aidledger.fund.GovernanceEvent.BreachNoted;
import org.aidledger.fund.GovernanceEvent.FiguresStated;
import org.aidledger.fund.GovernanceEvent.FundOpened;
import org.aidledger.fund.GovernanceEvent.HandedOver;
import org.aidledger.fund.GovernanceEvent.PeriodClosed;
import org.aidledger.fund.GovernanceEvent.PeriodReopened;
import org.aidledger.fund.GovernanceEvent.PolicySet;
import org.aidledger.fund.Mode;
import org.aidledger.fund.MoneyCommand.Disburse;
import org.aidledger.fund.MoneyCommand.Reclaim;
import org.aidledger.fund.MoneyEvent.AuthorityAdded;
import org.aidledger.fund.MoneyEvent.FundsAllocated;
import org.aidledger.fund.MoneyEvent.FundsDisbursed;
import org.aidledger.fund.MoneyEvent.FundsPaid;
import org.aidledger.fund.MoneyEvent.FundsPaidDirectly;
import org.aidledger.fund.MoneyEvent.FundsReallocated;
import org.aidledger.fund.MoneyEvent.FundsReceived;
import org.aidledger.fund.MoneyEvent.FundsReclaimed;
import org.aidledger.fund.MoneyEvent.FundsRecovered;
import org.aidledger.fund.MoneyEvent.FundsReturned;
import org.aidledger.fund.MoneyEvent.Mirrored;
import org.aidledger.fund.MoneyEvent.OtherFlowRecorded;
import org.aidledger.fund.MoneyEvent.PostingReversed;
import org.aidledger.fund.Organisation;
import org.aidledger.fund.Party;
import org.aidledger.fund.PlanChange;
import org.aidledger.fund.PlanCommand.AdjustmentKind;
import org.aidledger.fund.PlanEvent.AdjustmentAgreed;
import org.aidledger.fund.PlanEvent.AdjustmentApproved;
import org.aidledger.fund.PlanEvent.AdjustmentDropped;
import org.aidledger.fund.PlanEvent.AdjustmentProposed;
import org.aidledger.fund.PlanEvent.PlanIssued;
import org.aidledger.fund.PlanEvent.PlanPhaseAdded;
import org.aidledger.fund.PlanEvent.ProjectEnrolled;
import org.aidledger.fund.PlanEvent.ReviewOutcome;
import org.aidledger.fund.PlanEvent.ReviewRecorded;
import org.aidledger.fund.PolicyItem;
import org.aidledger.fund.Portion;
import org.aidledger.fund.ProjectId;
import org.aidledger.fund.ProjectProfile;
import org.aidledger.fund.ReallocationBasis.FromReclaim;
import org.aidledger.fund.ReallocationBasis.UnderAdjustment;
import org.aidledger.fund.ReclaimReason;
import org.aidledger.fund.RecoveredFrom;
import org.aidledger.fund.Review;
import org.aidledger.fund.StatedFigures.AtMost;
import org.aidledger.fund.StatedFigures.Parts;
import org.aidledger.fund.StatedFigures.Share;
import org.aidledger.fund.StatedFigures.SharesOfOneTotal;
import org.aidledger.fund.Tender.Exempt;
import org.aidledger.fund.Tender.Tendered;
import org.aidledger.fund.WorksEvent.ArchiveAccepted;
import org.aidledger.fund.WorksEvent.ChangeOrderApproved;
import org.aidledger.fund.WorksEvent.ContractRecorded;
import org.aidledger.fund.WorksEvent.MatchingRecorded;
import org.aidledger.fund.WorksEvent.ProgressReported;
import org.aidledger.fund.WorksEvent.ProjectAccepted;
import org.aidledger.fund.WorksEvent.ProjectClosed;
import org.aidledger.fund.WorksEvent.ProjectCompleted;
import org.aidledger.fund.WorksEvent.ProjectFrozen;
import org.aidledger.fund.WorksEvent.ProjectStarted;
import org.aidledger.fund.WorksEvent.ProjectUnfrozen;
import org.aidledger.fund.WorksEvent.TargetSet;
import org.aidledger.indicator.Indicator;
import org.aidledger.money.Money;
import org.aidledger.payee.Payee;
import org.aidledger.payee.PayeeEvent.PayeeErased;
import org.aidledger.payee.Pseudonym;
import org.aidledger.posting.Account;
import org.aidledger.posting.Movement;
import org.aidledger.posting.Transfer;
import org.aidledger.sample.Design;
import org.aidledger.sample.Drawn;
import org.aidledger.sample.Item;
import org.aidledger.sample.Mark;
import org.aidledger.sample.PopulationKind;
import org.aidledger.sample.Result;
import org.aidledger.sample.SampleEvent.ItemNoted;
import org.aidledger.sample.SampleEvent.ItemTicked;
import org.aidledger.sample.SampleEvent.SampleClosed;
import org.aidledger.sample.SampleEvent.SampleDrawn;
import org.aidledger.sample.SampleId;
import org.aidledger.snapshot.SnapshotDigest;
import org.aidledger.snapshot.SnapshotEvent.SnapshotFrozen;
import org.aidledger.snapshot.SnapshotEvent.SnapshotSigned;
import org.aidledger.snapshot.SnapshotEvent.SnapshotWithdrawn;
import org.aidledger.snapshot.SnapshotId;
import org.aidledger.snapshot.SnapshotKind;

/** One event of each kind, with something in every component: what the stored samples hold. */
final class SampleEvents {

    /**
     * An event and its file.
     *
     * @param variant told apart in the file's name where one event takes several forms, else empty
     */
    record Sample(LedgerEvent event, String variant) {}

    private static final FundId FUND = new FundId("zj-aks-2024");
    private static final ProjectId SCHOOL = new ProjectId("阿克苏-2024-017");
    private static final ProjectId CLINIC = new ProjectId("CN-10-33000-2024/HC:4");
    private static final AdjustmentId MID_TERM = new AdjustmentId("中期调整-1");
    private static final FindingId FINDING = new FindingId("sj-2024-08.1");
    private static final Pseudonym PAYEE = new Pseudonym("payee-" + "0123456789".repeat(4));

    private SampleEvents() {}

    static List<Sample> all() {
        return java.util.stream.Stream.of(
                        governance(),
                        plan(),
                        money(),
                        works(),
                        findings(),
                        approvals(),
                        payees(),
                        snapshots(),
                        samples())
                .flatMap(List::stream)
                .toList();
    }

    private static Voucher voucher(String postingId) {
        return new Voucher(
                new PostingId(postingId),
                LocalDate.of(2024, 6, 30),
                new Actor("前指财务处 王芳"),
                List.of(new Actor("指挥长 陈立"), new Actor("财政局 古丽娜尔")),
                List.of(
                        new DocumentRef("minutes", "党委会纪要〔2024〕12号", ""),
                        new DocumentRef(
                                "invoice",
                                "No. 4403 \"副本\"",
                                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")),
                "第二批，含 5% 预留 \\ ümlaut");
    }

    private static Money cny(String amount) {
        return Money.of(amount, "CNY");
    }

    private static Sample only(LedgerEvent event) {
        return new Sample(event, "");
    }

    private static List<Sample> governance() {
        return List.of(
                only(
                        new FundOpened(
                                FUND,
                                voucher("open"),
                                "浙江省对口支援阿克苏地区 2024 年度资金",
                                "浙江省",
                                "阿克苏地区和兵团第一师",
                                2024,
                                Mode.OBSERVED,
                                4,
                                Set.of(Channel.LOCAL, Channel.BINGTUAN),
                                cny("342000000.0001"),
                                new Organisation("ZJ/QZ"))),
                only(
                        new PolicySet(
                                FUND,
                                voucher("policy-1"),
                                PolicyItem.GAP_ALERT_POINTS,
                                new BigDecimal("12.50"))),
                only(new PeriodClosed(FUND, voucher("close-q1"), LocalDate.of(2024, 3, 31))),
                only(
                        new PeriodReopened(
                                FUND,
                                voucher("reopen-march"),
                                LocalDate.of(2024, 3, 1),
                                "审计要求更正三月凭证")),
                only(
                        new HandedOver(
                                FUND,
                                voucher("hand-over"),
                                "第十批",
                                "第十一批",
                                "车辆 12 台，办公设备 340 件",
                                "项目档案 173 卷")),
                only(
                        new FiguresStated(
                                FUND,
                                voucher("stated-1"),
                                "2024 年上半年通报",
                                List.of(
                                        new Parts(
                                                "按地区",
                                                List.of(
                                                        new BigDecimal("2912"),
                                                        new BigDecimal("27445.50")),
                                                new BigDecimal("30357.5")),
                                        new AtMost(
                                                "竣工不超过开工",
                                                new BigDecimal("34"),
                                                new BigDecimal("32")),
                                        new SharesOfOneTotal(
                                                "产业与民生占比",
                                                List.of(
                                                        new Share(
                                                                new BigDecimal("8371"),
                                                                new BigDecimal("29.46")),
                                                        new Share(
                                                                new BigDecimal("1.853E+4"),
                                                                new BigDecimal("65.66"))))))),
                only(
                        new BreachNoted(
                                FUND,
                                voucher("pay-9"),
                                "PAYMENT_EXCEEDS_CONTRACT",
                                SCHOOL.value(),
                                "Payments of 440.00 CNY exceed the contract of 400.00 CNY.")));
    }

    private static List<Sample> plan() {
        List<PlanChange> changes =
                List.of(
                        new PlanChange(SCHOOL, cny("-1200000.00"), cny("-800000.50")),
                        new PlanChange(CLINIC, cny("1200000.00"), cny("0.00")));
        return List.of(
                only(
                        new ProjectEnrolled(
                                FUND,
                                voucher("enrol-17"),
                                SCHOOL,
                                new ProjectProfile(
                                        "阿克苏市第十二中学教学楼",
                                        "教育",
                                        "阿克苏市",
                                        Channel.LOCAL,
                                        ProjectProfile.Kind.CARRIED_OVER,
                                        ProjectProfile.Delivery.TURNKEY,
                                        true,
                                        false,
                                        true,
                                        false),
                                cny("4400000.00"),
                                cny("9100000.01"))),
                only(
                        new PlanPhaseAdded(
                                FUND,
                                voucher("phase-2"),
                                SCHOOL,
                                cny("600000.00"),
                                cny("750000.00"))),
                only(
                        new ReviewRecorded(
                                FUND,
                                voucher("review-17-3"),
                                SCHOOL,
                                Review.COMPLETENESS,
                                false,
                                "缺用地预审意见",
                                ReviewOutcome.DEFERRED)),
                only(new PlanIssued(FUND, voucher("issue"), 1, List.of(SCHOOL, CLINIC))),
                only(
                        new AdjustmentProposed(
                                FUND,
                                voucher("adj-1"),
                                MID_TERM,
                                AdjustmentKind.MID_TERM,
                                changes,
                                "第十二中学招标结余")),
                only(new AdjustmentDropped(FUND, voucher("adj-1-d"), MID_TERM, "项目不再需要")),
                only(new AdjustmentAgreed(FUND, voucher("adj-1-a"), MID_TERM, Party.RECIPIENT)),
                only(
                        new AdjustmentApproved(
                                FUND, voucher("adj-1-b"), MID_TERM, 2, changes, List.of(CLINIC))));
    }

    private static List<Sample> money() {
        return List.of(
                only(new AuthorityAdded(FUND, voucher("auth-2"), cny("12000000.00"))),
                only(new FundsReceived(FUND, voucher("rec-1"), cny("100000000.00"))),
                only(new FundsReturned(FUND, voucher("ret-1"), cny("0.01"))),
                only(new FundsAllocated(FUND, voucher("alloc-1"), SCHOOL, cny("4400000.00"))),
                only(
                        new FundsDisbursed(
                                FUND, voucher("dis-1"), SCHOOL, Money.of("1250000", "JPY"))),
                only(
                        new FundsPaid(
                                FUND, voucher("pay-1"), SCHOOL, cny("880000.00"), Payee.of(PAYEE))),
                only(
                        new FundsPaidDirectly(
                                FUND,
                                voucher("direct-1"),
                                CLINIC,
                                Money.of("1234.5678", "KWD"),
                                Payee.NOBODY)),
                only(reclaimed("reclaim-1", new Portion.Whole())),
                new Sample(reclaimed("reclaim-2", new Portion.Exactly(cny("1000.00"))), "exactly"),
                only(
                        new FundsReallocated(
                                FUND,
                                voucher("realloc-1"),
                                SCHOOL,
                                CLINIC,
                                cny("300000.00"),
                                new FromReclaim(new PostingId("reclaim-1")))),
                new Sample(
                        new FundsReallocated(
                                FUND,
                                voucher("realloc-2"),
                                SCHOOL,
                                CLINIC,
                                cny("300000.00"),
                                new UnderAdjustment(MID_TERM)),
                        "under-adjustment"),
                only(
                        new FundsRecovered(
                                FUND,
                                voucher("recover-1"),
                                SCHOOL,
                                cny("9784.00"),
                                RecoveredFrom.PAYMENT,
                                FINDING.value(),
                                "2021 年第三批")),
                only(
                        new PostingReversed(
                                FUND,
                                voucher("rev-1"),
                                new PostingId("direct-1"),
                                "重复记账",
                                new Mirrored(
                                        "fund.funds-paid-directly",
                                        LocalDate.of(2024, 5, 2),
                                        List.of(
                                                transfer(
                                                        Movement.DISBURSE,
                                                        Account.of(POOL),
                                                        Account.of(HELD, CLINIC)),
                                                transfer(
                                                        Movement.PAY,
                                                        Account.of(HELD, CLINIC),
                                                        Account.of(PAID, CLINIC)))))),
                new Sample(
                        new PostingReversed(
                                FUND,
                                voucher("rev-2"),
                                new PostingId("rec-1"),
                                "到账银行有误",
                                new Mirrored(
                                        "fund.funds-received",
                                        LocalDate.of(2024, 1, 15),
                                        List.of(
                                                transfer(
                                                        Movement.RECEIVE,
                                                        Account.of(DONOR),
                                                        Account.of(POOL))))),
                        "of-receipt"),
                only(new OtherFlowRecorded(FUND, voucher("flow-6"), SCHOOL, "6", cny("-1500.25"))));
    }

    private static FundsReclaimed reclaimed(String postingId, Portion portion) {
        return new FundsReclaimed(
                FUND,
                voucher(postingId),
                SCHOOL,
                portion,
                ReclaimReason.DESIGN_DEVIATION,
                "党委会纪要〔2024〕15号",
                cny("310000.00"));
    }

    private static Transfer transfer(Movement movement, Account from, Account to) {
        return new Transfer(movement, from, to, cny("70000.00"));
    }

    private static List<Sample> works() {
        return List.of(
                only(contract("contract-1", new Tendered("ZB-2024-088"))),
                new Sample(contract("contract-2", new Exempt("单价低于四十万元")), "exempt"),
                only(
                        new MatchingRecorded(
                                FUND, voucher("match-1"), SCHOOL, cny("500000.00"), "恒源纺织有限公司")),
                only(
                        new ChangeOrderApproved(
                                FUND,
                                voucher("co-1"),
                                SCHOOL,
                                "BG-003",
                                cny("-25000.00"),
                                "造价咨询意见书 7 号",
                                "联系干部 李强")),
                only(
                        new TargetSet(
                                FUND,
                                voucher("target-1"),
                                SCHOOL,
                                "受益学生",
                                new BigDecimal("1800.00"),
                                "人")),
                only(new ProjectStarted(FUND, voucher("start-17"), SCHOOL)),
                only(
                        new ProgressReported(
                                FUND,
                                voucher("progress-3"),
                                SCHOOL,
                                new BigDecimal("104.50"),
                                cny("4598000.00"),
                                "监理 赵敏")),
                only(new ProjectCompleted(FUND, voucher("done-17"), SCHOOL)),
                only(new ProjectAccepted(FUND, voucher("accept-17"), SCHOOL)),
                only(new ArchiveAccepted(FUND, voucher("archive-17"), SCHOOL)),
                only(new ProjectClosed(FUND, voucher("close-17"), SCHOOL)),
                only(new ProjectFrozen(FUND, voucher("freeze-17"), SCHOOL, "质量问题停工整改")),
                only(new ProjectUnfrozen(FUND, voucher("unfreeze-17"), SCHOOL, "整改完成")));
    }

    private static ContractRecorded contract(String postingId, org.aidledger.fund.Tender tender) {
        return new ContractRecorded(
                FUND,
                voucher(postingId),
                SCHOOL,
                "HT-2024-017",
                "新疆建工集团有限公司",
                cny("4200000.00"),
                tender);
    }

    private static List<Sample> approvals() {
        FundCommand disburse =
                new Disburse(
                        FUND,
                        Voucher.of("disburse-9", LocalDate.of(2024, 6, 30), "前指财务处 王芳"),
                        SCHOOL,
                        cny("1250000.00"));
        FundCommand reclaim =
                new Reclaim(
                        FUND,
                        Voucher.of("reclaim-9", LocalDate.of(2024, 6, 30), "前指财务处 王芳"),
                        SCHOOL,
                        new Portion.Whole(),
                        ReclaimReason.IDLE,
                        "党委会纪要〔2024〕15号");
        ApprovalId approval = ApprovalId.of(FUND, disburse.voucher().postingId());
        return List.of(
                only(new ApprovalRequested(approval, disburse)),
                new Sample(
                        new ApprovalRequested(
                                ApprovalId.of(FUND, reclaim.voucher().postingId()), reclaim),
                        "reclaim"),
                only(new RequestApproved(approval, voucher("approve-9"), FUND)),
                only(new RequestRejected(approval, voucher("reject-9"), FUND, "合同未备案")),
                only(new RequestWithdrawn(approval, voucher("withdraw-9"), FUND, "金额有误")),
                only(new RequestExecuted(approval, voucher("executed"), FUND)),
                only(
                        new RequestFailed(
                                approval,
                                voucher("failed"),
                                FUND,
                                "ALLOCATION_EXCEEDED",
                                "1250000.00 CNY is more than is allocated.")));
    }

    private static List<Sample> snapshots() {
        SnapshotId june = new SnapshotId("tb-2024-06");
        List<FundId> funds = List.of(FUND, new FundId("zj-tz-2022"));
        SnapshotDigest digest = new SnapshotDigest("0123456789abcdef".repeat(4));
        return List.of(
                only(
                        new SnapshotFrozen(
                                june,
                                voucher("freeze-1"),
                                SnapshotKind.MONTHLY_BULLETIN,
                                "2024年6月通报",
                                LocalDate.of(2024, 6, 30),
                                Instant.parse("2024-07-05T00:00:00.000001Z"),
                                Instant.parse("2024-07-05T08:15:00Z"),
                                funds,
                                Indicator.Code.DISBURSEMENT_RATE,
                                "regulator",
                                digest)),
                only(
                        new SnapshotSigned(
                                june,
                                voucher("sign-1"),
                                funds,
                                "regulator",
                                digest,
                                List.of("\u2014 ledger.example KtmL3w=="))),
                only(
                        new SnapshotWithdrawn(
                                june, voucher("withdraw-1"), funds, "regulator", "数据口径有误")));
    }

    private static List<Sample> payees() {
        return List.of(only(new PayeeErased(PAYEE, voucher("erase-1"), "本人要求删除")));
    }

    private static List<Sample> samples() {
        SampleId sample = new SampleId("S-2024-07.1");
        Design design = new Design.MonetaryUnit(cny("100000.00"));
        Item item = new Item(41, new PostingId("pay-17"), cny("250000.00"), 2);
        return List.of(
                only(
                        new SampleDrawn(
                                sample,
                                voucher("draw-1"),
                                FUND,
                                new AsOf(
                                        LocalDate.of(2024, 6, 30),
                                        Instant.parse("2024-07-05T08:00:00.123456Z")),
                                PopulationKind.PAYMENTS,
                                design,
                                "2024-审计-17",
                                new Drawn(
                                        design.algorithm(),
                                        3,
                                        cny("270000.00"),
                                        "76a06e09e18dbe3a35d95ed5e5fa778cc45c050f6942c0115",
                                        cny("35.42"),
                                        List.of(item)))),
                only(
                        new ItemTicked(
                                sample,
                                voucher("tick-1"),
                                FUND,
                                41,
                                Mark.EXCEPTION,
                                new Portion.Exactly(cny("1200.50")),
                                "发票金额不符",
                                FINDING.value())),
                only(new ItemNoted(sample, voucher("note-1"), FUND, 41, "已索要合同")),
                only(
                        new SampleClosed(
                                sample,
                                voucher("close-1"),
                                FUND,
                                "一笔例外",
                                new Result(1, 1, 1, cny("1200.50"), cny("1200.50")))));
    }

    private static List<Sample> findings() {
        return List.of(
                only(
                        new FindingRaised(
                                FINDING,
                                voucher("raise-1"),
                                FUND,
                                SCHOOL.value(),
                                FindingType.PAYMENT_AHEAD_OF_PROGRESS,
                                cny("9784.00"),
                                "支付进度超过形象进度 39.28 个百分点",
                                "2024 年度审计报告")),
                only(
                        new RectificationAssigned(
                                FINDING,
                                voucher("assign-1"),
                                FUND,
                                "追回超付资金",
                                "副指挥长 孙浩",
                                "项目管理处",
                                LocalDate.of(2024, 12, 31))),
                only(new EvidenceSubmitted(FINDING, voucher("evidence-1"), FUND, "银行回单及情况说明")),
                only(new FindingClosed(FINDING, voucher("close-1"), FUND, "资金已退回，予以销号")),
                only(new FindingReopened(FINDING, voucher("reopen-1"), FUND, "回单金额不符")));
    }
}
