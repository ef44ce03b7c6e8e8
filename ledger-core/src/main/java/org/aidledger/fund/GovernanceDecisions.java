package org.aidledger.fund;

import static org.aidledger.fund.FundState.refused;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.fund.GovernanceCommand.ClosePeriod;
import org.aidledger.fund.GovernanceCommand.HandOver;
import org.aidledger.fund.GovernanceCommand.OpenFund;
import org.aidledger.fund.GovernanceCommand.ReopenPeriod;
import org.aidledger.fund.GovernanceCommand.SetPolicy;
import org.aidledger.fund.GovernanceCommand.StateFigures;
import org.aidledger.fund.GovernanceEvent.FiguresStated;
import org.aidledger.fund.GovernanceEvent.FundOpened;
import org.aidledger.fund.GovernanceEvent.HandedOver;
import org.aidledger.fund.GovernanceEvent.PeriodClosed;
import org.aidledger.fund.GovernanceEvent.PeriodReopened;
import org.aidledger.fund.GovernanceEvent.PolicySet;
import org.aidledger.fund.RequestRefused.AmountTooLarge;
import org.aidledger.fund.RequestRefused.FundAlreadyOpen;
import org.aidledger.fund.RequestRefused.PeriodAlreadyClosed;
import org.aidledger.fund.RequestRefused.PeriodNotClosed;
import org.aidledger.fund.RuleBroken.FiguresContradict;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;

/** Decides opening, policy, periods, hand-over, and checks published figures. */
final class GovernanceDecisions {

    private final FundState state;

    GovernanceDecisions(FundState state) {
        this.state = state;
    }

    List<FundEvent> decide(GovernanceCommand command) {
        return switch (command) {
            case OpenFund c -> open(c);
            case SetPolicy c -> List.of(new PolicySet(c.fund(), c.voucher(), c.item(), c.value()));
            case ClosePeriod c -> close(c);
            case ReopenPeriod c -> reopen(c);
            case HandOver c ->
                    List.of(
                            new HandedOver(
                                    c.fund(),
                                    c.voucher(),
                                    c.fromBatch(),
                                    c.toBatch(),
                                    c.assets(),
                                    c.archives()));
            case StateFigures c -> state(c);
        };
    }

    private List<FundEvent> open(OpenFund c) {
        if (state.opened().isPresent()) {
            throw refused(new FundAlreadyOpen(c.fund()));
        }
        Denomination denomination = new Denomination(c.authorised().currency(), c.scale());
        Money authorised = c.authorised().in(denomination).orElseThrow();
        Money most = new Money(Capacity.MOST, denomination);
        if (authorised.compareTo(most) > 0) {
            throw refused(new AmountTooLarge(authorised, most));
        }
        return List.of(
                new FundOpened(
                        c.fund(),
                        c.voucher(),
                        c.name(),
                        c.donor(),
                        c.recipient(),
                        c.fiscalYear(),
                        c.mode(),
                        c.scale(),
                        c.channels(),
                        authorised,
                        c.organisation()));
    }

    private List<FundEvent> close(ClosePeriod c) {
        state.governance()
                .closedThrough()
                .filter(through -> !c.through().isAfter(through))
                .ifPresent(through -> {
                    throw refused(new PeriodAlreadyClosed(through));
                });
        return List.of(new PeriodClosed(c.fund(), c.voucher(), c.through()));
    }

    private List<FundEvent> reopen(ReopenPeriod c) {
        LocalDate through = state.governance().closedThrough().orElse(LocalDate.MIN);
        if (c.from().isAfter(through)) {
            throw refused(new PeriodNotClosed(c.from()));
        }
        return List.of(new PeriodReopened(c.fund(), c.voucher(), c.from(), c.reason()));
    }

    private List<FundEvent> state(StateFigures c) {
        Judgement judgement = new Judgement(state, c, c.fund().value());
        c.figures()
                .forEach(figures ->
                        judgement.noted(figures.contradiction().map(FiguresContradict::new)));
        return judgement.record(new FiguresStated(c.fund(), c.voucher(), c.source(), c.figures()));
    }
}
