package org.aidledger.projections.trail;

import java.util.List;
import java.util.stream.Stream;
import org.aidledger.approval.ApprovalEvent;
import org.aidledger.approval.ApprovalEvent.ApprovalRequested;
import org.aidledger.approval.Subject;
import org.aidledger.finding.FindingEvent;
import org.aidledger.finding.FindingEvent.FindingRaised;
import org.aidledger.fund.FundEvent;
import org.aidledger.fund.GovernanceEvent;
import org.aidledger.fund.GovernanceEvent.BreachNoted;
import org.aidledger.fund.GovernanceEvent.FundOpened;
import org.aidledger.fund.MoneyEvent;
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
import org.aidledger.fund.MoneyEvent.OtherFlowRecorded;
import org.aidledger.fund.MoneyEvent.PostingReversed;
import org.aidledger.fund.PlanEvent;
import org.aidledger.fund.PlanEvent.AdjustmentAgreed;
import org.aidledger.fund.PlanEvent.AdjustmentApproved;
import org.aidledger.fund.PlanEvent.AdjustmentDropped;
import org.aidledger.fund.PlanEvent.AdjustmentProposed;
import org.aidledger.fund.PlanEvent.PlanIssued;
import org.aidledger.fund.PlanEvent.PlanPhaseAdded;
import org.aidledger.fund.PlanEvent.ProjectEnrolled;
import org.aidledger.fund.PlanEvent.ReviewRecorded;
import org.aidledger.fund.ProjectId;
import org.aidledger.fund.WorksEvent;
import org.aidledger.fund.WorksEvent.ChangeOrderApproved;
import org.aidledger.fund.WorksEvent.ContractRecorded;
import org.aidledger.fund.WorksEvent.MatchingRecorded;
import org.aidledger.fund.WorksEvent.ProgressReported;
import org.aidledger.money.Money;
import org.aidledger.posting.Transfer;
import org.aidledger.snapshot.SnapshotEvent;
import org.aidledger.snapshot.SnapshotEvent.SnapshotFrozen;
import org.aidledger.snapshot.SnapshotEvent.SnapshotSigned;
import org.aidledger.snapshot.SnapshotEvent.SnapshotWithdrawn;

/** What an event touches and leads back to; what it does not is empty. */
record Links(List<String> projects, String amount, String reverses, String basis, String finding) {

    private static final Links NONE = new Links(List.of(), "", "", "", "");

    static Links of(FundEvent event) {
        return switch (event) {
            case GovernanceEvent e -> of(e);
            case PlanEvent e -> of(e);
            case MoneyEvent e -> of(e);
            case WorksEvent e -> of(e);
        };
    }

    static Links of(FindingEvent event) {
        Links links =
                event instanceof FindingRaised e
                        ? new Links(
                                Stream.of(e.project()).filter(p -> !p.isEmpty()).toList(),
                                e.amount().isZero() ? "" : e.amount().toString(),
                                "",
                                "",
                                "")
                        : NONE;
        return links.under(event.finding().value());
    }

    /** The basis of what follows a request is the request. */
    static Links of(ApprovalEvent event) {
        if (event instanceof ApprovalRequested e) {
            Subject subject = e.subject();
            return new Links(
                    subject.projects().stream().map(ProjectId::value).toList(),
                    subject.amount().map(Money::toString).orElse(""),
                    "",
                    "",
                    "");
        }
        return new Links(List.of(), "", "", "approval " + event.approval(), "");
    }

    /** What is signed or withdrawn rests on what was frozen. */
    static Links of(SnapshotEvent event) {
        return switch (event) {
            case SnapshotFrozen _ -> NONE;
            case SnapshotSigned _, SnapshotWithdrawn _ ->
                    new Links(List.of(), "", "", "snapshot:" + event.snapshot(), "");
        };
    }

    private static Links of(GovernanceEvent event) {
        if (event instanceof FundOpened e) {
            return about(List.of(), e.authorised());
        }
        if (event instanceof BreachNoted e && !e.subject().equals(e.fund().value())) {
            return NONE.on(List.of(e.subject()));
        }
        return NONE;
    }

    private static Links of(PlanEvent event) {
        return switch (event) {
            case ProjectEnrolled e -> about(e.project(), e.planned());
            case PlanPhaseAdded e -> about(e.project(), e.planned());
            case ReviewRecorded e -> NONE.on(List.of(e.project().value()));
            case PlanIssued e -> NONE.on(e.projects().stream().map(ProjectId::value).toList());
            case AdjustmentProposed e ->
                    NONE.on(e.changes().stream().map(c -> c.project().value()).toList());
            case AdjustmentApproved e ->
                    NONE.on(e.changes().stream().map(c -> c.project().value()).toList());
            case AdjustmentAgreed _, AdjustmentDropped _ -> NONE;
        };
    }

    private static Links of(MoneyEvent event) {
        return switch (event) {
            case AuthorityAdded e -> about(List.of(), e.amount());
            case FundsReceived e -> about(List.of(), e.amount());
            case FundsReturned e -> about(List.of(), e.amount());
            case FundsAllocated e -> about(e.project(), e.amount());
            case FundsDisbursed e -> about(e.project(), e.amount());
            case FundsPaid e -> about(e.project(), e.amount());
            case FundsPaidDirectly e -> about(e.project(), e.amount());
            case FundsReclaimed e -> about(e.project(), e.amount());
            case FundsReallocated e ->
                    new Links(
                            List.of(e.from().value(), e.to().value()),
                            e.amount().toString(),
                            "",
                            e.basis().toString(),
                            "");
            case FundsRecovered e -> about(e.project(), e.amount()).under(e.finding());
            case PostingReversed e -> reversal(e);
            case OtherFlowRecorded e -> about(e.project(), e.amount());
        };
    }

    private static Links of(WorksEvent event) {
        return switch (event) {
            case ContractRecorded e -> about(e.project(), e.amount());
            case ChangeOrderApproved e -> about(e.project(), e.amount());
            case MatchingRecorded e -> about(e.project(), e.amount());
            case ProgressReported e -> about(e.project(), e.workValue());
            case WorksEvent.TargetSet _,
                    WorksEvent.ProjectStarted _,
                    WorksEvent.ProjectCompleted _,
                    WorksEvent.ProjectAccepted _,
                    WorksEvent.ArchiveAccepted _,
                    WorksEvent.ProjectClosed _,
                    WorksEvent.ProjectFrozen _,
                    WorksEvent.ProjectUnfrozen _ ->
                    NONE.on(List.of(event.project().value()));
        };
    }

    /** The amount of what it mirrors: all its transfers are of one amount. */
    private static Links reversal(PostingReversed event) {
        List<Transfer> transfers = event.mirrored().transfers();
        return new Links(
                transfers.stream()
                        .flatMap(t -> Stream.of(t.from(), t.to()))
                        .flatMap(a -> a.project().stream())
                        .map(ProjectId::value)
                        .toList(),
                transfers.stream().findFirst().map(t -> t.amount().toString()).orElse(""),
                event.reverses().value(),
                "",
                "");
    }

    private static Links about(ProjectId project, Money amount) {
        return about(List.of(project.value()), amount);
    }

    private static Links about(List<String> projects, Money amount) {
        return new Links(projects, amount.toString(), "", "", "");
    }

    private Links on(List<String> some) {
        return new Links(some, amount, reverses, basis, finding);
    }

    private Links under(String aFinding) {
        return new Links(projects, amount, reverses, basis, aFinding);
    }
}
