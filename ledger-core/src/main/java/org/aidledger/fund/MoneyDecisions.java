package org.aidledger.fund;

import static org.aidledger.fund.FundState.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aidledger.fund.MoneyCommand.Allocate;
import org.aidledger.fund.MoneyCommand.Authorise;
import org.aidledger.fund.MoneyCommand.Disburse;
import org.aidledger.fund.MoneyCommand.Pay;
import org.aidledger.fund.MoneyCommand.PayDirect;
import org.aidledger.fund.MoneyCommand.Reallocate;
import org.aidledger.fund.MoneyCommand.Receive;
import org.aidledger.fund.MoneyCommand.Reclaim;
import org.aidledger.fund.MoneyCommand.RecordFlow;
import org.aidledger.fund.MoneyCommand.Recover;
import org.aidledger.fund.MoneyCommand.ReturnFunds;
import org.aidledger.fund.MoneyCommand.Reverse;
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
import org.aidledger.fund.Portion.Exactly;
import org.aidledger.fund.Portion.Whole;
import org.aidledger.fund.ReallocationBasis.FromReclaim;
import org.aidledger.fund.ReallocationBasis.UnderAdjustment;
import org.aidledger.fund.RequestRefused.AdjustmentUnknown;
import org.aidledger.fund.RequestRefused.AlreadyReversed;
import org.aidledger.fund.RequestRefused.NotReversible;
import org.aidledger.fund.RequestRefused.NothingUnspent;
import org.aidledger.fund.RequestRefused.PostingUnknown;
import org.aidledger.fund.RequestRefused.ReversalTooEarly;
import org.aidledger.fund.RuleBroken.AdjustmentNotApproved;
import org.aidledger.fund.RuleBroken.CrossChannel;
import org.aidledger.fund.RuleBroken.ProjectFrozen;
import org.aidledger.fund.RuleBroken.ProjectIsClosed;
import org.aidledger.fund.RuleBroken.ProjectOffPlan;
import org.aidledger.fund.RuleBroken.ReclaimNotEnough;
import org.aidledger.fund.Works.Milestone;
import org.aidledger.money.Money;
import org.aidledger.posting.PostingRules;

/** Decides postings: plan, freeze and closing first, then the ceilings on every day. */
final class MoneyDecisions {

    private final FundState state;

    MoneyDecisions(FundState state) {
        this.state = state;
    }

    List<FundEvent> decide(MoneyCommand command) {
        state.requireOpen(command.voucher().effective());
        return switch (command) {
            case Authorise c ->
                    onFund(c, new AuthorityAdded(c.fund(), c.voucher(), state.notZero(c.amount())));
            case Receive c ->
                    onFund(c, new FundsReceived(c.fund(), c.voucher(), state.positive(c.amount())));
            case ReturnFunds c ->
                    onFund(c, new FundsReturned(c.fund(), c.voucher(), state.positive(c.amount())));
            case Allocate c ->
                    outgoing(
                            c,
                            c.project(),
                            new FundsAllocated(
                                    c.fund(),
                                    c.voucher(),
                                    c.project(),
                                    state.positive(c.amount())));
            case Disburse c ->
                    outgoing(
                            c,
                            c.project(),
                            new FundsDisbursed(
                                    c.fund(),
                                    c.voucher(),
                                    c.project(),
                                    state.positive(c.amount())));
            case Pay c -> pay(c);
            case PayDirect c -> payDirect(c);
            case Reclaim c -> reclaim(c);
            case Reallocate c -> reallocate(c);
            case Recover c -> recover(c);
            case Reverse c -> reverse(c);
            case RecordFlow c -> flow(c);
        };
    }

    private List<FundEvent> onFund(MoneyCommand c, MoneyEvent event) {
        return new Judgement(state, c, c.fund().value()).rules(ceilings(event)).record(event);
    }

    private List<FundEvent> outgoing(MoneyCommand c, ProjectId project, MoneyEvent event) {
        return open(c, project).rules(ceilings(event)).record(event);
    }

    private List<FundEvent> pay(Pay c) {
        Money amount = state.positive(c.amount());
        MoneyEvent event = new FundsPaid(c.fund(), c.voucher(), c.project(), amount, c.payee());
        return paying(c, c.project(), amount, event);
    }

    private List<FundEvent> payDirect(PayDirect c) {
        Money amount = state.positive(c.amount());
        MoneyEvent event =
                new FundsPaidDirectly(c.fund(), c.voucher(), c.project(), amount, c.payee());
        return paying(c, c.project(), amount, event);
    }

    private List<FundEvent> paying(
            MoneyCommand c, ProjectId project, Money amount, MoneyEvent event) {
        return open(c, project)
                .rules(ceilings(event))
                .rules(new Payables(state).broken(project, amount, c.voucher().effective()))
                .record(event);
    }

