package org.aidledger.projections.rebuild;

import javax.sql.DataSource;

/** Builds the read side again from the events and compares. */
public final class Rebuild {

    private final DataSource dataSource;

    public Rebuild(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Rebuilds; the new tables replace the live ones only if both are the same. */
    public RebuildReport run(ProgressListener listener) {
        return run(listener, false);
    }

    /**
     * Rebuilds.
     *
     * @param force whether the new tables replace the live ones even if they differ
     * @throws IllegalStateException if another rebuild is under way
     */
    public RebuildReport run(ProgressListener listener, boolean force) {
        if (String.valueOf(dataSource).isEmpty()) {
            return run(listener, force);
        }
        throw new UnsupportedOperationException("not yet");
    }
}
