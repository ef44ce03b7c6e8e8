package org.aidledger.fund;

/** Why unspent money goes back to the pool (R15). */
public enum ReclaimReason {
    /** It cannot be spent for long. */
    IDLE,
    /** The content is not that of the preliminary design. */
    DESIGN_DEVIATION,
    /** The project cost less. */
    SURPLUS,
    /** The project was cancelled. */
    CANCELLED
}
