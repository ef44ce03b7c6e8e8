package org.aidledger.api.pages.frame;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.aidledger.api.pages.chart.Svg;

/**
 * One of the two axes of time, in days. Its last place, behind the last day, is now.
 *
 * @param first its first day
 * @param last its last day
 * @param place where the page is: days from the first, or behind the last day for now
 */
public record Axis(LocalDate first, LocalDate last, int place) {

    private static final int WIDTH = 600;
    private static final int HEIGHT = 18;
    private static final int GROUND = 14;
    private static final int COLUMNS = 150;

    /** A day on which something happened, and whether it deserves attention. */
    record Mark(LocalDate day, int events, boolean late) {}

    static Axis over(
            Collection<LocalDate> days, java.util.Optional<LocalDate> at, LocalDate today) {
        LocalDate first = days.stream().min(LocalDate::compareTo).orElse(today.minusYears(1));
        LocalDate last = days.stream().max(LocalDate::compareTo).orElse(today);
        if (at.isPresent() && at.get().isAfter(last)) {
            last = at.get();
        }
        if (at.isPresent() && at.get().isBefore(first)) {
            first = at.get();
        }
        int places = (int) ChronoUnit.DAYS.between(first, last) + 1;
        int end = places;
        LocalDate from = first;
        return new Axis(
                first, last, at.map(day -> (int) ChronoUnit.DAYS.between(from, day)).orElse(end));
    }

    /** The place that means now. */
    public int end() {
        return (int) ChronoUnit.DAYS.between(first, last) + 1;
    }

    /** The track with its marks. */
    String track(List<Mark> marks, String label) {
        int[] all = new int[COLUMNS];
        int[] late = new int[COLUMNS];
        for (Mark mark : marks) {
            int column = (int) (ChronoUnit.DAYS.between(first, mark.day()) * COLUMNS / (end() + 1));
            all[column] += mark.events();
            late[column] += mark.late() ? mark.events() : 0;
        }
        int most = 1;
        for (int events : all) {
            most = Math.max(most, events);
        }
        Svg svg = Svg.stretched(WIDTH, HEIGHT, "track", label);
        svg.line(0, GROUND, WIDTH, GROUND, "ground");
        double step = (double) WIDTH / COLUMNS;
        for (int i = 0; i < COLUMNS; i++) {
            if (all[i] > 0) {
                double height = 3 + 10 * Math.sqrt((double) all[i] / most);
                svg.rect(
                        i * step, GROUND - height, step - 1, height, late[i] > 0 ? "late" : "mark");
            }
        }
        double x = (double) WIDTH * place / end();
        return svg.rect(Math.min(x, WIDTH - 3), 0, 3, HEIGHT, "here").end();
    }

    /** The ends of months on the axis, for who walks through it without a slider. */
    List<LocalDate> monthEnds() {
        List<LocalDate> ends = new ArrayList<>();
        LocalDate end = first.withDayOfMonth(first.lengthOfMonth());
        while (!end.isAfter(last)) {
            ends.add(end);
            LocalDate next = end.plusDays(1);
            end = next.withDayOfMonth(next.lengthOfMonth());
        }
        return ends;
    }
}
