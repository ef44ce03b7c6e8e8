package org.aidledger.api.cli;

import java.time.Duration;
import java.util.Locale;

/**
 * How far a long piece of work is: one line drawn over and over for a person, or a plain line now
 * and then for a log.
 */
final class Progress {

    private static final int BAR_WIDTH = 24;
    private static final Duration DRAW_EVERY = Duration.ofMillis(100);
    private static final Duration PRINT_EVERY = Duration.ofSeconds(5);

    private final Terminal terminal;
    private final String what;
    private final String unit;
    private final long startedNanos = System.nanoTime();
    private long shownNanos = startedNanos;
    private boolean drawn;

    /**
     * @param what the work, such as a file's name
     * @param unit what is counted, in the plural
     */
    Progress(Terminal terminal, String what, String unit) {
        this.terminal = terminal;
        this.what = what;
        this.unit = unit;
    }

    /** Shows that so many of so many are done, unless that was shown a moment ago. */
    void at(long done, long total) {
        long now = System.nanoTime();
        Duration every = terminal.interactive() ? DRAW_EVERY : PRINT_EVERY;
        if (now - shownNanos < every.toNanos()) {
            return;
        }
        shownNanos = now;
        String line = line(what, unit, done, total, Duration.ofNanos(now - startedNanos));
        if (terminal.interactive()) {
            terminal.err().print("\r\033[K" + line);
            terminal.err().flush();
            drawn = true;
        } else {
            terminal.err().println(line);
        }
    }

    /** Takes the drawn line away. */
    void end() {
        if (drawn) {
            terminal.err().print("\r\033[K");
            terminal.err().flush();
            drawn = false;
        }
    }

    /** One line: bar, share, count, rate, time left. */
    static String line(String what, String unit, long done, long total, Duration elapsed) {
        double seconds = Math.max(0.001, elapsed.toMillis() / 1000.0);
        double rate = done / seconds;
        if (total <= 0) {
            return String.format(Locale.ROOT, "%s  %,d %s  %,.0f/s", what, done, unit, rate);
        }
        double share = Math.min(1.0, (double) done / total);
        int filled = (int) Math.round(share * BAR_WIDTH);
        String left = rate <= 0 ? "" : "  " + spoken(Math.round((total - done) / rate)) + " left";
        return String.format(
                Locale.ROOT,
                "%s  [%s%s] %3.0f %%  %,d of %,d %s  %,.0f/s%s",
                what,
                "#".repeat(filled),
                ".".repeat(BAR_WIDTH - filled),
                Math.floor(share * 100),
                done,
                total,
                unit,
                rate,
                left);
    }

    private static String spoken(long seconds) {
        return seconds < 60
                ? Math.max(0, seconds) + " s"
                : seconds / 60 + " min " + seconds % 60 + " s";
    }
}
