package org.aidledger.event;

/**
 * Nobody can say yet whether a command was stored: the database did not answer in time. Sent again
 * under the same posting id it is stored once, and its outcome told, whichever it was.
 */
public final class OutcomeUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OutcomeUnknown(String message) {
        super(message);
    }

    public OutcomeUnknown(String message, Throwable cause) {
        super(message, cause);
    }
}
