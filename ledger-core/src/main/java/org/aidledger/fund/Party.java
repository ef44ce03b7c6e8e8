package org.aidledger.fund;

/** Who must agree to a plan adjustment before the provincial office approves it (R4). */
public enum Party {
    /** 前方指挥部. */
    HEADQUARTERS,
    /** 受援地. */
    RECIPIENT
}
