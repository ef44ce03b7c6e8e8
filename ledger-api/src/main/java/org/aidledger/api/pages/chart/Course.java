package org.aidledger.api.pages.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Money against work over time: allocated, disbursed and paid as steps, progress as a line, all in
 * percent of what is planned.
 */
public final class Course {

    private static final double WIDTH = 1160;
    private static final double HEIGHT = 320;
    private static final double LEFT = 44;
    private static final double RIGHT = 16;
    private static final double TOP = 14;
    private static final double BOTTOM = 30;
    private static final int TICKS = 6;

    private final LocalDate first;
    private final LocalDate last;
    private final double top;
    private final Svg svg;

    /** What stood at the end of a day. */
    public record Point(LocalDate day, double percent) {}

    /**
     * A series of points.
     *
     * @param css its class
     * @param steps whether a value stays until the next, as money does
     */
    public record Series(String css, List<Point> points, boolean steps) {

        public Series {
            points = List.copyOf(points);
        }
    }

    /** A day on which something was passed. */
    public record Milestone(LocalDate day, String name) {}

    private Course(LocalDate first, LocalDate last, double top, String label) {
        this.first = first;
        this.last = last.isAfter(first) ? last : first.plusDays(1);
        this.top = top;
        this.svg = Svg.of(WIDTH, HEIGHT, "course", label);
    }

    /** The picture, from the first point to a day. */
    public static String of(
            List<Series> series, List<Milestone> milestones, LocalDate until, String label) {
        LocalDate first =
                series.stream()
                        .flatMap(s -> s.points().stream())
                        .map(Point::day)
                        .min(LocalDate::compareTo)
                        .orElse(until.minusDays(1));
        double most =
                series.stream()
                        .flatMap(s -> s.points().stream())
                        .mapToDouble(Point::percent)
                        .max()
                        .orElse(0);
        Course course = new Course(first, until, Math.max(100, Math.ceil(most / 25) * 25), label);
        course.grid();
        milestones.forEach(course::milestone);
        series.forEach(course::series);
        return course.svg.end();
    }

    private void grid() {
        for (double percent = 0; percent <= top; percent += top / 4) {
            svg.line(LEFT, y(percent), WIDTH - RIGHT, y(percent), percent == 0 ? "zero" : "grid");
            svg.text(LEFT - 6, y(percent) + 4, Svg.n(percent) + "%", "scale end");
        }
        long days = ChronoUnit.DAYS.between(first, last);
        for (int i = 0; i <= TICKS; i++) {
            LocalDate day = first.plusDays(days * i / TICKS);
            String place = i == 0 ? "scale" : i == TICKS ? "scale end" : "scale middle";
            svg.text(x(day), HEIGHT - 8, day.toString(), place);
        }
    }

    private void milestone(Milestone milestone) {
        if (milestone.day().isBefore(first) || milestone.day().isAfter(last)) {
            return;
        }
        double x = x(milestone.day());
        svg.line(x, TOP, x, HEIGHT - BOTTOM, "milestone");
        boolean right = x > WIDTH * 0.9;
        svg.text(right ? x - 4 : x + 4, TOP + 10, milestone.name(), right ? "scale end" : "scale");
    }

    private void series(Series series) {
        StringBuilder path = new StringBuilder();
        double before = 0;
        for (Point point : series.points()) {
            String x = Svg.n(x(point.day()));
            if (path.isEmpty()) {
                path.append('M')
                        .append(x)
                        .append(' ')
                        .append(Svg.n(y(series.steps() ? 0 : point.percent())));
            } else if (series.steps()) {
                path.append('L').append(x).append(' ').append(Svg.n(y(before)));
            }
            path.append('L').append(x).append(' ').append(Svg.n(y(point.percent())));
            before = point.percent();
        }
        if (path.isEmpty()) {
            return;
        }
        path.append('L').append(Svg.n(x(last))).append(' ').append(Svg.n(y(before)));
        svg.path(path.toString(), "line " + series.css());
        if (!series.steps()) {
            series.points()
                    .forEach(p ->
                            svg.circle(
                                    x(p.day()),
                                    y(p.percent()),
                                    3.5,
                                    "dot " + series.css(),
                                    p.day() + " · " + Svg.n(p.percent()) + "%"));
        }
    }

    private double x(LocalDate day) {
        double share =
                (double) ChronoUnit.DAYS.between(first, day) / ChronoUnit.DAYS.between(first, last);
        return LEFT + (WIDTH - LEFT - RIGHT) * Math.clamp(share, 0, 1);
    }

    private double y(double percent) {
        return TOP + (HEIGHT - TOP - BOTTOM) * (top - percent) / top;
    }
}
