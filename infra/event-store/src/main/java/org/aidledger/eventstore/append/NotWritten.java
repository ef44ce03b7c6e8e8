package org.aidledger.eventstore.append;

/** A {@link Book} did not take events, or nobody knows whether it did. */
public final class NotWritten extends Exception {

    private final Trouble trouble;
    private final Exception reason;

    /**
     * @param reason what the book said
     */
    public NotWritten(Trouble trouble, Exception reason) {
        super(reason.toString(), reason);
        this.trouble = trouble;
        this.reason = reason;
    }

    /** What the book said. */
    Exception reason() {
        return reason;
    }

    /** What that means for the events. */
    public Trouble trouble() {
        return trouble;
    }
}
