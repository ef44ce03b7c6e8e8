package org.aidledger.api.command;

/**
 * The ledger could not store a command for a passing reason: another node wrote first, the database
 * is not reachable, or no connection came free. The same request may be sent again: its posting id
 * keeps it from being taken twice.
 */
public final class LedgerBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LedgerBusy(String message, Throwable cause) {
        super(message, cause);
    }
}
