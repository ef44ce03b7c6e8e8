package org.aidledger.api.pages.chart;

import java.util.List;

/** Money as a flow that narrows: a bar for each stage, as high as what came so far. */
public final class Flow {

    private static final double WIDTH = 1160;
    private static final double BAR = 280;
    private static final double STEP = 290;
    private static final double TALL = 60;
    private static final double TOP = 2;

    private Flow() {}

    /**
     * The bars.
     *
     * @param shares of each stage in the first, from 0 to more than 1
     * @param returns whether money came back from the stage with this number to the one before
     */
    public static String of(List<Double> shares, List<Boolean> returns) {
        double most = shares.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        double scale = TALL / Math.max(1, most);
        Svg svg = Svg.silent(WIDTH, TALL + (returns.contains(true) ? 26 : 4), "flow-bars");
        for (int i = 0; i < shares.size(); i++) {
            double height = Math.max(shares.get(i) > 0 ? 1 : 0, shares.get(i) * scale);
            double x = i * STEP;
            svg.rect(x, TOP, BAR, height, "stage stage-" + i);
            if (i > 0) {
                double before = Math.max(0, shares.get(i - 1) * scale);
                svg.path(
                        "M%s %s H%s V%s L%s %s Z"
                                .formatted(
                                        Svg.n(x - STEP + BAR),
                                        Svg.n(TOP),
                                        Svg.n(x),
                                        Svg.n(TOP + height),
                                        Svg.n(x - STEP + BAR),
                                        Svg.n(TOP + before)),
                        "joint");
            }
            if (returns.get(i)) {
                back(svg, x, TOP + TALL);
            }
        }
        return svg.end();
    }

    /** An arrow from the middle of a stage back to the middle of the one before. */
    private static void back(Svg svg, double x, double y) {
        double from = x + BAR / 2;
        double to = x - STEP + BAR / 2;
        svg.path(
                "M%s %s C%s %s %s %s %s %s"
                        .formatted(
                                Svg.n(from),
                                Svg.n(y + 4),
                                Svg.n(from),
                                Svg.n(y + 24),
                                Svg.n(to),
                                Svg.n(y + 24),
                                Svg.n(to),
                                Svg.n(y + 8)),
                "back");
        svg.path("M%s %s l5 9 h-10 Z".formatted(Svg.n(to), Svg.n(y + 2)), "back-head");
    }
}
