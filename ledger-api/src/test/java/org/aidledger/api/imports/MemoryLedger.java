package org.aidledger.api.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.aidledger.api.command.CommandSink;
import org.aidledger.api.command.Foreseen;
import org.aidledger.approval.ApprovalCommand;
import org.aidledger.event.EventLog;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Outcome;
import org.aidledger.event.Recorded;
import org.aidledger.finding.FindingCommand;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundEvent;
import org.aidledger.fund.FundId;
import org.aidledger.fund.PostBatch;
import org.aidledger.payee.PayeeCommand;
import org.aidledger.sample.SampleCommand;
import org.aidledger.snapshot.SnapshotCommand;

/** A ledger without storage: the real decisions, and a list of what they led to. */
public final class MemoryLedger implements CommandSink, EventLog {

    private static final Instant RECORDED = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Recorded<LedgerEvent>> events = new ArrayList<>();
    private final Rehearsal funds = new Rehearsal(this, this::append);
    private int sendsLeft = Integer.MAX_VALUE;

    private void append(FundEvent event) {
        long position = events.size();
        events.add(new Recorded<>(position, "e" + position, position, RECORDED, event));
    }

    /** After so many sends the next one fails, as when the server is stopped. */
    public void failAfter(int sends) {
        sendsLeft = sends;
    }

    private void countSend() {
        if (sendsLeft-- <= 0) {
            throw new IllegalStateException("stopped");
        }
    }

    @Override
    public Outcome send(FundCommand command) {
        countSend();
        return funds.send(command);
    }

    @Override
    public Outcome send(FindingCommand command) {
        return funds.send(command);
    }

    @Override
    public Outcome send(ApprovalCommand command) {
        return funds.send(command);
    }

    @Override
    public Outcome send(SnapshotCommand command) {
        return funds.send(command);
    }

    @Override
    public Outcome send(PayeeCommand command) {
        return funds.send(command);
    }

    @Override
    public Outcome send(SampleCommand command) {
        return funds.send(command);
    }

    @Override
    public Foreseen foresee(FundCommand command) {
        return funds.foresee(command);
    }

    @Override
    public List<Outcome> send(PostBatch batch) {
        countSend();
        return funds.send(batch);
    }

    public List<Recorded<LedgerEvent>> of(FundId fund) {
        return events.stream().filter(e -> e.event().stream().equals(fund.value())).toList();
    }

    /** All events of one kind. */
    public <E extends LedgerEvent> List<E> all(Class<E> type) {
        return events.stream()
                .map(Recorded::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Override
    public long head() {
        return events.size() - 1L;
    }

    @Override
    public long count() {
        return events.size();
    }

    @Override
    public List<Recorded<LedgerEvent>> at(Collection<Long> positions) {
        return events.stream().filter(e -> positions.contains(e.position())).toList();
    }

    @Override
    public List<Recorded<LedgerEvent>> after(long after, int limit) {
        return events.stream().skip(after + 1).limit(limit).toList();
    }

    @Override
    public void readStream(String stream, Consumer<Recorded<LedgerEvent>> reader) {
        List.copyOf(events).stream().filter(e -> e.event().stream().equals(stream)).forEach(reader);
    }

    @Override
    public List<Recorded<LedgerEvent>> ofStream(String stream, long fromSequence, int limit) {
        return events.stream()
                .filter(e -> e.event().stream().equals(stream))
                .skip(fromSequence)
                .limit(limit)
                .toList();
    }
}
