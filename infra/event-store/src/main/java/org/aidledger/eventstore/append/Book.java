package org.aidledger.eventstore.append;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * What a writer stores events in, and asks what became of them. All calls come from the writer's
 * thread.
 */
public interface Book extends AutoCloseable {

    /**
     * Stores events one after another, all or none of them.
     *
     * @param events in the order of their appends, those of one append side by side
     * @return the position of the first one, once all of them can be read. They are stored durably
     *     when this returns, and the stage never ends in an exception
     * @throws NotWritten with the trouble that kept them out, or {@link Trouble#LOST}
     */
    CompletionStage<Long> write(List<NewEvent> events) throws NotWritten, InterruptedException;

    /**
     * What is stored in the places of streams that events are for.
     *
     * @throws NotWritten if that cannot be asked now
     */
    Places places(List<NewEvent> events) throws NotWritten, InterruptedException;

    /**
     * The same on a new connection, after a write of which nobody knows what became. Unless it is
     * found, it either never happens or leaves no room for the events to be written again.
     *
     * @throws NotWritten if that cannot be asked now
     */
    Places placesAfterLoss(List<NewEvent> events) throws NotWritten, InterruptedException;

    /** How long the writer may wait for something to write before {@link #pause} is due. */
    long patienceNanos();

    /** Nothing came in that time. */
    void pause();

    /** Lets go of its connections, when everybody was told what became of what was written. */
    @Override
    void close();
}
