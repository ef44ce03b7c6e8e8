package org.aidledger.eventstore;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The stored events as rows, in the order of their positions. Positions are drawn before a
 * transaction commits, so a lower one may turn up after a higher one. Nothing is handed out past a
 * position that somebody may still fill; with that, what was read once never gets anything in
 * between.
 *
 * <p>Reads need the isolation level read committed, PostgreSQL's default.
 */
final class EventRows {

    /** How long a reader waits for appends that are under way before it makes do with less. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final String SELECT =
            "select " + EventRow.COLUMNS + " from ledger.domain_event_entry ";

    private final JdbcClient jdbc;

    EventRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long head() {
        return jdbc.sql("select coalesce(max(global_index), -1) from ledger.domain_event_entry")
                .query(Long.class)
                .single();
    }

    long count() {
        return jdbc.sql("select count(*) from ledger.domain_event_entry")
                .query(Long.class)
                .single();
    }

    List<EventRow> ofStream(String stream, long fromSequence, int limit) {
        return jdbc.sql(
                        SELECT
                                + """
                                where aggregate_identifier = :stream
                                  and sequence_number >= :from
                                order by sequence_number limit :limit
                                """)
                .param("stream", stream)
                .param("from", fromSequence)
                .param("limit", limit)
                .query(EventRow::read)
                .list();
    }

    /** Rows after a position that nothing can come before any more. */
    List<EventRow> after(long position, int limit) {
        List<EventRow> rows = between(position, Long.MAX_VALUE, limit);
        int consecutive = consecutive(position, rows);
        if (consecutive == rows.size()) {
            return rows;
        }
        if (!waitForAppends()) {
            return rows.subList(0, consecutive);
        }
        // Whoever drew a lower number than the last row's has ended: what is missing now is unused.
        return between(position, rows.getLast().position(), limit);
    }

    private List<EventRow> between(long after, long through, int limit) {
        return jdbc.sql(
                        SELECT
                                + """
                                where global_index > :after and global_index <= :through
                                order by global_index limit :limit
                                """)
                .param("after", after)
                .param("through", through)
                .param("limit", limit)
                .query(EventRow::read)
                .list();
    }

    private static int consecutive(long after, List<EventRow> rows) {
        int n = 0;
        while (n < rows.size() && rows.get(n).position() == after + n + 1) {
            n++;
        }
        return n;
    }

    /** Whether all appends that are under way now came to an end in time. */
    private boolean waitForAppends() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Set<String> underWay = appending();
        while (!underWay.isEmpty() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(1);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
            underWay.retainAll(appending());
        }
        return underWay.isEmpty();
    }

    /** The transactions, but for the reader's own, that have begun to append. */
    private Set<String> appending() {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select virtualtransaction from pg_locks
                                where locktype = 'advisory' and objsubid = 2 and objid = 0
                                  and classid = 'ledger.domain_event_entry'::regclass
                                  and database = (select oid from pg_database
                                                  where datname = current_database())
                                  and pid <> pg_backend_pid()
                                """)
                        .query(String.class)
                        .list());
    }
}
