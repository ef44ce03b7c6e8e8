package org.aidledger.fund;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.aidledger.memory.MemoryReader;
import org.aidledger.memory.MemoryWriter;

/**
 * An amount as it stands at the end of every business date. Changes may arrive in any order of
 * date; a change on a day counts from that day on. Every command asks several of these for their
 * least value and changes them, so they are plain arrays: a year of days is looked through in less
 * time than a tree takes for ten.
 */
final class Timeline {

    /** Days from one, inclusive, to another, exclusive. */
    record Span(LocalDate from, LocalDate before) {

        /** A day and all later ones. */
        static Span from(LocalDate day) {
            return new Span(day, LocalDate.MAX);
        }
    }

    /** The days on which the standing changes, in order, counted from 1970. */
    private long[] days = {};

    /** The standing from each of them on. */
    private long[] standings = {};

    void add(LocalDate from, long change) {
        long day = from.toEpochDay();
        int index = firstFrom(day);
        if (index == days.length || days[index] != day) {
            standings = inserted(standings, index, index == 0 ? 0 : standings[index - 1]);
            days = inserted(days, index, day);
        }
        for (int i = index; i < standings.length; i++) {
            standings[i] = Math.addExact(standings[i], change);
        }
    }

    private static long[] inserted(long[] values, int index, long value) {
        long[] more = Arrays.copyOf(values, values.length + 1);
        System.arraycopy(values, index, more, index + 1, values.length - index);
        more[index] = value;
        return more;
    }

    /** Index of the first change on a day or later. */
    private int firstFrom(long day) {
        int index = Arrays.binarySearch(days, day);
        return index < 0 ? -1 - index : index;
    }

    private int firstAfter(LocalDate date) {
        return firstFrom(date.toEpochDay() + 1);
    }

    long at(LocalDate date) {
        int after = firstAfter(date);
        return after == 0 ? 0 : standings[after - 1];
    }

    /** The least standing from a date on, for ever. */
    long leastFrom(LocalDate date) {
        return least(Span.from(date));
    }

    /** The least standing on any of the days. */
    long least(Span span) {
        long least = at(span.from());
        int end = firstFrom(span.before().toEpochDay());
        for (int i = firstAfter(span.from()); i < end; i++) {
            least = Math.min(least, standings[i]);
        }
        return least;
    }

    /** The first of the days on which the standing is below the bound. */
    Optional<LocalDate> firstBelow(Span span, long bound) {
        if (at(span.from()) < bound) {
            return Optional.of(span.from());
        }
        int end = firstFrom(span.before().toEpochDay());
        for (int i = firstAfter(span.from()); i < end; i++) {
            if (standings[i] < bound) {
                return Optional.of(LocalDate.ofEpochDay(days[i]));
            }
        }
        return Optional.empty();
    }

    /** The dates after the given one on which the standing changes, in order. */
    Set<LocalDate> changesAfter(LocalDate date) {
        Set<LocalDate> dates = new LinkedHashSet<>();
        for (int i = firstAfter(date); i < days.length; i++) {
            dates.add(LocalDate.ofEpochDay(days[i]));
        }
        return dates;
    }

    void write(MemoryWriter out) {
        out.number(days.length);
        for (int i = 0; i < days.length; i++) {
            out.number(days[i]);
            out.number(standings[i]);
        }
    }

    /** Fills an empty one. */
    void read(MemoryReader in) {
        int size = (int) in.number();
        days = new long[size];
        standings = new long[size];
        for (int i = 0; i < size; i++) {
            days[i] = in.number();
            standings[i] = in.number();
        }
    }

    static Timeline from(MemoryReader in) {
        Timeline timeline = new Timeline();
        timeline.read(in);
        return timeline;
    }
}
