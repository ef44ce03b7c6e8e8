package org.aidledger.eventstore.append;

import java.util.List;

/** Hears of what this node has stored, commit by commit, in order of position. */
public interface CommitListener {

    /**
     * @param first position of the first event; the others follow without a gap
     * @param recordedMicros recorded instant of each, in microseconds since 1970
     */
    void stored(long first, List<NewEvent> events, long[] recordedMicros);

    /**
     * Hears of the same commit how long it took.
     *
     * @param events how many events it stored
     * @param nanos from the first byte sent to the database until it said that all is durable
     */
    default void took(int events, long nanos) {}
}
