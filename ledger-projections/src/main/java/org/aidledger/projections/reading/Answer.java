package org.aidledger.projections.reading;

import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * What is put together for somebody who reads: questions asked within it may be put to the replica.
 * One that was put to the primary makes all later ones follow it there, and none is answered from
 * an earlier position than one before.
 *
 * <p>Whatever is asked outside of an answer is put to the primary: commands, background work.
 */
public final class Answer {

    private static final ScopedValue<Answer> CURRENT = ScopedValue.newInstance();

    private final LongConsumer began;
    private boolean onPrimary;
    private long position = -1;
    private boolean told;

    private Answer(LongConsumer began) {
        this.began = began;
    }

    /**
     * Puts an answer together, on this thread.
     *
     * @param began told the position of the first question's snapshot, before that question is
     *     answered; later ones see at least as much
     */
    public static <T, X extends Throwable> T within(
            LongConsumer began, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, new Answer(began)).call(work);
    }

    /** The one that this thread puts together. */
    static Optional<Answer> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Whether its next question may be put to the replica. */
    boolean mayAskReplica() {
        return !onPrimary;
    }

    /** From now on it is put together from the primary. */
    void goOnAtPrimary() {
        onPrimary = true;
    }

    /** What its questions have seen so far; -1 for nothing. */
    long position() {
        return position;
    }

    /** A question of it sees this position. */
    void sees(long seen) {
        position = Math.max(position, seen);
        if (!told) {
            told = true;
            began.accept(seen);
        }
    }
}
