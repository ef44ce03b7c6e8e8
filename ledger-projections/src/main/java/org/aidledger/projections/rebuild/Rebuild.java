package org.aidledger.projections.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.aidledger.event.EventLog;
import org.aidledger.projections.table.ReadTable;
import org.aidledger.projections.writing.ReadModel;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * Builds the read side again from the events and compares it with the live one.
 *
 * <p>The new tables grow beside the live ones up to their position, without the indexes that only
 * readers need; these are made afterwards, all at once. Most of both generations is compared while
 * everything goes on; then, for the moment that the last few events take, the live tables take no
 * further rows, and the new ones step into their place in one transaction. Questions are answered
 * all the while. A rebuild that is cut off leaves the live tables as they were, and the next one
 * goes on where it stopped, unless the code that writes the tables has changed since.
 */
public final class Rebuild {

    /** As far as the new tables may lag behind when writers are held. */
    private static final int LAST_EVENTS = 2000;

    private final DataSource dataSource;
    private final EventLog log;
    private final ReadModel model;
    private final int threads;
    private final Pace pace;

    /**
     * @param threads how many write the new tables, each the rows of its own funds
     */
    public Rebuild(DataSource dataSource, EventLog log, ReadModel model, int threads, Pace pace) {
        this.dataSource = dataSource;
        this.log = log;
        this.model = model;
        this.threads = threads;
        this.pace = pace;
    }

    /** Removes what a rebuild by other code has left half-built. */
    public void tidy() {
        try (Connection connection = dataSource.getConnection()) {
            Generation.tidy(connection, this::mark);
        } catch (SQLException e) {
            throw new UncategorizedSQLException("removing half-built read tables", null, e);
        }
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
                Generation next = Generation.begin(connection, tables(), mark(), threads);
                Crew crew = new Crew(dataSource, threads)) {
            RebuildReport report = run(connection, next, crew, listener, force);
            next.drop();
            return report;
        } catch (SQLException e) {
            throw new UncategorizedSQLException("rebuilding the read tables", null, e);
        }
    }

    /** Who writes the same rows in the same way has the same. */
    private String mark() {
        return "%s, %s, %d parts".formatted(Fingerprint.ofCode(), model.shape(), threads);
    }

    private List<ReadTable> tables() {
        return Stream.concat(model.appended().stream(), model.replaced().stream()).toList();
    }

    private RebuildReport run(
            Connection connection,
            Generation next,
            Crew crew,
            ProgressListener listener,
            boolean force)
            throws SQLException {
        long start = System.nanoTime();
        Indexing indexing = new Indexing(next, model.lookedUp());
        Building building = new Building(log, crew, Part.all(connection, model), pace, listener);
        connection.commit();
        crew.doAll(indexing.whatWritersLookUp());
        building.upTo(live(connection));
        crew.doAll(indexing.theRest());
        while (building.reached() + LAST_EVENTS < live(connection)) {
            building.upTo(live(connection));
        }
        Comparison comparison = new Comparison();
        compare(comparison, crew, model.appended(), Long.MIN_VALUE, building.reached());

        long compared = building.reached();
        next.holdWriters();
        long position = Generation.position(connection, ReadModel.LIVE);
        building.upTo(position);
        compare(comparison, crew, model.appended(), compared, Long.MAX_VALUE);
        compare(comparison, crew, model.replaced(), Long.MIN_VALUE, Long.MAX_VALUE);
        List<TableComparison> tables = comparison.result(connection, tables());
        boolean replace = force || tables.stream().allMatch(TableComparison::same);
        if (replace) {
            next.replaceLive(position);
        }
        return new RebuildReport(
                position,
                building.events(),
                tables,
                replace,
                Duration.ofNanos(System.nanoTime() - start));
    }

    private static long live(Connection connection) throws SQLException {
        long position = Generation.position(connection, ReadModel.LIVE);
        connection.commit();
        return position;
    }

    private static void compare(
            Comparison comparison, Crew crew, List<ReadTable> tables, long after, long upTo)
            throws SQLException {
        crew.doAll(
                tables.stream()
                        .flatMap(table ->
                                Stream.of(ReadModel.LIVE, Generation.NEXT)
                                        .<Crew.Task>map(schema ->
                                                connection ->
                                                        comparison.take(
                                                                connection,
                                                                schema,
                                                                table,
                                                                after,
                                                                upTo)))
                        .toList());
    }
}
