package org.aidledger.proof;

/**
 * Something that is not as it was.
 *
 * @param position of the event, or of the first that may be meant; {@link #NO_EVENT} if it is about
 *     none
 * @param until the last position that may be meant; the same if it is known exactly
 * @param sentence for people
 */
public record Flaw(Kind kind, long position, long until, String sentence) {

    /** Stands for a position where a flaw is about no event. */
    public static final long NO_EVENT = -1;

    /** What was done. The names are part of the public contract. */
    public enum Kind {
        /** An event says something else than it did. */
        ALTERED,
        /** An event is not there any more. */
        MISSING,
        /** An event is there that was not. */
        INSERTED,
        /** An event stands elsewhere than it did. */
        REORDERED,
        /** The events are right, but a stored hash of them is not. */
        HASH_ALTERED,
        /** A checkpoint is not one of this log's. */
        CHECKPOINT_INVALID,
        /** Whom an event names as payee is not among the payees any more. */
        PAYEE_MISSING,
        /** A payee's sealed name, or what is kept beside it, is not what it was. */
        PAYEE_ALTERED,
        /** A payee's name was erased, and no event says so. */
        PAYEE_ERASED,
        /** An event erased a payee's name, and the name is there. */
        PAYEE_NOT_ERASED
    }
}
