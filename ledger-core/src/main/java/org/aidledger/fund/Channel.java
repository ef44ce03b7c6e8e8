package org.aidledger.fund;

/** The separate ways money takes to the recipient; nothing is reallocated across them (R30). */
public enum Channel {
    /** 地方: prefectures and counties. */
    LOCAL,
    /** 兵团: the Production and Construction Corps. */
    BINGTUAN
}
