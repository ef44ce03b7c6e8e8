package org.aidledger.projections.summary;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.Locale;
import org.aidledger.approval.ApprovalEvent;
import org.aidledger.approval.ApprovalEvent.ApprovalRequested;
import org.aidledger.approval.ApprovalEvent.RequestApproved;
import org.aidledger.approval.ApprovalEvent.RequestExecuted;
import org.aidledger.approval.ApprovalEvent.RequestFailed;
import org.aidledger.approval.ApprovalEvent.RequestRejected;
import org.aidledger.approval.ApprovalEvent.RequestWithdrawn;
import org.aidledger.approval.Subject;
import org.aidledger.finding.FindingEvent;
import org.aidledger.finding.FindingEvent.EvidenceSubmitted;
import org.aidledger.finding.FindingEvent.FindingClosed;
import org.aidledger.finding.FindingEvent.FindingRaised;
import org.aidledger.finding.FindingEvent.FindingReopened;
import org.aidledger.finding.FindingEvent.RectificationAssigned;
import org.aidledger.fund.FundEvent;
import org.aidledger.fund.GovernanceEvent;
import org.aidledger.fund.GovernanceEvent.BreachNoted;
import org.aidledger.fund.GovernanceEvent.FiguresStated;
import org.aidledger.fund.GovernanceEvent.FundOpened;
import org.aidledger.fund.GovernanceEvent.HandedOver;
import org.aidledger.fund.GovernanceEvent.PeriodClosed;
import org.aidledger.fund.GovernanceEvent.PeriodReopened;
import org.aidledger.fund.GovernanceEvent.PolicySet;
import org.aidledger.fund.MoneyEvent;
import org.aidledger.fund.PlanEvent;
import org.aidledger.fund.PlanEvent.AdjustmentAgreed;
import org.aidledger.fund.PlanEvent.AdjustmentApproved;
import org.aidledger.fund.PlanEvent.AdjustmentDropped;
import org.aidledger.fund.PlanEvent.AdjustmentProposed;
import org.aidledger.fund.PlanEvent.PlanIssued;
import org.aidledger.fund.PlanEvent.PlanPhaseAdded;
import org.aidledger.fund.PlanEvent.ProjectEnrolled;
import org.aidledger.fund.PlanEvent.ReviewRecorded;
import org.aidledger.fund.WorksEvent;
import org.aidledger.snapshot.SnapshotEvent;
import org.aidledger.snapshot.SnapshotEvent.SnapshotFrozen;
import org.aidledger.snapshot.SnapshotEvent.SnapshotSigned;
import org.aidledger.snapshot.SnapshotEvent.SnapshotWithdrawn;

/** One English sentence for every kind of event. */
public final class Summary {

    private Summary() {}

    /** What happened to a fund. */
    public static String of(FundEvent event) {
        return switch (event) {
            case GovernanceEvent e -> of(e);
            case PlanEvent e -> of(e);
            case MoneyEvent e -> MoneySummary.of(e);
            case WorksEvent e -> WorksSummary.of(e);
        };
    }

    /** What happened to a finding. */
    public static String of(FindingEvent event) {
        return switch (event) {
            case FindingRaised e ->
                    "Finding %s (%s) about %s raised%s: %s"
                            .formatted(
                                    e.finding(),
                                    words(e.type()),
                                    e.project().isEmpty() ? "the fund" : e.project(),
                                    e.amount().isZero() ? "" : " over " + e.amount(),
                                    sentence(e.description()));
            case RectificationAssigned e ->
                    "Rectification of finding %s assigned to %s of %s, due %s: %s"
                            .formatted(
                                    e.finding(),
                                    e.responsibleLeader(),
                                    e.responsibleOffice(),
                                    e.deadline(),
                                    sentence(e.measure()));
            case EvidenceSubmitted e ->
                    "Evidence submitted for finding %s: %s"
                            .formatted(e.finding(), sentence(e.evidence()));
            case FindingClosed e ->
                    "Finding %s closed: %s".formatted(e.finding(), sentence(e.conclusion()));
            case FindingReopened e ->
                    "Finding %s opened again: %s".formatted(e.finding(), sentence(e.reason()));
        };
    }

