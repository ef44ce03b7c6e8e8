package org.aidledger.eventstore.append;

/** What became of an append. */
public sealed interface Settled {

    /**
     * Its events are stored durably, one after another.
     *
     * @param firstPosition position of the first one
     */
    record Stored(long firstPosition) implements Settled {}

    /** Somebody else had appended to the stream in the meantime; nothing was stored. */
    record Collided() implements Settled {}

    /** What it was built on was not stored, so neither was it. */
    record Undermined() implements Settled {}

    /**
     * The database would not take it; nothing was stored.
     *
     * @param cause what the database said
     * @param passing whether another try may succeed
     */
    record Failed(Throwable cause, boolean passing) implements Settled {}

    /** The process ended, or stopped waiting, before the database could be asked. */
    record Unknown() implements Settled {}
}
