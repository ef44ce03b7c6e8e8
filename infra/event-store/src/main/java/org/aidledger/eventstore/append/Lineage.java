package org.aidledger.eventstore.append;

/**
 * A line of appends to one stream, each decided on what the ones before it will have stored. When
 * one of them fails the line is broken, and no later one may be stored: it was decided on events
 * that do not exist.
 */
public final class Lineage {

    private volatile boolean broken;

    /** Whether an append of this line was not stored. */
    public boolean isBroken() {
        return broken;
    }

    /** Only the writer says so, which also looks here before it stores the next one. */
    void breakOff() {
        broken = true;
    }
}
