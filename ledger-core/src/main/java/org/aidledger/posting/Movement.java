package org.aidledger.posting;

/** Why a transfer was made. A reversal keeps the movement of what it mirrors. */
public enum Movement {
    AUTHORISE,
    RECEIVE,
    RETURN,
    ALLOCATE,
    DISBURSE,
    PAY,
    RECLAIM,
    REALLOCATE,
    RECOVER
}
