package org.aidledger.projections.changes;

import org.aidledger.projections.standing.Standing;
import org.aidledger.projections.trail.TrailEntry;

/**
 * An event that counts at one of two points in time and not at the other.
 *
 * @param direction whether it came or went on the way
 * @param entry the event
 * @param effect by how much the fund's sums changed with it
 */
public record Change(Direction direction, TrailEntry entry, Standing effect) {

    /** Which of the two points in time counts the event. */
    public enum Direction {
        /** The later one asked about: {@code to}. */
        CAME,
        /** The earlier one asked about: {@code from}. */
        WENT
    }
}
