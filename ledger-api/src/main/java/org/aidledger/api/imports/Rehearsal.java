package org.aidledger.api.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.aidledger.api.command.CommandSink;
import org.aidledger.api.command.Foreseen;
import org.aidledger.approval.ApprovalCommand;
import org.aidledger.event.EventLog;
import org.aidledger.event.Outcome;
import org.aidledger.event.Outcome.Accepted;
import org.aidledger.event.Outcome.Refused;
import org.aidledger.finding.FindingCommand;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundEvent;
import org.aidledger.fund.FundId;
import org.aidledger.fund.FundState;
import org.aidledger.fund.PostBatch;
import org.aidledger.fund.PostBatch.BatchMode;
import org.aidledger.fund.RequestRefused.BatchRefused;
import org.aidledger.payee.PayeeCommand;
import org.aidledger.rejection.CommandRejected;
import org.aidledger.sample.SampleCommand;
import org.aidledger.snapshot.SnapshotCommand;

/**
 * Takes commands as the ledger would, on copies of the funds that it makes from their stored
 * events. Nothing is appended. Several threads may send at once, one is heard at a time.
 */
public final class Rehearsal implements CommandSink {

    private final EventLog log;
    private final Consumer<FundEvent> listener;
    private final Map<FundId, FundState> funds = new HashMap<>();

    public Rehearsal(EventLog log) {
        this(log, _ -> {});
    }

    /**
     * @param listener hears every event that would have been appended
     */
    public Rehearsal(EventLog log, Consumer<FundEvent> listener) {
        this.log = log;
        this.listener = listener;
    }

    @Override
    public synchronized Outcome send(FundCommand command) {
        try {
            return accept(fund(command.fund()), command);
        } catch (CommandRejected e) {
            return new Refused(e.rejection());
        }
    }

    @Override
    public Outcome send(FindingCommand command) {
        throw new UnsupportedOperationException("findings are not imported");
    }

    @Override
    public Outcome send(ApprovalCommand command) {
        throw new UnsupportedOperationException("approvals are not imported");
    }

    @Override
    public Outcome send(SnapshotCommand command) {
        throw new UnsupportedOperationException("no snapshot is frozen by an import");
    }

    @Override
    public Outcome send(PayeeCommand command) {
        throw new UnsupportedOperationException("nobody is erased by an import");
    }

    @Override
    public Outcome send(SampleCommand command) {
        throw new UnsupportedOperationException("no sample is drawn by an import");
    }

    @Override
    public synchronized Foreseen foresee(FundCommand command) {
        try {
            return new Foreseen(fund(command.fund()).decide(command), Optional.empty());
        } catch (CommandRejected e) {
            return new Foreseen(List.of(), Optional.of(e.rejection()));
        }
    }

    /** Line by line; a refused atomic batch leaves its copy of the fund unusable, so it is lost. */
    @Override
    public synchronized List<Outcome> send(PostBatch batch) {
        FundState fund = fund(batch.fund());
        List<Outcome> outcomes = new ArrayList<>();
        for (FundCommand line : batch.lines()) {
            try {
                outcomes.add(accept(fund, line));
            } catch (CommandRejected e) {
                if (batch.mode() == BatchMode.ATOMIC) {
                    funds.remove(batch.fund());
                    return Collections.nCopies(
                            batch.lines().size(),
                            new Refused(new BatchRefused(outcomes.size() + 1, e.rejection())));
                }
                outcomes.add(new Refused(e.rejection()));
            }
        }
        return outcomes;
    }

    private Outcome accept(FundState fund, FundCommand command) {
        long first = fund.eventCount();
        List<FundEvent> events = fund.decide(command);
        events.forEach(fund::on);
        events.forEach(listener);
        return events.isEmpty()
                ? new Accepted(
                        command.fund().value(),
                        fund.sequenceOf(command.voucher().postingId()).orElseThrow(),
                        0)
                : new Accepted(command.fund().value(), first, events.size());
    }

    private FundState fund(FundId id) {
        return funds.computeIfAbsent(id, this::stored);
    }

    private FundState stored(FundId id) {
        FundState fund = new FundState();
        log.readStream(
                id.value(),
                recorded -> {
                    if (recorded.event() instanceof FundEvent event) {
                        fund.on(event);
                    }
                });
        return fund;
    }
}
