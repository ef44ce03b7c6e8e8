package org.aidledger.fund;

/** Where improper money is recovered from. */
public enum RecoveredFrom {
    /** The implementing unit, which had not paid it out. */
    DISBURSEMENT,
    /** The payee. */
    PAYMENT
}
