package org.aidledger.proof;

/**
 * Something that is not as it was.
 *
 * @param position of the event, or of the first that may be meant
 * @param until the last position that may be meant; the same if it is known exactly
 * @param sentence for people
 */
public record Flaw(Kind kind, long position, long until, String sentence) {

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
        CHECKPOINT_INVALID
    }
}
