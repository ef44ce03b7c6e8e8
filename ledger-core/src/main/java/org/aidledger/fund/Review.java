package org.aidledger.fund;

/** The three reviews before a plan is issued (三审, R5). */
public enum Review {
    /** 合规性: in the plan's scope, not banned or restricted. */
    COMPLIANCE,
    /** 合理性: necessary, reasonable, economical, to standard. */
    REASONABLENESS,
    /** 完备性: preparatory papers are there. */
    COMPLETENESS
}
