package org.aidledger.api.pages.chart;

/**
 * Payment and progress of a project in one bar: fill is paid out, tick is work done. The trough is
 * the ground of the picture; hundreds of bars are drawn anew while the slider moves.
 */
public final class PayBar {

    private static final double WIDTH = 200;
    private static final double HEIGHT = 16;

    private PayBar() {}

    /**
     * The bar.
     *
     * @param paidOut percent of what is planned
     * @param done percent of the work; negative where it was never reported
     * @param ahead whether payment runs ahead of work by more than the fund allows
     */
    public static String of(double paidOut, double done, boolean ahead, String label) {
        Svg svg = Svg.of(WIDTH + 10, HEIGHT, "paybar", label);
        svg.rect(
                0, 4, WIDTH * Math.clamp(paidOut / 100, 0, 1.05), 8, ahead ? "fill ahead" : "fill");
        if (done >= 0) {
            svg.rect(Math.clamp(done / 100, 0, 1) * WIDTH - 1.5, 0, 3, HEIGHT, "tick");
        }
        return svg.end();
    }
}
