package org.aidledger.indicator;

/** How far a project has come, in order. */
public enum ProjectStatus {
    /** Put forward, reviews under way. */
    CANDIDATE,
    /** Papers incomplete. */
    DEFERRED,
    /** Not compliant or not reasonable. */
    CANCELLED,
    /** In the plan, works not begun. */
    PLANNED,
    STARTED,
    COMPLETED,
    ACCEPTED,
    ARCHIVED,
    CLOSED
}
