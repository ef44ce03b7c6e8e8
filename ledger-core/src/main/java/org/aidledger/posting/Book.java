package org.aidledger.posting;

/** The two books; every transfer stays within one. */
public enum Book {
    /** 预算: authority to spend. */
    BUDGET,
    /** 资金: money itself. */
    CASH
}
