package org.aidledger.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows by PostgreSQL's binary COPY: the quickest way in that there is. */
final class BinaryCopy {

    private static final byte[] SIGNATURE =
            "PGCOPY\n\u00ff\r\n\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

    private static final int CHUNK = 1 << 16;

    /** An instant in the year 2024, in microseconds since 2000. */
    private static final long INSTANT = 24L * 365 * 86_400 * 1_000_000;

    private BinaryCopy() {}

    static void rows(Connection connection, long first, int rows) throws SQLException, IOException {
        CopyIn copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy events from stdin (format binary)");
        ByteArrayOutputStream chunk = new ByteArrayOutputStream(2 * CHUNK);
        DataOutputStream out = new DataOutputStream(chunk);
        out.write(SIGNATURE);
        for (long position = first; position < first + rows; position++) {
            row(out, position);
            if (chunk.size() > CHUNK) {
                send(copy, chunk);
            }
        }
        out.writeShort(-1);
        send(copy, chunk);
        copy.endCopy();
    }

    private static void send(CopyIn copy, ByteArrayOutputStream chunk) throws SQLException {
        byte[] bytes = chunk.toByteArray();
        copy.writeToCopy(bytes, 0, bytes.length);
        chunk.reset();
    }

    private static void row(DataOutputStream out, long position) throws IOException {
        UUID id = UUID.randomUUID();
        out.writeShort(10);
        out.writeInt(8);
        out.writeLong(position);
        out.writeInt(8);
        out.writeLong(position);
        out.writeInt(8);
        out.writeLong(INSTANT + position);
        out.writeInt(16);
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
        for (String text :
                new String[] {"s-" + position % 64, "Fund", "fund.funds-received", "1"}) {
            bytes(out, text.getBytes(StandardCharsets.UTF_8));
        }
        bytes(out, RawSql.PAYLOAD);
        bytes(out, RawSql.METADATA);
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
