package org.aidledger.projections.samples;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aidledger.fund.Portion;
import org.aidledger.sample.Item;
import org.aidledger.sample.Mark;

/**
 * An item of a sample with what was found in it.
 *
 * @param tick the last word on it
 */
public record Ticked(Item item, Optional<Tick> tick, List<Note> notes) {

    public Ticked {
        notes = List.copyOf(notes);
    }

    /**
     * A mark.
     *
     * @param misstated of an exception
     * @param finding that it became, empty if none
     */
    public record Tick(
            Mark mark, Portion misstated, String remark, String finding, String by, Instant at) {}

    /** A note. */
    public record Note(String remark, String by, Instant at) {}
}
