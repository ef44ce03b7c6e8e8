package org.aidledger.projections.why;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The figures that can be explained by the events behind them: all sums of a fund's report. */
public enum Figure {
    AUTHORISED(false),
    RECEIVED(false),
    PLANNED(true),
    ALLOCATED(true),
    DISBURSED(true),
    PAID(true),
    RECLAIMED(true),
    RECOVERED(true),
    /** Authorised and not yet allocated. */
    REMAINING(false),
    /** Received and not yet disbursed. */
    POOL(false),
    /** Allocated and not yet disbursed. */
    UNSPENT(true),
    /** Disbursed and not yet paid. */
    HELD(true),
    /** What of it has not moved for as long as the policy says. */
    IDLE(true),
    /** What came by reallocation, less what went. */
    REALLOCATED(true),
    INVESTMENT(true),
    CONTRACTED(true),
    MATCHED(true),
    WORK_VALUE(true);

    private final boolean perProject;

    Figure(boolean perProject) {
        this.perProject = perProject;
    }

    /**
     * Reads the figure's name in any case, as reports write it.
     *
     * @throws IllegalArgumentException if there is no such figure
     */
    public static Figure parse(String name) {
        return Arrays.stream(values())
                .filter(f -> f.written().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "figure must be one of %s, not '%s'".formatted(names(), name)));
    }

    private static String names() {
        return Arrays.stream(values()).map(Figure::written).collect(Collectors.joining(", "));
    }

    /** The figure's name in reports, such as {@code workValue}. */
    public String written() {
        String[] words = name().toLowerCase(Locale.ROOT).split("_", -1);
        return Arrays.stream(words)
                .skip(1)
                .map(w -> w.substring(0, 1).toUpperCase(Locale.ROOT) + w.substring(1))
                .collect(Collectors.joining("", words[0], ""));
    }

    /** Whether projects have this figure, or the fund alone. */
    public boolean isPerProject() {
        return perProject;
    }
}
