package org.aidledger.eventstore.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.aidledger.proof.EventBytes;
import org.aidledger.proof.StoredEvent;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stored events as rows, in the order of their positions or of one stream. */
public final class EventRows implements EventBytes {

    /** A page travels whole, so that nobody holds a connection while it is worked on. */
    private static final int PAGE = 2000;

    private static final String HEAD = "select position from ledger.head";

    private static final String RECORDED = "select recorded from ledger.events where position = ?";

    private static final String LAST =
            "select sequence from ledger.events where stream = ? order by sequence desc limit 1";

    private static final String AFTER =
            "select "
                    + EventRow.COLUMNS
                    + " from ledger.events where position > ? order by position limit ?";

    private static final String AT =
            "select "
                    + EventRow.COLUMNS
                    + " from ledger.events where position = any(?) order by position";

    private static final String OF_STREAM =
            "select "
                    + EventRow.COLUMNS
                    + " from ledger.events where stream = ? and sequence >= ?"
                    + " order by sequence limit ?";

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    public EventRows(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.client = JdbcClient.create(jdbc);
    }

    /** The last position, -1 if there is none. */
    public long head() {
        return client.sql(HEAD).query(Long.class).single();
    }

    /** The last position recorded before an instant, -1 if there is none; found by halving. */
    long lastBefore(Instant instant) {
        long before = -1;
        long notBefore = head() + 1;
        while (notBefore - before > 1) {
            long middle = (before + notBefore) >>> 1;
            if (recorded(middle).isBefore(instant)) {
                before = middle;
            } else {
                notBefore = middle;
            }
        }
        return before;
    }

    private Instant recorded(long position) {
        return client.sql(RECORDED)
                .param(position)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    Optional<Long> lastSequence(String stream) {
        return client.sql(LAST).param(stream).query(Long.class).optional();
    }

    List<EventRow> after(long position, int limit) {
        return jdbc.query(connection -> binary(connection, AFTER, position, limit), EventRow::read);
    }

    List<EventRow> at(Collection<Long> positions) {
        return jdbc.query(
                connection ->
                        binary(
                                connection,
                                AT,
                                connection.createArrayOf("bigint", positions.toArray())),
                EventRow::read);
    }

    List<EventRow> ofStream(String stream, long fromSequence, int limit) {
        return jdbc.query(
                connection -> binary(connection, OF_STREAM, stream, fromSequence, limit),
                EventRow::read);
    }

    @Override
    public List<StoredEvent> bytesAfter(long position, int limit) {
        return after(position, limit).stream().map(EventRow::bytes).toList();
    }

    @Override
    public List<StoredEvent> bytesOfStream(String stream, long fromSequence, int limit) {
        return ofStream(stream, fromSequence, limit).stream().map(EventRow::bytes).toList();
    }

    /** A whole stream, page by page as it is consumed. */
    Stream<EventRow> ofStream(String stream, long fromSequence) {
        return Stream.iterate(
                        ofStream(stream, fromSequence, PAGE),
                        Predicate.not(List::isEmpty),
                        page ->
                                page.size() < PAGE
                                        ? List.of()
                                        : ofStream(stream, page.getLast().sequence() + 1, PAGE))
                .flatMap(List::stream);
    }

    /** Payloads as bytes: written out as hex digits they take twice the room, and time. */
    private static PreparedStatement binary(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
