package org.aidledger.api.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.aidledger.access.Denial;
import org.aidledger.api.access.CommandGuard;
import org.aidledger.approval.ApprovalCommand;
import org.aidledger.event.Outcome;
import org.aidledger.event.Outcome.Refused;
import org.aidledger.finding.FindingCommand;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.PostBatch;
import org.aidledger.fund.PostBatch.BatchMode;
import org.aidledger.fund.RequestRefused.BatchRefused;
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
        List<Optional<Denial>> denials = batch.lines().stream().map(guard::denial).toList();
        if (denials.stream().allMatch(Optional::isEmpty)) {
            return sink.send(batch);
        }
        return switch (batch.mode()) {
            case ATOMIC -> refused(denials);
            case EACH -> permitted(batch, denials);
        };
    }

    /** All for the first that may not be sent. */
    private static List<Outcome> refused(List<Optional<Denial>> denials) {
        int line = 0;
        while (denials.get(line).isEmpty()) {
            line++;
        }
        Denial denial = denials.get(line).orElseThrow();
        return Collections.nCopies(denials.size(), new Refused(new BatchRefused(line + 1, denial)));
    }

    private List<Outcome> permitted(PostBatch batch, List<Optional<Denial>> denials) {
        List<FundCommand> permitted = new ArrayList<>();
        for (int i = 0; i < denials.size(); i++) {
            if (denials.get(i).isEmpty()) {
                permitted.add(batch.lines().get(i));
            }
        }
        Iterator<Outcome> sent =
                permitted.isEmpty()
                        ? Collections.emptyIterator()
                        : sink.send(new PostBatch(batch.fund(), BatchMode.EACH, permitted))
                                .iterator();
        return denials.stream()
                .map(denial -> denial.<Outcome>map(Refused::new).orElseGet(sent::next))
                .toList();
    }
}
