package org.aidledger.approval;

/** How far a request for approval has come. */
public enum ApprovalStatus {
    /** Waits for somebody else. */
    PENDING,
    /** Approved and about to be carried out. */
    APPROVED,
    REJECTED,
    WITHDRAWN,
    /** Carried out. */
    EXECUTED,
    /** Approved, but no longer possible. */
    FAILED
}
