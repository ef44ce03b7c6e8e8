package org.aidledger.api.command;

import java.util.List;
import org.aidledger.approval.ApprovalCommand;
import org.aidledger.event.Outcome;
import org.aidledger.finding.FindingCommand;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.PostBatch;
import org.aidledger.payee.PayeeCommand;
import org.aidledger.sample.SampleCommand;
import org.aidledger.snapshot.SnapshotCommand;

/**
 * Passes everything on as it is; whoever changes something on the way says what. Not for a sink
 * that watches over commands: that one has to name each kind, or it would let a new one through.
 */
public abstract class PassingSink implements CommandSink {

    /** Where everything goes. */
    protected final CommandSink sink;

    protected PassingSink(CommandSink sink) {
        this.sink = sink;
    }

    @Override
    public Outcome send(FundCommand command) {
        return sink.send(command);
    }

    @Override
    public Outcome send(FindingCommand command) {
        return sink.send(command);
    }

    @Override
    public Outcome send(ApprovalCommand command) {
        return sink.send(command);
    }

    @Override
    public Outcome send(PayeeCommand command) {
        return sink.send(command);
    }

    @Override
    public Outcome send(SnapshotCommand command) {
        return sink.send(command);
    }

    @Override
    public Outcome send(SampleCommand command) {
        return sink.send(command);
    }

    @Override
    public Foreseen foresee(FundCommand command) {
        return sink.foresee(command);
    }

    @Override
    public List<Outcome> send(PostBatch batch) {
        return sink.send(batch);
    }
}
