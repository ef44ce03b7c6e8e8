package org.aidledger.projections.why;

import java.util.Arrays;
import java.util.Locale;

/** The figures that can be explained by the events behind them. */
public enum Figure {
    AUTHORISED(false),
    RECEIVED(false),
    PLANNED(true),
    ALLOCATED(true),
    DISBURSED(true),
    PAID(true),
    RECLAIMED(true),
    RECOVERED(true);

    private final boolean perProject;

    Figure(boolean perProject) {
        this.perProject = perProject;
    }

    /**
     * Reads the figure's name in any case.
     *
     * @throws IllegalArgumentException if there is no such figure
     */
    public static Figure parse(String name) {
        return Arrays.stream(values())
                .filter(f -> f.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "figure must be one of %s, not '%s'"
                                        .formatted(
                                                Arrays.toString(values()).toLowerCase(Locale.ROOT),
                                                name)));
    }

    /** Whether projects have this figure, or the fund alone. */
    public boolean isPerProject() {
        return perProject;
    }
}
