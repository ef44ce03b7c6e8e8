package org.aidledger.event;

/** A backup that could not be restored; the ledger is as it was before. */
public final class BackupRefused extends RuntimeException {

    /** Why. */
    public enum Reason {
        LEDGER_NOT_EMPTY,
        BACKUP_DAMAGED,
        OTHER_LOG,
        OTHER_MASTER_KEY
    }

    private final Reason reason;

    /**
     * @param message a sentence that says what would be right
     */
    public BackupRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
