package org.aidledger.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.aidledger.eventstore.stored.EventSerializer;
import org.aidledger.fund.FundId;
import org.aidledger.fund.MoneyEvent.FundsReceived;
import org.aidledger.money.Money;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** What the database itself takes: the same rows and keys, without anything around them. */
final class RawSql implements AutoCloseable {

    private static final int CONNECTIONS = 64;
    private static final Instant INSTANT = Instant.parse("2024-01-01T00:00:00Z");

    private static final String TABLE =
            """
            create table events (
                position bigint      primary key,
                sequence bigint      not null,
                recorded timestamptz not null,
                id       uuid        not null,
                stream   text        collate "C" not null,
                type     text        collate "C" not null,
                name     text        collate "C" not null,
                revision text        collate "C" not null,
                payload  bytea       not null,
                metadata bytea       not null,
                unique (stream, sequence)
            )
            """;

    private static final String ROW =
            """
            insert into events values (?, ?, now(), ?, ?, 'Fund', 'fund.funds-received', '1', ?, ?)
            """;

    private static final String ROWS =
            """
            insert into events
            select position, position, now(), id, stream, 'Fund', 'fund.funds-received', '1',
                   payload, metadata
            from unnest(?::bigint[], ?::uuid[], ?::text[], ?::bytea[], ?::bytea[])
                     as e(position, id, stream, payload, metadata)
            """;

    static final byte[] PAYLOAD = payload();
    static final byte[] METADATA = "{}".getBytes(StandardCharsets.UTF_8);

    private final HikariDataSource pool;
    private final AtomicLong positions = new AtomicLong();

    RawSql(Databases databases) {
        pool = databases.pool(databases.create("raw"), CONNECTIONS);
        try (Connection connection = pool.getConnection();
                var create = connection.createStatement()) {
            create.execute(TABLE);
        } catch (SQLException e) {
            throw new IllegalStateException("no table", e);
        }
    }

    private static byte[] payload() {
        var fund = new FundId("bench-1-1");
        var voucher = Work.receive(fund, "r-1000").voucher();
        return EventSerializer.ofLedger()
                .serialize(new FundsReceived(fund, voucher, Money.of("1.00", "CNY")), byte[].class)
                .getData();
    }

    /** Every row a commit of its own. */
    Rate singleRows(int connections, Duration duration) {
        return Load.run(
                connections,
                duration,
                1,
                (caller, _) -> {
                    try (Connection connection = pool.getConnection();
                            PreparedStatement insert = connection.prepareStatement(ROW)) {
                        long position = positions.getAndIncrement();
                        insert.setLong(1, position);
                        insert.setLong(2, position);
                        insert.setObject(3, UUID.randomUUID());
                        insert.setString(4, "s-" + caller);
                        insert.setBytes(5, PAYLOAD);
                        insert.setBytes(6, METADATA);
                        insert.executeUpdate();
                    }
                });
    }

    /** Many rows as arrays in one statement. */
    Rate arrays(int rows, Duration duration) {
        return Load.run(1, duration, rows, (_, _) -> insertArrays(rows));
    }

    private void insertArrays(int rows) throws SQLException {
        Object[] numbers = new Object[rows];
        Object[] ids = new Object[rows];
        Object[] streams = new Object[rows];
        byte[][] payloads = new byte[rows][];
        byte[][] metadata = new byte[rows][];
        long position = positions.getAndAdd(rows);
        for (int i = 0; i < rows; i++) {
            numbers[i] = position + i;
            ids[i] = UUID.randomUUID();
            streams[i] = "s-" + i;
            payloads[i] = PAYLOAD;
            metadata[i] = METADATA;
        }
        try (Connection connection = pool.getConnection();
                PreparedStatement insert = connection.prepareStatement(ROWS)) {
            insert.setArray(1, connection.createArrayOf("int8", numbers));
            insert.setArray(2, connection.createArrayOf("uuid", ids));
            insert.setArray(3, connection.createArrayOf("text", streams));
            insert.setArray(4, connection.createArrayOf("bytea", payloads));
            insert.setArray(5, connection.createArrayOf("bytea", metadata));
            insert.executeUpdate();
        }
    }

    /** Many rows by binary COPY, each time a commit. */
    Rate copy(int rows, Duration duration) {
        return Load.run(
                1,
                duration,
                rows,
                (_, _) -> {
                    try (Connection connection = pool.getConnection()) {
                        copyRows(connection, positions.getAndAdd(rows), rows);
                    }
                });
    }

    private static void copyRows(Connection connection, long first, int rows) throws SQLException {
        CopyManager manager = connection.unwrap(PGConnection.class).getCopyAPI();
        try (EventCopy copy = new EventCopy(manager, "events")) {
            for (long position = first; position < first + rows; position++) {
                copy.row(
                        position,
                        position,
                        INSTANT.plus(position, ChronoUnit.MICROS),
                        UUID.randomUUID(),
                        "s-" + position % 64,
                        "fund.funds-received",
                        "1",
                        PAYLOAD,
                        METADATA);
            }
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
