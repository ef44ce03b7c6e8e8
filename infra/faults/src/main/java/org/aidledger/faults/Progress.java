package org.aidledger.faults;

import java.io.PrintStream;
import java.time.Duration;

/** Says now and then how far a run is. */
final class Progress {

    private static final long EVERY_NANOS = Duration.ofSeconds(10).toNanos();

    private final PrintStream out;
    private final long began = System.nanoTime();
    private long last = began;

    Progress(PrintStream out) {
        this.out = out;
    }

    /** Says it at once. */
    void say(String what) {
        last = System.nanoTime();
        out.printf("%5d s  %s%n", (last - began) / 1_000_000_000, what);
        out.flush();
    }

    /** Says it if nothing was said for a while. */
    void maybe(String what) {
        if (System.nanoTime() - last > EVERY_NANOS) {
            say(what);
        }
    }
}
