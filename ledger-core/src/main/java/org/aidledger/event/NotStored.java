package org.aidledger.event;

/**
 * A command was not stored, for a reason that passes: too many wait already, or the database is out
 * of reach. Nothing of it ever will be; the same request may be sent again.
 */
public final class NotStored extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotStored(String message) {
        super(message);
    }

    public NotStored(String message, Throwable cause) {
        super(message, cause);
    }
}
