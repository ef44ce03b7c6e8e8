package org.aidledger.snapshot;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aidledger.event.Actor;
import org.aidledger.event.Decider;
import org.aidledger.event.PostingId;
import org.aidledger.event.Requests;
import org.aidledger.rejection.CommandRejected;
import org.aidledger.snapshot.SnapshotCommand.FreezeSnapshot;
import org.aidledger.snapshot.SnapshotCommand.SignSnapshot;
import org.aidledger.snapshot.SnapshotCommand.WithdrawSnapshot;
import org.aidledger.snapshot.SnapshotEvent.SnapshotFrozen;
import org.aidledger.snapshot.SnapshotEvent.SnapshotSigned;
import org.aidledger.snapshot.SnapshotEvent.SnapshotWithdrawn;
import org.aidledger.snapshot.SnapshotRejection.AlreadySigned;
import org.aidledger.snapshot.SnapshotRejection.FiguresDiffer;
import org.aidledger.snapshot.SnapshotRejection.NotYetRecorded;
import org.aidledger.snapshot.SnapshotRejection.NothingToFreeze;
import org.aidledger.snapshot.SnapshotRejection.SignerFroze;
import org.aidledger.snapshot.SnapshotRejection.SnapshotExists;
import org.aidledger.snapshot.SnapshotRejection.SnapshotIsWithdrawn;
import org.aidledger.snapshot.SnapshotRejection.SnapshotUnknown;

/** One snapshot as its own events made it. Knows no framework, clock or storage. */
public final class SnapshotState implements Decider<SnapshotCommand, SnapshotEvent> {

    /** What the ledger adds to a request; it may have changed when the same one comes again. */
    private static final Set<String> ADDED = Set.of("recordedUpTo", "role", "signatures");

    private final Requests requests = new Requests();
    private Optional<SnapshotFrozen> frozen = Optional.empty();
    private Optional<Actor> signedBy = Optional.empty();
    private Optional<Actor> withdrawnBy = Optional.empty();
    private long nextSequence;

    /**
     * What a command leads to. Empty if the same request was accepted before.
     *
     * @throws CommandRejected if it is refused
     */
    @Override
    public List<SnapshotEvent> decide(SnapshotCommand command) {
        if (requests.hasTaken(command.voucher(), () -> differences(command))) {
            return List.of();
        }
        return switch (command) {
            case FreezeSnapshot c -> freeze(c);
            case SignSnapshot c -> sign(c);
            case WithdrawSnapshot c -> withdraw(c);
        };
    }

    private List<String> differences(SnapshotCommand command) {
        return requests.differences((Record) command, command.voucher()).stream()
                .filter(field -> !ADDED.contains(field))
                .toList();
    }

    private List<SnapshotEvent> freeze(FreezeSnapshot c) {
        if (frozen.isPresent()) {
            throw refused(new SnapshotExists(c.snapshot()));
        }
        if (c.knownAt().isAfter(c.recordedUpTo())) {
            throw refused(new NotYetRecorded(c.knownAt(), c.recordedUpTo()));
        }
        if (c.funds().isEmpty()) {
            throw refused(new NothingToFreeze(c.asOf(), c.knownAt()));
        }
        return List.of(
                new SnapshotFrozen(
                        c.snapshot(),
                        c.voucher(),
                        c.kind(),
                        c.title(),
                        c.asOf(),
                        c.knownAt(),
                        c.recordedUpTo(),
                        c.funds(),
                        c.rankedBy(),
                        c.role(),
                        c.digest()));
    }

    private List<SnapshotEvent> sign(SignSnapshot c) {
        SnapshotFrozen known = valid(c.snapshot());
        signedBy.ifPresent(by -> {
            throw refused(new AlreadySigned(c.snapshot(), by));
        });
        if (known.voucher().actor().equals(c.voucher().actor())) {
            throw refused(new SignerFroze(c.snapshot(), c.voucher().actor()));
        }
        if (!known.digest().equals(c.digest())) {
            throw refused(new FiguresDiffer(c.snapshot(), known.digest(), c.digest()));
        }
        return List.of(
                new SnapshotSigned(
                        c.snapshot(),
                        c.voucher(),
                        known.funds(),
                        c.role(),
                        c.digest(),
                        c.signatures()));
    }

    private List<SnapshotEvent> withdraw(WithdrawSnapshot c) {
        SnapshotFrozen known = valid(c.snapshot());
        return List.of(
                new SnapshotWithdrawn(
                        c.snapshot(), c.voucher(), known.funds(), c.role(), c.reason()));
    }

    /** The snapshot as frozen, unless there is none or it counts no more. */
    private SnapshotFrozen valid(SnapshotId snapshot) {
        SnapshotFrozen known = frozen.orElseThrow(() -> refused(new SnapshotUnknown(snapshot)));
        withdrawnBy.ifPresent(by -> {
            throw refused(new SnapshotIsWithdrawn(snapshot, by));
        });
        return known;
    }

    private static CommandRejected refused(SnapshotRejection rejection) {
        return new CommandRejected(rejection);
    }

    /** Remembers an event. Never refuses. */
    @Override
    public void on(SnapshotEvent event) {
        requests.remember(event, nextSequence++);
        switch (event) {
            case SnapshotFrozen e -> frozen = Optional.of(e);
            case SnapshotSigned e -> signedBy = Optional.of(e.voucher().actor());
            case SnapshotWithdrawn e -> withdrawnBy = Optional.of(e.voucher().actor());
        }
    }

    /** Sequence of the first event of a request in this stream, if it was accepted. */
    @Override
    public Optional<Long> sequenceOf(PostingId id) {
        return requests.sequenceOf(id);
    }

    /** How many events the stream holds. */
    @Override
    public long eventCount() {
        return nextSequence;
    }
}
