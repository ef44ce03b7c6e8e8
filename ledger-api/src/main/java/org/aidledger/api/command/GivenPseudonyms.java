package org.aidledger.api.command;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.aidledger.approval.ApprovalCommand;
import org.aidledger.approval.ApprovalCommand.RequestApproval;
import org.aidledger.event.Outcome;
import org.aidledger.event.Outcome.Refused;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.MoneyCommand.Payment;
import org.aidledger.fund.PostBatch;
import org.aidledger.payee.PayeeRejection.PseudonymUnknown;
import org.aidledger.payee.Payees;
import org.aidledger.payee.Pseudonym;

/**
 * Passes on payments to pseudonyms only if this ledger gave them to somebody. Another one would
 * stand in an event for ever, and nobody could ever say whom it meant.
 */
public final class GivenPseudonyms extends PassingSink {

    private final Payees payees;

    public GivenPseudonyms(CommandSink sink, Payees payees) {
        super(sink);
        this.payees = payees;
    }

    @Override
    public Outcome send(FundCommand command) {
        return refusal(command).<Outcome>map(Refused::new).orElseGet(() -> sink.send(command));
    }

    @Override
    public Outcome send(ApprovalCommand command) {
        return command instanceof RequestApproval asking
                ? refusal(asking.command())
                        .<Outcome>map(Refused::new)
                        .orElseGet(() -> sink.send(command))
                : sink.send(command);
    }

    @Override
    public Foreseen foresee(FundCommand command) {
        return refusal(command)
                .map(refusal -> new Foreseen(List.of(), Optional.of(refusal)))
                .orElseGet(() -> sink.foresee(command));
    }

    @Override
    public List<Outcome> send(PostBatch batch) {
        return Screened.send(sink, batch, refusals(batch.lines()));
    }

    private Optional<PseudonymUnknown> refusal(FundCommand command) {
        return refusals(List.of(command)).getFirst();
    }

    private List<Optional<PseudonymUnknown>> refusals(Collection<FundCommand> commands) {
        Set<Pseudonym> named =
                commands.stream()
                        .flatMap(command -> pseudonym(command).stream())
                        .collect(Collectors.toSet());
        Set<Pseudonym> known = payees.known(named);
        return commands.stream()
                .map(command ->
                        pseudonym(command)
                                .filter(pseudonym -> !known.contains(pseudonym))
                                .map(PseudonymUnknown::new))
                .toList();
    }

    private static Optional<Pseudonym> pseudonym(FundCommand command) {
        return command instanceof Payment payment ? payment.payee().pseudonym() : Optional.empty();
    }
}
