package org.aidledger.fund;

import static org.aidledger.fund.FundState.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aidledger.fund.MoneyCommand.Reallocate;
import org.aidledger.fund.MoneyCommand.Reclaim;
import org.aidledger.fund.MoneyEvent.FundsReallocated;
import org.aidledger.fund.MoneyEvent.FundsReclaimed;
import org.aidledger.fund.Portion.Exactly;
import org.aidledger.fund.Portion.Whole;
import org.aidledger.fund.ReallocationBasis.FromReclaim;
import org.aidledger.fund.ReallocationBasis.UnderAdjustment;
import org.aidledger.fund.RequestRefused.AdjustmentUnknown;
import org.aidledger.fund.RequestRefused.NothingUnspent;
import org.aidledger.fund.RequestRefused.PostingUnknown;
import org.aidledger.fund.RuleBroken.AdjustmentNotApproved;
import org.aidledger.fund.RuleBroken.AdjustmentNotEnough;
import org.aidledger.fund.RuleBroken.CrossChannel;
import org.aidledger.fund.RuleBroken.NotInAdjustment;
import org.aidledger.fund.RuleBroken.ReclaimNotEnough;
import org.aidledger.money.Money;

/** Decides what is taken back from projects and given to others (R4, R15, R30). */
final class ReclaimDecisions {

    private final FundState state;

    ReclaimDecisions(FundState state) {
        this.state = state;
    }

    List<FundEvent> reclaim(Reclaim c) {
        LocalDate date = c.voucher().effective();
        state.project(c.project(), date);
        Money amount =
                switch (c.portion()) {
                    case Exactly e -> state.positive(e.amount());
                    case Whole _ -> unspent(c.project(), date);
                };
        MoneyEvent event =
                new FundsReclaimed(
                        c.fund(),
                        c.voucher(),
                        c.project(),
                        c.portion(),
                        c.reason(),
                        c.decision(),
                        amount);
        return new Judgement(state, c, c.project())
                .rules(Ceilings.broken(state, event))
                .record(event);
    }

    private Money unspent(ProjectId project, LocalDate date) {
        Money unspent = state.books().unspentFrom(project, date);
        if (!unspent.isPositive()) {
            throw refused(new NothingUnspent(project));
        }
        return unspent;
    }

    List<FundEvent> reallocate(Reallocate c) {
        LocalDate date = c.voucher().effective();
        Plan.Entry from = state.project(c.from(), date);
        Plan.Entry to = state.project(c.to(), date);
        Money amount = state.positive(c.amount());
        MoneyEvent event =
                new FundsReallocated(c.fund(), c.voucher(), c.from(), c.to(), amount, c.basis());
        return MoneyDecisions.taking(state, c, c.to())
                .rule(crossChannel(c, from.profile.channel(), to.profile.channel()))
                .rule(basis(c, amount))
                .rules(Ceilings.broken(state, event))
                .record(event);
    }

    /** R30: the channels are separate. */
    private static Optional<CrossChannel> crossChannel(Reallocate c, Channel from, Channel to) {
        return from == to
                ? Optional.empty()
                : Optional.of(new CrossChannel(c.from(), from, c.to(), to));
    }

    private Optional<? extends RuleBroken> basis(Reallocate c, Money amount) {
        LocalDate date = c.voucher().effective();
        Money left = state.books().money(state.releases().leftFrom(c.basis(), c.from(), date));
        return switch (c.basis()) {
            case UnderAdjustment(var id) ->
                    notInForce(c, id, date)
                            .or(() ->
                                    amount.compareTo(left) <= 0
                                            ? Optional.empty()
                                            : Optional.of(
                                                    new AdjustmentNotEnough(
                                                            id, c.from(), amount, left)));
            case FromReclaim(var id) -> {
                if (!state.releases().has(c.basis(), c.from())) {
                    throw refused(new PostingUnknown(id));
                }
                yield amount.compareTo(left) <= 0
                        ? Optional.empty()
                        : Optional.of(new ReclaimNotEnough(id, amount, left));
            }
        };
    }

    /** R4: only after the approval, and only between projects that the adjustment names. */
    private Optional<RuleBroken> notInForce(Reallocate c, AdjustmentId id, LocalDate date) {
        Plan.Adjustment adjustment =
                state.plan().adjustment(id).orElseThrow(() -> refused(new AdjustmentUnknown(id)));
        if (!adjustment.isInForce(date)) {
            return Optional.of(new AdjustmentNotApproved(id, adjustment.approvedOn));
        }
        List<ProjectId> strangers =
                Stream.of(c.from(), c.to()).filter(p -> !adjustment.names(p)).toList();
        return strangers.isEmpty()
                ? Optional.empty()
                : Optional.of(new NotInAdjustment(id, strangers));
    }
}
