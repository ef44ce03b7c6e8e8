package org.aidledger.event;

import org.aidledger.rejection.Rejection;

/** What became of one command. */
public sealed interface Outcome {

    /**
     * It was accepted; its events are in the stream.
     *
     * @param stream the aggregate's stream
     * @param firstSequence sequence of its first event
     * @param events how many; 0 if the request had been accepted before, and nothing was appended
     */
    record Accepted(String stream, long firstSequence, int events) implements Outcome {

        /** Whether the same request had been accepted before. */
        public boolean repeated() {
            return events == 0;
        }
    }

    /**
     * It was refused; nothing was appended for it.
     *
     * @param rejection why
     */
    record Refused(Rejection rejection) implements Outcome {}
}
