package org.aidledger.eventstore.snapshot;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import javax.sql.DataSource;
import org.aidledger.fund.Fund;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.postgresql.PGStatement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** The last snapshot of each fund, in PostgreSQL. */
public final class StoredSnapshots {

    private static final Logger LOG = LoggerFactory.getLogger(StoredSnapshots.class);

    /** The event with which the snapshot ends must be the one that stands there now. */
    private static final String READ =
            """
            select snapshot.sequence, snapshot.checksum, snapshot.memory
            from ledger.snapshots snapshot
            join ledger.events event
              on event.stream = snapshot.stream and event.sequence = snapshot.sequence
                 and event.id = snapshot.event
            where snapshot.stream = ? and snapshot.form = ?
            """;

    private static final String STORE =
            """
            insert into ledger.snapshots (stream, sequence, event, form, checksum, memory)
            select stream, sequence, id, ?, ?, ? from ledger.events
            where stream = ? and sequence = ?
            on conflict (stream) do update
            set sequence = excluded.sequence, event = excluded.event, form = excluded.form,
                checksum = excluded.checksum, memory = excluded.memory, made = now()
            where snapshots.sequence < excluded.sequence or snapshots.form <> excluded.form
            """;

    private final JdbcTemplate jdbc;
    private final Supplier<String> form;

    /**
     * @param form fingerprint of the code that writes and reads
     */
    public StoredSnapshots(DataSource dataSource, Supplier<String> form) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.form = form;
    }

    /** The fund as it was some time ago, if that is known and can be trusted. */
    public Optional<DomainEventMessage<?>> read(String stream) {
        return jdbc
                .query(
                        connection -> {
                            var read = connection.prepareStatement(READ);
                            read.unwrap(PGStatement.class).setPrepareThreshold(-1); // binary
                            read.setString(1, stream);
                            read.setString(2, form.get());
                            return read;
                        },
                        (row, _) ->
                                message(stream, row.getLong(1), row.getLong(2), row.getBytes(3)))
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<DomainEventMessage<?>> message(
            String stream, long sequence, long checksum, byte[] memory) {
        if (checksum(memory) != checksum) {
            LOG.warn("The snapshot of {} is damaged; the fund is read from its events", stream);
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new GenericDomainEventMessage<>(
                            Fund.class.getSimpleName(),
                            stream,
                            sequence,
                            Fund.remembering(memory)));
        } catch (RuntimeException e) {
            LOG.warn("The snapshot of {} is unreadable; it is read from its events", stream, e);
            return Optional.empty();
        }
    }

    /** Keeps a snapshot, unless a later one is there. */
    public void store(DomainEventMessage<?> snapshot) {
        if (!(snapshot.getPayload() instanceof Fund fund)) {
            throw new IllegalArgumentException("only funds have snapshots, not " + snapshot);
        }
        byte[] memory = fund.memory();
        int stored =
                jdbc.update(
                        STORE,
                        form.get(),
                        checksum(memory),
                        memory,
                        snapshot.getAggregateIdentifier(),
                        snapshot.getSequenceNumber());
        LOG.debug(
                "Snapshot of {} up to {}: {} bytes{}",
                snapshot.getAggregateIdentifier(),
                snapshot.getSequenceNumber(),
                memory.length,
                stored == 0 ? ", not kept" : "");
    }

    private static long checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return checksum.getValue();
    }
}
