package org.aidledger.api.pages.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lines over the twelve months of a year, one for each of a few funds. */
public final class Months {

    /** As many as there are colours that can be told apart. */
    public static final int MOST = 8;

    private static final double WIDTH = 760;
    private static final double HEIGHT = 300;
    private static final double LEFT = 44;
    private static final double RIGHT = 12;
    private static final double TOP = 12;
    private static final double BOTTOM = 30;
    private static final int MONTHS = 12;
    private static final double STEP = (WIDTH - LEFT - RIGHT) / (MONTHS - 1);

    private Months() {}

    /**
     * One line.
     *
     * @param values of the months' ends; empty where there is none
     */
    public record Line(String name, List<Optional<Double>> values) {

        public Line {
            values = List.copyOf(values);
        }
    }

    /** The picture, from zero or the lowest value to a hundred or the highest. */
    public static String of(List<Line> lines, String label) {
        List<Double> all =
                lines.stream().flatMap(l -> l.values().stream()).flatMap(Optional::stream).toList();
        double most = all.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double least = all.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double top = Math.max(100, Math.ceil(most / 20) * 20);
        double bottom = Math.min(0, Math.floor(least / 20) * 20);
        Svg svg = Svg.of(WIDTH, HEIGHT, "months", label);
        for (double grid = bottom; grid <= top; grid += (top - bottom) / 5) {
            double y = y(grid, bottom, top);
            svg.line(LEFT, y, WIDTH - RIGHT, y, grid == 0 ? "zero" : "grid");
            svg.text(LEFT - 6, y + 4, Svg.n(grid), "scale end");
        }
        for (int month = 0; month < MONTHS; month++) {
            svg.text(x(month), HEIGHT - 8, Integer.toString(month + 1), "scale middle");
        }
        for (int i = 0; i < lines.size(); i++) {
            draw(svg, lines.get(i), i, bottom, top);
        }
        return svg.end();
    }

    private static void draw(Svg svg, Line line, int number, double bottom, double top) {
        StringBuilder path = new StringBuilder();
        List<Integer> points = new ArrayList<>();
        for (int month = 0; month < line.values().size(); month++) {
            Optional<Double> value = line.values().get(month);
            if (value.isPresent()) {
                path.append(points.isEmpty() ? 'M' : 'L')
                        .append(Svg.n(x(month)))
                        .append(' ')
                        .append(Svg.n(y(value.get(), bottom, top)));
                points.add(month);
            }
        }
        svg.path(path.isEmpty() ? "M0 0" : path.toString(), "line line-" + number);
        for (int month : points) {
            double value = line.values().get(month).orElseThrow();
            svg.circle(
                    x(month),
                    y(value, bottom, top),
                    3,
                    "dot dot-" + number,
                    "%s · %d · %.2f".formatted(line.name(), month + 1, value));
        }
    }

    private static double x(int month) {
        return LEFT + month * STEP;
    }

    private static double y(double value, double bottom, double top) {
        return TOP + (HEIGHT - TOP - BOTTOM) * (top - value) / (top - bottom);
    }
}
