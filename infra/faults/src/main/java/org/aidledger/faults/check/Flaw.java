package org.aidledger.faults.check;

/** A promise that the ledger broke. */
public record Flaw(Kind kind, String sentence) {

    /** The promises. */
    public enum Kind {
        /** Acknowledged, and not there. */
        LOST,
        /** There more than once. */
        DOUBLED,
        /** Some of what belongs together is there, and some is not. */
        HALF_DONE,
        /** There although it was refused. */
        REFUSED_BUT_THERE,
        /** There although nobody asked for it. */
        UNASKED,
        /** It does not say what was asked for, or what was answered, or what it said before. */
        ALTERED,
        /** A position or a number within a stream is left out, or comes in the wrong place. */
        GAP,
        /** An event was recorded before one of a lower position. */
        TIME_RUNS_BACK,
        /** Money was posted to a day that was closed. */
        INTO_CLOSED_PERIOD,
        /** A book does not sum to zero. */
        UNBALANCED,
        /** An account that may not be below zero is. */
        OVERDRAWN,
        /** The read side shows something else than the events say. */
        READ_SIDE_DIFFERS,
        /** A checkpoint contradicts another one, or the events. */
        CHECKPOINT_FORKS,
        /** The ledger's own verification finds its log unsound. */
        UNSOUND,
        /** An answer that the contract does not have in that place. */
        WRONG_ANSWER,
        /** It did not get well by itself after the fault was over. */
        STUCK
    }

    @Override
    public String toString() {
        return kind + ": " + sentence;
    }
}
