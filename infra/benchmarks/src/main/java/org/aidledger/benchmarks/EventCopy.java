package org.aidledger.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/** One binary COPY into a table of events: the quickest way in that there is. */
public final class EventCopy implements AutoCloseable {

    private static final byte[] HEADER =
            "PGCOPY\n\u00ff\r\n\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final Instant FIRST_INSTANT = Instant.parse("2000-01-01T00:00:00Z");
    private static final int CHUNK = 1 << 18;

    private final CopyIn copy;
    private final ByteArrayOutputStream chunk = new ByteArrayOutputStream(2 * CHUNK);
    private final DataOutputStream out = new DataOutputStream(chunk);

    /**
     * @param table with the columns of the ledger's own
     */
    public EventCopy(CopyManager manager, String table) throws SQLException {
        copy =
                manager.copyIn(
                        """
                        copy %s (
                            position, sequence, recorded, id, stream, type, name, revision,
                            payload, metadata)
                        from stdin (format binary)
                        """
                                .formatted(table));
        chunk.writeBytes(HEADER);
    }

    public void row(
            long position,
            long sequence,
            Instant recorded,
            UUID id,
            String stream,
            String name,
            String revision,
            byte[] payload,
            byte[] metaData)
            throws SQLException {
        try {
            out.writeShort(10);
            number(position);
            number(sequence);
            number(FIRST_INSTANT.until(recorded, ChronoUnit.MICROS));
            out.writeInt(16);
            out.writeLong(id.getMostSignificantBits());
            out.writeLong(id.getLeastSignificantBits());
            text(stream);
            text("Fund");
            text(name);
            text(revision);
            bytes(payload);
            bytes(metaData);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (chunk.size() > CHUNK) {
            send();
        }
    }

    private void number(long value) throws IOException {
        out.writeInt(8);
        out.writeLong(value);
    }

    private void text(String text) throws IOException {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private void bytes(byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private void send() throws SQLException {
        byte[] bytes = chunk.toByteArray();
        copy.writeToCopy(bytes, 0, bytes.length);
        chunk.reset();
    }

    /** Ends the rows; they are there when the transaction commits. */
    @Override
    public void close() throws SQLException {
        try {
            chunk.write(0xFF);
            chunk.write(0xFF);
            send();
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
