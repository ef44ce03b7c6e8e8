package org.aidledger.fund;

import static org.aidledger.fund.FundState.refused;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.aidledger.event.Actor;
import org.aidledger.fund.PlanCommand.AdjustmentKind;
import org.aidledger.fund.PlanCommand.AgreeAdjustment;
import org.aidledger.fund.PlanCommand.ApproveAdjustment;
import org.aidledger.fund.PlanCommand.DropAdjustment;
import org.aidledger.fund.PlanCommand.ProposeAdjustment;
import org.aidledger.fund.PlanEvent.AdjustmentAgreed;
import org.aidledger.fund.PlanEvent.AdjustmentApproved;
import org.aidledger.fund.PlanEvent.AdjustmentDropped;
import org.aidledger.fund.PlanEvent.AdjustmentProposed;
import org.aidledger.fund.RequestRefused.AdjustmentExists;
import org.aidledger.fund.RequestRefused.AdjustmentIsDropped;
import org.aidledger.fund.RequestRefused.AdjustmentSettled;
import org.aidledger.fund.RequestRefused.AdjustmentUnknown;
import org.aidledger.fund.RequestRefused.AlreadyAgreed;
import org.aidledger.fund.RequestRefused.PlanNotIssued;
import org.aidledger.fund.RuleBroken.AgreementsMissing;
import org.aidledger.fund.RuleBroken.NewProjectOutsideMidTerm;
import org.aidledger.fund.RuleBroken.OutOfOrder;
import org.aidledger.fund.RuleBroken.SameActor;

/** Decides how the issued plan changes (R2 to R4): proposed, agreed by both, then approved. */
final class AdjustmentDecisions {

    private final FundState state;

    AdjustmentDecisions(FundState state) {
        this.state = state;
    }

    List<FundEvent> propose(ProposeAdjustment c) {
        LocalDate date = c.voucher().effective();
        LocalDate issued = state.plan().issuedOn().orElseThrow(() -> refused(new PlanNotIssued()));
        if (state.plan().adjustment(c.adjustment()).isPresent()) {
            throw refused(new AdjustmentExists(c.adjustment()));
        }
        PlanChanges weighed = new PlanChanges(state);
        List<PlanChange> changes = weighed.counted(c.changes(), date);
        weighed.requireNotBelowZero(changes, date);
        Judgement judgement =
                new Judgement(state, c, c.fund().value())
                        .rule(notBefore("The proposal", c, issued));
        if (c.kind() == AdjustmentKind.IN_YEAR) {
            offPlan(changes, date)
                    .forEach(p -> judgement.rule(Optional.of(new NewProjectOutsideMidTerm(p))));
        }
        return judgement.record(
                new AdjustmentProposed(
                        c.fund(), c.voucher(), c.adjustment(), c.kind(), changes, c.reason()));
    }

    List<FundEvent> agree(AgreeAdjustment c) {
        Plan.Adjustment adjustment = unsettled(c.adjustment());
        if (adjustment.agreed.containsKey(c.party())) {
            throw refused(new AlreadyAgreed(c.adjustment(), c.party()));
        }
        return new Judgement(state, c, c.fund().value())
                .rule(notSigned(adjustment, c.voucher().actor()))
                .rule(notBefore("The agreement", c, adjustment.proposedOn))
                .record(new AdjustmentAgreed(c.fund(), c.voucher(), c.adjustment(), c.party()));
    }

    List<FundEvent> drop(DropAdjustment c) {
        Plan.Adjustment adjustment = unsettled(c.adjustment());
        return new Judgement(state, c, c.fund().value())
                .rule(notBefore("Giving it up", c, adjustment.proposedOn))
                .record(new AdjustmentDropped(c.fund(), c.voucher(), c.adjustment(), c.reason()));
    }

    /** R4: headquarters and recipient agree, then the provincial office approves. */
    List<FundEvent> approve(ApproveAdjustment c) {
        LocalDate date = c.voucher().effective();
        Plan.Adjustment adjustment = unsettled(c.adjustment());
        List<ProjectId> admitted = offPlan(adjustment.changes, date);
        new PlanChanges(state).requireNotBelowZero(adjustment.changes, date);
        return new Judgement(state, c, c.fund().value())
                .rule(agreementsMissing(c.adjustment(), adjustment))
                .rule(notSigned(adjustment, c.voucher().actor()))
                .rule(notBefore("The approval", c, adjustment.earliestApproval()))
                .rule(PlanDecisions.reviewsMissing(state, admitted, date))
                .record(
                        new AdjustmentApproved(
                                c.fund(),
                                c.voucher(),
                                c.adjustment(),
                                state.plan().version() + 1,
                                adjustment.changes,
                                admitted));
    }

    /** The projects among the changes that are in no plan yet. */
    private List<ProjectId> offPlan(List<PlanChange> changes, LocalDate date) {
        return changes.stream()
                .map(PlanChange::project)
                .filter(p -> state.project(p, date).inPlanFrom.isEmpty())
                .distinct()
                .toList();
    }

    private Plan.Adjustment unsettled(AdjustmentId id) {
        Plan.Adjustment adjustment =
                state.plan().adjustment(id).orElseThrow(() -> refused(new AdjustmentUnknown(id)));
        if (adjustment.dropped) {
            throw refused(new AdjustmentIsDropped(id));
        }
        if (adjustment.approvedOn.isPresent()) {
            throw refused(new AdjustmentSettled(id));
        }
        return adjustment;
    }

    private static Optional<AgreementsMissing> agreementsMissing(
            AdjustmentId id, Plan.Adjustment adjustment) {
        List<Party> missing =
                Arrays.stream(Party.values())
                        .filter(p -> !adjustment.agreed.containsKey(p))
                        .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new AgreementsMissing(id, missing));
    }

    private static Optional<SameActor> notSigned(Plan.Adjustment adjustment, Actor actor) {
        return adjustment.agreed.values().stream().anyMatch(s -> s.actor().equals(actor))
                ? Optional.of(new SameActor(actor, "agreed"))
                : Optional.empty();
    }

    private static Optional<OutOfOrder> notBefore(String what, PlanCommand c, LocalDate earliest) {
        LocalDate effective = c.voucher().effective();
        return effective.isBefore(earliest)
                ? Optional.of(new OutOfOrder(what, effective, earliest))
                : Optional.empty();
    }
}
