package org.aidledger.projections.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.aidledger.event.EventLog;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.projections.writing.ReadModel;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * Builds the read side again from the events and compares it with the live one.
 *
 * <p>The new tables grow beside the live ones up to their position. Most of both is compared while
 * everything goes on; then, for the moment that the last few events take, the live tables take no
 * further rows, and the new ones step into their place in one transaction. Questions are answered
 * all the while.
 */
public final class Rebuild {

    private static final int BATCH = 1000;

    private final DataSource dataSource;
    private final EventLog log;
    private final ReadModel model;

    public Rebuild(DataSource dataSource, EventLog log, ReadModel model) {
        this.dataSource = dataSource;
        this.log = log;
        this.model = model;
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
        try (Connection connection = dataSource.getConnection();
                Generation next = Generation.begin(connection, model.tables())) {
            return run(connection, next, listener, force);
        } catch (SQLException e) {
            throw new UncategorizedSQLException("rebuilding the read tables", null, e);
        }
    }

    private RebuildReport run(
            Connection connection, Generation next, ProgressListener listener, boolean force)
            throws SQLException {
        long start = System.nanoTime();
        long total = log.count();
        long built = -1;
        long events = 0;
        long live = Generation.position(connection, ReadModel.LIVE);
        while (built < live) {
            List<Recorded<LedgerEvent>> batch = upTo(live, log.after(built, BATCH));
            if (batch.isEmpty()) {
                break;
            }
            model.store(batch, connection, Generation.NEXT);
            connection.commit();
            built = batch.getLast().position();
            events += batch.size();
            listener.progress(events, Math.max(events, total));
            live = Generation.position(connection, ReadModel.LIVE);
        }
        Comparison comparison = new Comparison(model.tables());
        comparison.extendTo(built, connection);
        connection.commit();

        next.holdWriters();
        live = Generation.position(connection, ReadModel.LIVE);
        List<Recorded<LedgerEvent>> rest = upTo(live, allAfter(built));
        model.store(rest, connection, Generation.NEXT);
        comparison.extendTo(Long.MAX_VALUE, connection);
        List<TableComparison> tables = comparison.result(connection);
        boolean replace = force || tables.stream().allMatch(TableComparison::same);
        if (replace) {
            next.replaceLive();
        }
        return new RebuildReport(
                live,
                events + rest.size(),
                tables,
                replace,
                Duration.ofNanos(System.nanoTime() - start));
    }

    private List<Recorded<LedgerEvent>> allAfter(long position) {
        List<Recorded<LedgerEvent>> all = new java.util.ArrayList<>();
        long seen = position;
        List<Recorded<LedgerEvent>> batch;
        do {
            batch = log.after(seen, BATCH);
            all.addAll(batch);
            seen = batch.isEmpty() ? seen : batch.getLast().position();
        } while (batch.size() == BATCH);
        return all;
    }

    private static List<Recorded<LedgerEvent>> upTo(
            long position, List<Recorded<LedgerEvent>> events) {
        return events.stream().filter(e -> e.position() <= position).toList();
    }
}
