package org.aidledger.projections.trail;

import java.util.Optional;
import org.aidledger.event.PostingId;
import org.aidledger.fund.ProjectId;

/**
 * Which entries of the trail are wanted; what is empty does not restrict.
 *
 * @param project touched by the event
 * @param type stored name of the event
 * @param actor name of who did it
 * @param posting posting id of the request
 */
public record TrailFilter(
        Optional<ProjectId> project,
        Optional<String> type,
        Optional<String> actor,
        Optional<PostingId> posting) {

    /** Every entry. */
    public static final TrailFilter ALL =
            new TrailFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
