package org.aidledger.projections.life;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The days on which something happened or was recorded.
 *
 * @param days in no particular order; each pair of days once for each fund
 */
public record Life(List<Day> days) {

    /** Nothing has happened yet. */
    public static final Life NONE = new Life(List.of());

    /**
     * Events of one business date that were recorded on one day.
     *
     * @param recorded the day in UTC
     */
    public record Day(LocalDate effective, LocalDate recorded, int events) {}

    public Life {
        days = List.copyOf(days);
    }

    /** Both together. */
    public Life plus(Life other) {
        return new Life(Stream.concat(days.stream(), other.days.stream()).toList());
    }
}
