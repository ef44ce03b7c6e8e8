package org.aidledger.event;

/** A migration that cannot be begun, or be ended well; the message says what would be right. */
public final class MigrationRefused extends RuntimeException {

    public MigrationRefused(String message) {
        super(message);
    }

    public MigrationRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
