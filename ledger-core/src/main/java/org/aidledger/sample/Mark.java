package org.aidledger.sample;

/** What an auditor found when they looked at an item. */
public enum Mark {
    /** The papers bear out what was posted. */
    AGREED,
    /** They do not, or not in full. */
    EXCEPTION,
    /** The question does not arise, as for a posting that was reversed at once. */
    NOT_APPLICABLE
}
