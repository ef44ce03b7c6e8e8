package org.aidledger.projections.status;

import java.time.Duration;

/** Tells how far the read side has come. */
public interface ReadSide {

    /** How it stands now. */
    ProcessorStatus status();

    /**
     * Waits until the read tables hold all events up to a position, so that whoever posted it reads
     * it.
     *
     * @return whether they do; false if the time was up before
     */
    boolean awaitPosition(long position, Duration atMost);
}
