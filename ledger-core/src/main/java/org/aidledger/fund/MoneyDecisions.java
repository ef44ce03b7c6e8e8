package org.aidledger.fund;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
import org.aidledger.fund.MoneyEvent.FundsReceived;
import org.aidledger.fund.MoneyEvent.FundsRecovered;
import org.aidledger.fund.MoneyEvent.FundsReturned;
import org.aidledger.fund.MoneyEvent.OtherFlowRecorded;
import org.aidledger.fund.RuleBroken.ProjectFrozen;
import org.aidledger.fund.RuleBroken.ProjectIsClosed;
import org.aidledger.fund.RuleBroken.ProjectOffPlan;
import org.aidledger.fund.Works.Milestone;

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
            case Pay c ->
                    outgoing(
                            c,
                            c.project(),
                            new FundsPaid(
                                    c.fund(),
                                    c.voucher(),
                                    c.project(),
                                    state.positive(c.amount()),
                                    c.payee()));
            case PayDirect c ->
                    outgoing(
                            c,
                            c.project(),
                            new FundsPaidDirectly(
                                    c.fund(),
                                    c.voucher(),
                                    c.project(),
                                    state.positive(c.amount()),
                                    c.payee()));
            case Reclaim c -> new ReclaimDecisions(state).reclaim(c);
            case Reallocate c -> new ReclaimDecisions(state).reallocate(c);
            case Recover c -> recover(c);
            case Reverse c -> new ReversalDecisions(state).reverse(c);
            case RecordFlow c -> flow(c);
        };
    }

    private List<FundEvent> onFund(MoneyCommand c, MoneyEvent event) {
        return new Judgement(state, c, c.fund().value())
                .rules(Ceilings.broken(state, event))
                .record(event);
    }

    private List<FundEvent> outgoing(MoneyCommand c, ProjectId project, MoneyEvent event) {
        return taking(state, c, project).rules(Ceilings.broken(state, event)).record(event);
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
        return new Judgement(state, c, c.project())
                .rules(Ceilings.broken(state, event))
                .record(event);
    }

    private List<FundEvent> flow(RecordFlow c) {
        state.project(c.project(), c.voucher().effective());
        return List.of(
                new OtherFlowRecorded(
                        c.fund(), c.voucher(), c.project(), c.flow(), state.amount(c.amount())));
    }

    /** The project takes money: it is enrolled, in the plan, neither frozen nor closed. */
    static Judgement taking(FundState state, MoneyCommand c, ProjectId project) {
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
                .rule(frozen(state, project, date))
                .rule(site.on(Milestone.CLOSED).map(d -> new ProjectIsClosed(project, d)));
    }

    /** No money of a frozen day goes out, nor of any day while a freeze is in force. */
    static Optional<ProjectFrozen> frozen(FundState state, ProjectId project, LocalDate date) {
        return state.works()
                .of(project)
                .freezeStopping(date)
                .map(freeze -> new ProjectFrozen(project, freeze.from()));
    }
}
