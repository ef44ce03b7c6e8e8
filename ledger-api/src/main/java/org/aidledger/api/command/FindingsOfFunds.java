package org.aidledger.api.command;

import java.util.Optional;
import org.aidledger.event.EventLog;
import org.aidledger.event.Outcome;
import org.aidledger.event.Outcome.Refused;
import org.aidledger.event.Recorded;
import org.aidledger.finding.FindingCommand;
import org.aidledger.finding.FindingCommand.RaiseFinding;
import org.aidledger.fund.GovernanceEvent.FundOpened;
import org.aidledger.fund.RequestRefused.CurrencyMismatch;
import org.aidledger.fund.RequestRefused.FundUnknown;
import org.aidledger.fund.RequestRefused.TooManyDecimals;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;
import org.aidledger.rejection.Rejection;

/**
 * Refuses a finding that would stand in no fund's register, or whose amount would count as nothing
 * there: a finding's own stream knows neither the fund nor in what it counts.
 */
final class FindingsOfFunds extends PassingSink {

    private final EventLog log;

    FindingsOfFunds(CommandSink sink, EventLog log) {
        super(sink);
        this.log = log;
    }

    @Override
    public Outcome send(FindingCommand command) {
        return command instanceof RaiseFinding raising
                ? misplaced(raising).<Outcome>map(Refused::new).orElseGet(() -> sink.send(raising))
                : sink.send(command);
    }

    private Optional<? extends Rejection> misplaced(RaiseFinding raising) {
        Optional<Denomination> own =
                log.ofStream(raising.fund().value(), 0, 1).stream()
                        .map(Recorded::event)
                        .filter(FundOpened.class::isInstance)
                        .map(opened -> ((FundOpened) opened).denomination())
                        .findFirst();
        return own.isEmpty()
                ? Optional.of(new FundUnknown(raising.fund()))
                : uncountable(raising.amount(), own.get());
    }

    private static Optional<? extends Rejection> uncountable(Money amount, Denomination own) {
        if (amount.isZero() || amount.in(own).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                amount.currency().equals(own.currency())
                        ? new TooManyDecimals(amount, own.scale())
                        : new CurrencyMismatch(amount.currency(), own.currency()));
    }
}
