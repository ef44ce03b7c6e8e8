package org.aidledger.projections.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.aidledger.event.EventLog;
import org.aidledger.projections.reading.Reads;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells how far the read side has come. */
public final class ReadSide {

    private static final Logger LOG = LoggerFactory.getLogger(ReadSide.class);

    /** This node's processor says how far it has come; that of another node has to be asked. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final ReentrantLock looking = new ReentrantLock();
    private final Reads reads;
    private final EventLog log;
    private final Progress progress;
    private final Supplier<Optional<StreamingEventProcessor>> processor;

    /**
     * @param progress what this node's processor has written
     * @param processor the processor that writes the read tables, once it is there
     */
    public ReadSide(
            Reads reads,
            EventLog log,
            Progress progress,
            Supplier<Optional<StreamingEventProcessor>> processor) {
        this.reads = reads;
        this.log = log;
        this.progress = progress;
        this.processor = processor;
    }

    /** How it stands now. */
    public ProcessorStatus status() {
        Optional<StreamingEventProcessor> known = processor.get();
        // Before the position: who is told that an error is over is told what was done since, too.
        Optional<String> error = known.flatMap(ReadSide::error);
        long position = position();
        long head = Math.max(log.head(), position);
        return new ProcessorStatus(
                known.map(StreamingEventProcessor::getName).orElse("none"),
                position,
                head,
                head - position,
                known.filter(StreamingEventProcessor::isRunning).isPresent(),
                error);
    }

    private static Optional<String> error(StreamingEventProcessor processor) {
        if (processor.isError()) {
            return Optional.of("stopped for good by an error of the machine");
        }
        return processor.processingStatus().values().stream()
                .filter(EventTrackerStatus::isErrorState)
                .map(EventTrackerStatus::getError)
                .map(ReadSide::said)
                .findFirst();
    }

    /** An error, and what was at the bottom of it: libraries' own messages seldom say. */
    private static String said(Throwable error) {
        Optional<String> bottom =
                Stream.iterate(error.getCause(), c -> c != null, Throwable::getCause)
                        .reduce((_, deeper) -> deeper)
                        .map(Throwable::getMessage);
        return bottom.map(message -> error + ": " + message).orElseGet(error::toString);
    }

    /** The position of the last event that is in the read tables; -1 for none. */
    public long position() {
        return reads.position();
    }

    /**
     * Waits until the read tables hold all events up to a position, so that whoever posted it reads
     * it, from the replica too if there is one.
     *
     * @return whether they do; false if the time was up before
     */
    public boolean awaitPosition(long position, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            while (!progress.hasReached(position)) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                if (!progress.await(position, Math.min(LOOK_AGAIN.toNanos(), left))) {
                    look();
                }
            }
            reads.promise(position, Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Of all who wait only one asks the database at a time; the others learn from it. Where it
     * cannot be asked, nothing is known: what somebody waits for is stored all the same.
     */
    private void look() {
        if (looking.tryLock()) {
            try {
                learn();
            } catch (DataAccessException | TransactionException e) {
                LOG.debug("The read side cannot be asked how far it is", e);
            } finally {
                looking.unlock();
            }
        }
    }

    private void learn() {
        log.at(List.of(position()))
                .forEach(last -> progress.reached(last.position(), last.recorded()));
    }

    /** When the last event that this node knows to be in the read tables was recorded. */
    public Instant latestRecorded() {
        if (!progress.hasReached(0)) {
            learn(); // it has started just now
        }
        return progress.recorded();
    }
}
