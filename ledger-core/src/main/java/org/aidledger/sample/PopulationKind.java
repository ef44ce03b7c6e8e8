package org.aidledger.sample;

/** Which postings of a fund are drawn from. Reversed ones stay among them; reversals are none. */
public enum PopulationKind {
    /** What was disbursed to projects' units, and what was paid directly. */
    DISBURSEMENTS,
    /** What was paid to payees, by units or directly. */
    PAYMENTS
}
