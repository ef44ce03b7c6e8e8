package org.aidledger.api.imports;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aidledger.api.command.CommandSink;
import org.aidledger.api.command.Foreseen;
import org.aidledger.api.command.PassingSink;
import org.aidledger.event.Outcome;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.MoneyCommand.Payment;
import org.aidledger.fund.PostBatch;
import org.aidledger.payee.Payee;
import org.aidledger.payee.Payees;
import org.aidledger.payee.Pseudonym;

/**
 * Puts pseudonyms in the place of names that have one, as stored events do, so that a rehearsal
 * knows a payment again. It makes none: a rehearsal leaves no trace.
 */
final class KnownPayees extends PassingSink {

    private final Payees payees;

    KnownPayees(CommandSink sink, Payees payees) {
        super(sink);
        this.payees = payees;
    }

    @Override
    public Outcome send(FundCommand command) {
        return sink.send(known(List.of(command)).getFirst());
    }

    @Override
    public List<Outcome> send(PostBatch batch) {
        return sink.send(new PostBatch(batch.fund(), batch.mode(), known(batch.lines())));
    }

    @Override
    public Foreseen foresee(FundCommand command) {
        return sink.foresee(known(List.of(command)).getFirst());
    }

    private List<FundCommand> known(List<FundCommand> commands) {
        Set<String> names = new HashSet<>();
        for (FundCommand command : commands) {
            if (command instanceof Payment payment && payment.payee().isNamed()) {
                names.add(payment.payee().text());
            }
        }
        Map<String, Pseudonym> known = payees.find(names);
        return commands.stream().map(command -> known(command, known)).toList();
    }

    private static FundCommand known(FundCommand command, Map<String, Pseudonym> known) {
        return command instanceof Payment payment
                ? Optional.ofNullable(known.get(payment.payee().text()))
                        .<FundCommand>map(pseudonym -> payment.to(Payee.of(pseudonym)))
                        .orElse(command)
                : command;
    }
}
