package org.aidledger.eventstore.command;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.aidledger.event.NotStored;
import org.aidledger.event.OutcomeUnknown;
import org.aidledger.eventstore.append.Append;
import org.aidledger.eventstore.append.Lineage;
import org.aidledger.eventstore.append.Settled;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;

/** What the answer to one command rests on: its own events, or else the last ones that it saw. */
public final class Footing {

    private static final String RESOURCE = Footing.class.getName();

    private final Duration patience;
    private Lineage lineage = new Lineage();
    private Optional<Append> seen = Optional.empty();
    private Optional<Append> own = Optional.empty();
    private BooleanSupplier behind = () -> false;

    /**
     * @param patience how long an answer waits for the database
     */
    public Footing(Duration patience) {
        this.patience = patience;
    }

    /** That of the command under way. */
    public static Optional<Footing> current() {
        return CurrentUnitOfWork.isStarted()
                ? Optional.ofNullable(CurrentUnitOfWork.get().root().getResource(RESOURCE))
                : Optional.empty();
    }

    void carryIn(UnitOfWork<?> work) {
        work.root().resources().put(RESOURCE, this);
    }

    /** The command is decided on this line, as it was just read, or begins it. */
    void standOn(Lineage line) {
        standOn(line, Optional.empty(), () -> false);
    }

    /**
     * The command is decided on this line, of which this append may not be durable yet.
     *
     * @param othersAppended whether somebody else has appended to the stream by now
     */
    void standOn(Lineage line, Optional<Append> notYetDurable, BooleanSupplier othersAppended) {
        lineage = line;
        seen = notYetDurable;
        behind = othersAppended;
    }

    /** The line that the command's events continue. */
    public Lineage lineage() {
        return lineage;
    }

    /** The command's own events are on their way. */
    public void appended(Append append) {
        own = Optional.of(append);
    }

    /** Waits until it is known what became of an append, whatever it is. */
    void awaitSettled(Append append) {
        var _ = append.await(patience);
    }

    /**
     * Waits until what the answer rests on is durable.
     *
     * @throws ConcurrencyException if it was not stored because somebody else was first
     * @throws NotStored if nothing of the command is stored, or ever will be
     * @throws OutcomeUnknown if that cannot be said yet
     */
    public void hold() {
        if (own.isPresent()) {
            holdOwn(own.get());
        } else {
            seen.ifPresent(this::holdSeen);
        }
    }

    /**
     * Makes sure that a refusal does not rest on less than others were told already. An acceptance
     * needs no such question: the place of its first event is then taken.
     *
     * @throws ConcurrencyException if somebody else has appended to the stream in the meantime
     */
    void requireUpToDate() {
        if (behind.getAsBoolean()) {
            throw new ConcurrencyException("refused without knowing of what others appended");
        }
    }

    private void holdOwn(Append append) {
        switch (append.await(patience)) {
            case Settled.Stored _ -> {}
            case Settled.Collided _ ->
                    throw new ConcurrencyException("somebody else appended in the meantime");
            case Settled.Undermined _ ->
                    throw new ConcurrencyException("decided on events that were not stored");
            case Settled.Failed(var cause, var passing) -> {
                if (passing) {
                    throw new NotStored("the database could not store it", cause);
                }
                throw new EventStoreException("the database refused the events", cause);
            }
            case Settled.Unknown _ ->
                    throw new OutcomeUnknown(
                            "the database did not say in time whether it stored the command");
        }
    }

    private void holdSeen(Append append) {
        switch (append.await(patience)) {
            case Settled.Stored _ -> {}
            case Settled.Collided _, Settled.Undermined _, Settled.Failed _ ->
                    throw new ConcurrencyException("decided on events that were not stored");
            case Settled.Unknown _ -> throw new NotStored("the database did not answer in time");
        }
    }
}
