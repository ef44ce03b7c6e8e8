package org.aidledger.api.demo;

import java.util.ArrayList;
import java.util.List;
import org.aidledger.api.command.CommandSink;
import org.aidledger.api.command.Foreseen;
import org.aidledger.approval.ApprovalCommand;
import org.aidledger.event.Outcome;
import org.aidledger.event.Outcome.Refused;
import org.aidledger.finding.FindingCommand;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.PostBatch;
import org.aidledger.golden.MemoryLedger;
import org.aidledger.payee.PayeeCommand;
import org.aidledger.rejection.CommandRejected;
import org.aidledger.sample.SampleCommand;
import org.aidledger.snapshot.SnapshotCommand;
import org.axonframework.eventhandling.GenericEventMessage;

/** Sends to a ledger in memory, which learns at the instant that events would be dated with. */
record MemorySink(MemoryLedger ledger) implements CommandSink {

    @Override
    public Outcome send(FundCommand command) {
        ledger.recordAt(GenericEventMessage.clock.instant());
        try {
            return ledger.send(command);
        } catch (CommandRejected e) {
            return new Refused(e.rejection());
        }
    }

    @Override
    public Outcome send(FindingCommand command) {
        ledger.recordAt(GenericEventMessage.clock.instant());
        try {
            return ledger.send(command);
        } catch (CommandRejected e) {
            return new Refused(e.rejection());
        }
    }

    @Override
    public Outcome send(ApprovalCommand command) {
        throw new UnsupportedOperationException("the demonstration states its approvals");
    }

    @Override
    public Outcome send(SnapshotCommand command) {
        throw new UnsupportedOperationException("the scenario freezes nothing by itself");
    }

    @Override
    public Outcome send(PayeeCommand command) {
        throw new UnsupportedOperationException("the demonstration erases nobody");
    }

    @Override
    public Outcome send(SampleCommand command) {
        throw new UnsupportedOperationException("the demonstration draws no sample");
    }

    @Override
    public Foreseen foresee(FundCommand command) {
        throw new UnsupportedOperationException("the demonstration looks at nothing ahead");
    }

    @Override
    public List<Outcome> send(PostBatch batch) {
        List<Outcome> outcomes = new ArrayList<>();
        batch.lines().forEach(line -> outcomes.add(send(line)));
        return outcomes;
    }
}
