package org.aidledger.embedded;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits, in tests, for what other threads, processes and servers bring about. */
public final class Eventually {

    /** So long that only what never comes takes longer, on a busy machine too. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration PAUSE = Duration.ofMillis(20);

    private Eventually() {}

    /** Asks until something holds; an error that says what it is, where it does not come. */
    public static void await(String what, BooleanSupplier holds) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not after %s: %s".formatted(PATIENCE, what));
            }
            pause();
        }
    }

    /** Asks until an answer is as wanted; an error with the last one, where none is. */
    public static <T> T ask(Supplier<T> question, Predicate<T> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        T answer = question.get();
        while (!wanted.test(answer)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not after %s, but %s".formatted(PATIENCE, answer));
            }
            pause();
            answer = question.get();
        }
        return answer;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
