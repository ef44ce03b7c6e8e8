package org.aidledger.fund;

import java.math.BigDecimal;
import org.aidledger.event.StoredAs;
import org.aidledger.event.Voucher;
import org.aidledger.money.Money;

/** Something happened on a project's site or in its file. No money moved. */
public sealed interface WorksEvent extends FundEvent {

    ProjectId project();

    @StoredAs("fund.contract-recorded")
    record ContractRecorded(
            FundId fund,
            Voucher voucher,
            ProjectId project,
            String contract,
            String supplier,
            Money amount,
            Tender tender)
            implements WorksEvent {}

    @StoredAs("fund.matching-recorded")
    record MatchingRecorded(
            FundId fund, Voucher voucher, ProjectId project, Money amount, String source)
            implements WorksEvent {}

    @StoredAs("fund.change-order-approved")
    record ChangeOrderApproved(
            FundId fund,
            Voucher voucher,
            ProjectId project,
            String changeOrder,
            Money amount,
            String consultantOpinion,
            String linkedOfficer)
            implements WorksEvent {}

    @StoredAs("fund.target-set")
    record TargetSet(
            FundId fund,
            Voucher voucher,
            ProjectId project,
            String indicator,
            BigDecimal value,
            String unit)
            implements WorksEvent {}

    @StoredAs("fund.project-started")
    record ProjectStarted(FundId fund, Voucher voucher, ProjectId project) implements WorksEvent {}

    @StoredAs("fund.progress-reported")
    record ProgressReported(
            FundId fund,
            Voucher voucher,
            ProjectId project,
            BigDecimal physicalPercent,
            Money workValue,
            String inspector)
            implements WorksEvent {}

    @StoredAs("fund.project-completed")
    record ProjectCompleted(FundId fund, Voucher voucher, ProjectId project)
            implements WorksEvent {}

    @StoredAs("fund.project-accepted")
    record ProjectAccepted(FundId fund, Voucher voucher, ProjectId project) implements WorksEvent {}

    @StoredAs("fund.archive-accepted")
    record ArchiveAccepted(FundId fund, Voucher voucher, ProjectId project) implements WorksEvent {}

    @StoredAs("fund.project-closed")
    record ProjectClosed(FundId fund, Voucher voucher, ProjectId project) implements WorksEvent {}

    @StoredAs("fund.project-frozen")
    record ProjectFrozen(FundId fund, Voucher voucher, ProjectId project, String reason)
            implements WorksEvent {}

    @StoredAs("fund.project-unfrozen")
    record ProjectUnfrozen(FundId fund, Voucher voucher, ProjectId project, String reason)
            implements WorksEvent {}
}
