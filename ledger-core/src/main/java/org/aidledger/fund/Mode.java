package org.aidledger.fund;

/** What happens when a posting breaks a rule of the domain. */
public enum Mode {
    /** It is refused. */
    STRICT,
    /** It is kept, and the breach is recorded beside it: for histories written elsewhere. */
    OBSERVED
}
