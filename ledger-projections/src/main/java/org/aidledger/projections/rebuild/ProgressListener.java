package org.aidledger.projections.rebuild;

/** Is told how far a long work has come. */
@FunctionalInterface
public interface ProgressListener {

    /** Tells nobody. */
    ProgressListener SILENT = (_, _) -> {};

    /**
     * @param done events done
     * @param of events to do in all, as far as known
     */
    void progress(long done, long of);
}