    /** What happened to a request for approval. */
    public static String of(ApprovalEvent event) {
        return switch (event) {
            case ApprovalRequested e ->
                    "Approval of %s asked for by %s."
                            .formatted(asked(e.subject()), e.voucher().actor());
            case RequestApproved e -> "Approved by %s.".formatted(e.voucher().actor());
            case RequestRejected e ->
                    "Rejected by %s: %s".formatted(e.voucher().actor(), sentence(e.reason()));
            case RequestWithdrawn e -> "Request withdrawn by %s.".formatted(e.voucher().actor());
            case RequestExecuted _ -> "Carried out as approved.";
            case RequestFailed e ->
                    "Approved, but no longer possible: %s".formatted(sentence(e.message()));
        };
    }

    /** What happened to a snapshot. */
    public static String of(SnapshotEvent event) {
        return switch (event) {
            case SnapshotFrozen e ->
                    "Snapshot %s (%s, as of %s) of %d %s frozen: %s"
                            .formatted(
                                    e.snapshot(),
                                    words(e.kind()),
                                    e.asOf(),
                                    e.funds().size(),
                                    e.funds().size() == 1 ? "fund" : "funds",
                                    sentence(e.title()));
            case SnapshotSigned e ->
                    "Snapshot %s signed by %s.".formatted(e.snapshot(), e.voucher().actor());
            case SnapshotWithdrawn e ->
                    "Snapshot %s withdrawn by %s: %s"
                            .formatted(e.snapshot(), e.voucher().actor(), sentence(e.reason()));
        };
    }

    /** A command that was asked for, in a few words. */
    public static String asked(Subject subject) {
        return subject.command()
                + subject.amount().map(amount -> " of " + amount).orElse("")
                + (subject.projects().isEmpty() ? "" : " for " + list(subject.projects()));
    }

    private static String of(GovernanceEvent event) {
        return switch (event) {
            case FundOpened e ->
                    "Fund '%s' of %s for %s opened for %d (%s) with %s authorised."
                            .formatted(
                                    e.name(),
                                    e.donor(),
                                    e.recipient(),
                                    e.fiscalYear(),
                                    words(e.mode()),
                                    e.authorised());
            case PolicySet e ->
                    "Policy %s set to %s.".formatted(e.item(), e.value().toPlainString());
            case PeriodClosed e -> "Period closed through %s.".formatted(e.through());
            case PeriodReopened e ->
                    "Period opened again from %s: %s".formatted(e.from(), sentence(e.reason()));
            case HandedOver e -> "%s handed over to %s.".formatted(e.fromBatch(), e.toBatch());
            case FiguresStated e ->
                    "%d published figures of %s kept.".formatted(e.figures().size(), e.source());
            case BreachNoted e ->
                    "Breach %s of %s noted: %s"
                            .formatted(e.code(), e.subject(), sentence(e.message()));
        };
    }

    private static String of(PlanEvent event) {
        return switch (event) {
            case ProjectEnrolled e ->
                    "Project %s '%s' enrolled with %s planned."
                            .formatted(e.project(), e.profile().name(), e.planned());
            case PlanPhaseAdded e ->
                    "%s planned in addition for %s.".formatted(e.planned(), e.project());
            case ReviewRecorded e ->
                    "%s review of %s %s; the project is %s."
                            .formatted(
                                    capital(words(e.review())),
                                    e.project(),
                                    e.passed() ? "passed" : "failed",
                                    words(e.outcome()));
            case PlanIssued e ->
                    "Plan version %d issued with %d projects."
                            .formatted(e.version(), e.projects().size());
            case AdjustmentProposed e ->
                    "Adjustment %s (%s) proposed for %s: %s"
                            .formatted(
                                    e.adjustment(),
                                    words(e.kind()),
                                    list(e.changes().stream().map(c -> c.project()).toList()),
                                    sentence(e.reason()));
            case AdjustmentAgreed e ->
                    "Adjustment %s agreed to by the %s."
                            .formatted(e.adjustment(), words(e.party()));
            case AdjustmentDropped e ->
                    "Adjustment %s given up: %s".formatted(e.adjustment(), sentence(e.reason()));
            case AdjustmentApproved e ->
                    "Adjustment %s approved; plan version %d.%s"
                            .formatted(
                                    e.adjustment(),
                                    e.version(),
                                    e.admitted().isEmpty()
                                            ? ""
                                            : " New in the plan: " + list(e.admitted()) + ".");
        };
    }

    static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String sentence(String text) {
        return text.matches(".*[.!?。!?]") ? text : text + ".";
    }

    static String list(Collection<?> many) {
        return many.stream().map(Object::toString).collect(joining(", "));
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