    private List<FundEvent> reclaim(Reclaim c) {
        state.project(c.project(), c.voucher().effective());
        Money amount =
                switch (c.portion()) {
                    case Exactly e -> state.positive(e.amount());
                    case Whole _ -> unspent(c.project(), c.voucher().effective());
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
        return new Judgement(state, c, c.project()).rules(ceilings(event)).record(event);
    }

    private Money unspent(ProjectId project, LocalDate date) {
        Money unspent = state.books().unspentFrom(project, date);
        if (!unspent.isPositive()) {
            throw refused(new NothingUnspent(project));
        }
        return unspent;
    }

    private List<FundEvent> reallocate(Reallocate c) {
        Plan.Entry from = state.project(c.from(), c.voucher().effective());
        Plan.Entry to = state.project(c.to(), c.voucher().effective());
        Money amount = state.positive(c.amount());
        MoneyEvent event =
                new FundsReallocated(c.fund(), c.voucher(), c.from(), c.to(), amount, c.basis());
        return open(c, c.to())
                .rule(
                        from.profile.channel() == to.profile.channel()
                                ? Optional.empty()
                                : Optional.of(
                                        new CrossChannel(
                                                c.from(),
                                                from.profile.channel(),
                                                c.to(),
                                                to.profile.channel())))
                .rule(basis(c, amount))
                .rules(ceilings(event))
                .record(event);
    }

    private Optional<RuleBroken> basis(Reallocate c, Money amount) {
        return switch (c.basis()) {
            case UnderAdjustment(var id) -> {
                Plan.Adjustment adjustment =
                        state.plan()
                                .adjustment(id)
                                .orElseThrow(() -> refused(new AdjustmentUnknown(id)));
                boolean inForce =
                        adjustment
                                .approvedOn
                                .filter(d -> !d.isAfter(c.voucher().effective()))
                                .isPresent();
                yield inForce
                        ? Optional.empty()
                        : Optional.of(new AdjustmentNotApproved(id, adjustment.approvedOn));
            }
            case FromReclaim(var reclaim) -> {
                Money left = state.books().leftOfReclaim(reclaim);
                boolean ofThisProject =
                        state.books().posting(reclaim).stream()
                                .flatMap(p -> p.transfers().stream())
                                .anyMatch(t -> t.from().project().equals(Optional.of(c.from())));
                if (!ofThisProject) {
                    throw refused(new PostingUnknown(reclaim));
                }
                yield amount.compareTo(left) <= 0
                        ? Optional.empty()
                        : Optional.of(new ReclaimNotEnough(reclaim, amount, left));
            }
        };
    }

    private List<FundEvent> recover(Recover c) {
        state.project(c.project(), c.voucher().effective());
        MoneyEvent event =
                new FundsRecovered(
                        c.fund(),
                        c.voucher(),
                        c.project(),
                        state.positive(c.amount()),
                        c.stage(),
                        c.finding(),
                        c.concerns());
        return new Judgement(state, c, c.project()).rules(ceilings(event)).record(event);
    }

    private List<FundEvent> reverse(Reverse c) {
        Books.Posted original =
                state.books()
                        .posting(c.reverses())
                        .orElseThrow(() -> refused(new PostingUnknown(c.reverses())));
        if (original.reversal()) {
            throw refused(new NotReversible(c.reverses()));
        }
        state.books()
                .reversalOf(c.reverses())
                .ifPresent(by -> {
                    throw refused(new AlreadyReversed(c.reverses(), by));
                });
        if (c.voucher().effective().isBefore(original.effective())) {
            throw refused(new ReversalTooEarly(c.voucher().effective(), original.effective()));
        }
        MoneyEvent event =
                new PostingReversed(
                        c.fund(),
                        c.voucher(),
                        c.reverses(),
                        c.reason(),
                        new Mirrored(original.type(), original.effective(), original.transfers()));
        return new Judgement(state, c, subject(original, c.fund()))
                .rules(ceilings(event))
                .record(event);
    }

    private static String subject(Books.Posted posting, FundId fund) {
        return posting.transfers().stream()
                .flatMap(t -> Stream.of(t.from(), t.to()))
                .flatMap(a -> a.project().stream())
                .map(ProjectId::value)
                .findFirst()
                .orElse(fund.value());
    }

    private List<FundEvent> flow(RecordFlow c) {
        state.project(c.project(), c.voucher().effective());
        return List.of(
                new OtherFlowRecorded(
                        c.fund(), c.voucher(), c.project(), c.flow(), state.amount(c.amount())));
    }

    /** The project takes money: it is enrolled, in the plan, neither frozen nor closed. */
    private Judgement open(MoneyCommand c, ProjectId project) {
        LocalDate date = c.voucher().effective();
        Plan.Entry entry = state.project(project, date);
        Works.Site site = state.works().of(project);
        boolean inPlan = entry.inPlanFrom.filter(d -> !d.isAfter(date)).isPresent();
        boolean watched = state.governance().watches(PolicyItem.WATCH_PLAN, date);
        return new Judgement(state, c, project)
                .rule(
                        inPlan || !watched
                                ? Optional.empty()
                                : Optional.of(new ProjectOffPlan(project, entry.inPlanFrom)))
                .rule(
                        site.isFrozen(date)
                                ? Optional.of(new ProjectFrozen(project, site.frozenSince()))
                                : Optional.empty())
                .rule(site.on(Milestone.CLOSED).map(d -> new ProjectIsClosed(project, d)));
    }

    private List<RuleBroken> ceilings(MoneyEvent event) {
        LocalDate date = event.voucher().effective();
        return state.books().broken(event.fund(), PostingRules.transfersFor(event), date).stream()
                .filter(b -> isWatched(b, date))
                .toList();
    }

    private boolean isWatched(RuleBroken broken, LocalDate date) {
        return switch (broken.code()) {
            case "AUTHORITY_EXCEEDED" ->
                    state.governance().watches(PolicyItem.WATCH_AUTHORITY, date);
            case "CASH_EXCEEDED" -> state.governance().watches(PolicyItem.WATCH_CASH, date);
            default -> true;
        };
    }
}
