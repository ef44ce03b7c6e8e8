package org.aidledger.fund;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.event.Actor;
import org.aidledger.event.LedgerEvent;
import org.aidledger.fund.MoneyCommand.Disburse;
import org.aidledger.fund.MoneyCommand.Reallocate;
import org.aidledger.fund.MoneyCommand.Reclaim;
import org.aidledger.fund.MoneyCommand.Reverse;
import org.aidledger.fund.MoneyEvent.FundsReclaimed;
import org.aidledger.fund.PlanCommand.AgreeAdjustment;
import org.aidledger.fund.PlanCommand.ApproveAdjustment;
import org.aidledger.fund.PlanEvent.AdjustmentProposed;
import org.aidledger.fund.Portion.Whole;
import org.aidledger.fund.ReallocationBasis.FromReclaim;
import org.aidledger.fund.ReallocationBasis.UnderAdjustment;
import org.aidledger.fund.RuleBroken.CeilingExceeded;
import org.aidledger.fund.WorksCommand.AcceptArchive;
import org.aidledger.fund.WorksCommand.AcceptProject;
import org.aidledger.fund.WorksCommand.CloseProject;
import org.aidledger.fund.WorksCommand.FreezeProject;
import org.aidledger.fund.WorksCommand.RecordCompletion;
import org.aidledger.fund.WorksEvent.ProjectStarted;
import org.aidledger.fund.WorksEvent.ProjectUnfrozen;
import org.aidledger.money.Money;

/** Commands that make sense after an answer, so that histories get past their beginnings. */
final class FollowUps {

    private final Dice dice;

    FollowUps(Dice dice) {
        this.dice = dice;
    }

    List<FundCommand> after(HistoryRun.Step step) {
        List<FundCommand> next = new ArrayList<>();
        if (step.refusal().orElse(null) instanceof CeilingExceeded broken
                && step.command() instanceof Disburse d
                && broken.acceptable().isPositive()
                && dice.chance(70)) {
            next.add(disburseWhatIsLeft(d, broken.acceptable()));
        }
        for (LedgerEvent event : step.events()) {
            if (event instanceof FundsReclaimed e) {
                useReclaim(e, next);
            }
            if (event instanceof ProjectStarted e && dice.chance(40)) {
                finish(e.project(), e.voucher().effective(), next);
            }
            if (event instanceof ProjectUnfrozen e && dice.chance(40)) {
                LocalDate again = e.voucher().effective().plusDays(dice.upTo(20) - 10L);
                next.add(new FreezeProject(e.fund(), dice.voucher(again), e.project(), "again"));
            }
            if (event instanceof AdjustmentProposed e && dice.chance(60)) {
                sign(e, next);
            }
        }
        return next;
    }

    /** Just what was left, or one unit more. */
    private FundCommand disburseWhatIsLeft(Disburse d, Money left) {
        return new Disburse(
                d.fund(),
                dice.voucher(d.voucher().effective()),
                d.project(),
                new Money(left.minorUnits() + dice.upTo(2), dice.denomination()));
    }

    private void useReclaim(FundsReclaimed e, List<FundCommand> next) {
        LocalDate date = e.voucher().effective();
        for (int i = 0; i < dice.upTo(3); i++) {
            next.add(
                    new Reallocate(
                            e.fund(),
                            dice.voucher(dice.chance(80) ? date.plusDays(3) : date.minusDays(3)),
                            e.project(),
                            other(e.project()),
                            new Money(
                                    1 + e.amount().minorUnits() / (1 + dice.upTo(3)),
                                    dice.denomination()),
                            new FromReclaim(e.voucher().postingId())));
        }
        if (dice.chance(20)) {
            next.add(
                    new Reverse(
                            e.fund(),
                            dice.voucher(date.plusDays(9)),
                            e.voucher().postingId(),
                            "no"));
        }
    }

    /** The three signatures, then money moved under the adjustment. */
    private void sign(AdjustmentProposed e, List<FundCommand> next) {
        FundId fund = e.fund();
        LocalDate date = e.voucher().effective().plusDays(2);
        next.add(
                new AgreeAdjustment(
                        fund,
                        dice.voucher(date, new Actor("HQ")),
                        e.adjustment(),
                        Party.HEADQUARTERS));
        next.add(
                new AgreeAdjustment(
                        fund,
                        dice.voucher(date, new Actor("RG")),
                        e.adjustment(),
                        Party.RECIPIENT));
        next.add(new ApproveAdjustment(fund, dice.voucher(date, new Actor("PO")), e.adjustment()));
        next.add(
                new Reallocate(
                        fund,
                        dice.voucher(date.plusDays(5)),
                        e.changes().getFirst().project(),
                        other(e.changes().getFirst().project()),
                        dice.amount(800),
                        new UnderAdjustment(e.adjustment())));
    }

    private ProjectId other(ProjectId project) {
        return dice.pick(RandomPlan.PROJECTS.stream().filter(p -> !p.equals(project)).toList());
    }

    private void finish(ProjectId project, LocalDate started, List<FundCommand> next) {
        FundId fund = dice.fund();
        next.add(new RecordCompletion(fund, dice.voucher(started.plusDays(30)), project));
        next.add(new AcceptProject(fund, dice.voucher(started.plusDays(40)), project));
        next.add(new AcceptArchive(fund, dice.voucher(started.plusDays(40)), project));
        LocalDate end = dice.today().plusDays(60);
        if (dice.chance(60)) {
            next.add(
                    new Reclaim(
                            fund,
                            dice.voucher(end),
                            project,
                            new Whole(),
                            ReclaimReason.SURPLUS,
                            "settlement"));
        }
        next.add(new CloseProject(fund, dice.voucher(end), project));
    }
}
