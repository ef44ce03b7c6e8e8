package org.aidledger.api.command;

import java.util.List;
import java.util.Optional;
import org.aidledger.api.access.CommandGuard;
import org.aidledger.approval.ApprovalCommand;
import org.aidledger.event.Outcome;
import org.aidledger.event.Outcome.Refused;
import org.aidledger.finding.FindingCommand;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.PostBatch;
import org.aidledger.payee.PayeeCommand;
import org.aidledger.sample.SampleCommand;
import org.aidledger.snapshot.SnapshotCommand;

/** Passes on what whoever is calling may send; the rest is refused like everything else. */
public final class GuardedSink implements CommandSink {

    private final CommandSink sink;
    private final CommandGuard guard;

    public GuardedSink(CommandSink sink, CommandGuard guard) {
        this.sink = sink;
        this.guard = guard;
    }

    @Override
    public Outcome send(FundCommand command) {
        return guard.denial(command).<Outcome>map(Refused::new).orElseGet(() -> sink.send(command));
    }

    @Override
    public Outcome send(FindingCommand command) {
        return guard.denial(command).<Outcome>map(Refused::new).orElseGet(() -> sink.send(command));
    }

    @Override
    public Outcome send(ApprovalCommand command) {
        return guard.denial(command).<Outcome>map(Refused::new).orElseGet(() -> sink.send(command));
    }

    @Override
    public Outcome send(PayeeCommand command) {
        return guard.denial(command).<Outcome>map(Refused::new).orElseGet(() -> sink.send(command));
    }

    @Override
    public Outcome send(SnapshotCommand command) {
        return guard.denial(command).<Outcome>map(Refused::new).orElseGet(() -> sink.send(command));
    }

    @Override
    public Outcome send(SampleCommand command) {
        return guard.denial(command).<Outcome>map(Refused::new).orElseGet(() -> sink.send(command));
    }

    @Override
    public Foreseen foresee(FundCommand command) {
        return guard.denialOfForesight(command)
                .map(denial -> new Foreseen(List.of(), Optional.of(denial)))
                .orElseGet(() -> sink.foresee(command));
    }

    @Override
    public List<Outcome> send(PostBatch batch) {
        return Screened.send(sink, batch, batch.lines().stream().map(guard::denial).toList());
    }
}
