package org.aidledger.projections.rebuild;

/**
 * How much is done at once.
 *
 * @param batch events read and written together
 * @param commit batches between two commits; a rebuild that is cut off goes on behind the last one
 */
public record Pace(int batch, int commit) {

    /** A second's work or two between commits. */
    public static final Pace USUAL = new Pace(4000, 16);
}
