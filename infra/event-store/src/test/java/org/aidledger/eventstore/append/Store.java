package org.aidledger.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.aidledger.embedded.TestPostgres.Database;
import org.aidledger.eventstore.HeldHead;
import org.aidledger.eventstore.TestTables;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database of its own for a test of the writer, and questions to it. */
final class Store {

    static final Duration LONG = Duration.ofSeconds(60);

    private final Database database = TestTables.fresh();

    /** A row of the event table. */
    record Row(long position, String stream, long sequence, Instant recorded, UUID id) {}

    int port() {
        return URI.create(database.jdbcUrl().substring("jdbc:".length())).getPort();
    }

    Access access() {
        return new Access(database.jdbcUrl(), database.user(), database.password());
    }

    Access accessThrough(Wire wire) {
        String url = database.jdbcUrl().replace(":" + port() + "/", ":" + wire.port() + "/");
        return new Access(url, database.user(), database.password());
    }

    Appender appender() {
        return appender(access(), AppendLimits.USUAL);
    }

    static Appender appender(Access access, AppendLimits limits) {
        return appender(access, limits, (_, _, _) -> {});
    }

    Appender appender(CommitListener listener) {
        return appender(access(), AppendLimits.USUAL, listener);
    }

    private static Appender appender(Access access, AppendLimits limits, CommitListener listener) {
        return Appender.start(
                new PostgresBook(access, limits.slowestAnswer(), "test", listener), limits);
    }

    JdbcClient sql() {
        return JdbcClient.create(
                new DriverManagerDataSource(
                        database.jdbcUrl(), database.user(), database.password()));
    }

    /**
     * Has the database refuse to be sent what it has, before its unique keys would: what became of
     * a commit has to be asked, not found out by trying again.
     */
    void refuseWhatIsThere() {
        sql().sql(
                        """
                        create function public.refuse() returns trigger language plpgsql as $$
                        begin
                            if exists (select from ledger.events
                                       where stream = new.stream and sequence = new.sequence) then
                                raise exception 'sent again: % of %', new.sequence, new.stream;
                            end if;
                            return new;
                        end
                        $$
                        """)
                .update();
        sql().sql(
                        """
                        create trigger refuses before insert on ledger.events
                        for each row execute function public.refuse()
                        """)
                .update();
    }

    /** Nobody commits anything until it is closed. */
    HeldHead holdHead() {
        return HeldHead.of(database);
    }

    static List<NewEvent> events(String stream, long first, int count) {
        List<NewEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            var message = new GenericDomainEventMessage<>("Fund", stream, first + i, "payload");
            events.add(
                    new NewEvent(
                            message,
                            UUID.fromString(message.getIdentifier()),
                            "fund.funds-received",
                            "1",
                            ("{\"of\":\"" + stream + "\"}").getBytes(StandardCharsets.UTF_8),
                            "{}".getBytes(StandardCharsets.UTF_8)));
        }
        return events;
    }

    List<Row> rows() {
        return sql().sql(
                        """
                        select position, stream, sequence, recorded, id
                        from ledger.events order by position
                        """)
                .query((row, _) ->
                        new Row(
                                row.getLong(1),
                                row.getString(2),
                                row.getLong(3),
                                row.getTimestamp(4).toInstant(),
                                row.getObject(5, UUID.class)))
                .list();
    }

    /** Positions count from 0 without a gap, instants never fall, streams have no gaps. */
    List<Row> soundRows() {
        List<Row> rows = rows();
        assertThat(rows)
                .extracting(Row::position)
                .isEqualTo(LongStream.range(0, rows.size()).boxed().toList());
        assertThat(rows).extracting(Row::recorded).isSorted();
        assertThat(rows).extracting(Row::id).doesNotHaveDuplicates();
        assertThat(
                        sql().sql(
                                        """
                                        select count(*) from (select stream from ledger.events
                                            group by stream
                                            having max(sequence) + 1 <> count(*)
                                                or min(sequence) <> 0) s
                                        """)
                                .query(Long.class)
                                .single())
                .as("streams with gaps")
                .isZero();
        assertThat(sql().sql("select position + 1 from ledger.head").query(Integer.class).single())
                .isEqualTo(rows.size());
        return rows;
    }
}
