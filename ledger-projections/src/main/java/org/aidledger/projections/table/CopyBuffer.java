package org.aidledger.projections.table;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.postgresql.copy.CopyIn;

/** Rows in the binary form of PostgreSQL's COPY. */
final class CopyBuffer {

    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final byte[] TRAILER = {(byte) 0xFF, (byte) 0xFF};
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final Instant FIRST_INSTANT = Instant.parse("2000-01-01T00:00:00Z");

    /** Number of the type {@code text} in every PostgreSQL. */
    private static final int TEXT_OID = 25;

    private byte[] bytes = new byte[4096];
    private int length;

    /** Begins a row of so many values. */
    void row(int values) {
        room(2);
        bytes[length++] = (byte) (values >> 8);
        bytes[length++] = (byte) values;
    }

    /** The next value of the row; texts of other things are what they print as. */
    void value(ReadTable.Type type, Object value) {
        switch (type) {
            case TEXT -> text(value.toString());
            case TEXTS -> texts((List<?>) value);
            case INT -> {
                int32(4);
                int32(((Number) value).intValue());
            }
            case BIGINT -> {
                int32(8);
                int64(((Number) value).longValue());
            }
            case BOOLEAN -> {
                int32(1);
                room(1);
                bytes[length++] = (byte) ((Boolean) value ? 1 : 0);
            }
            case DATE -> {
                int32(4);
                int32((int) FIRST_DAY.until((LocalDate) value, ChronoUnit.DAYS));
            }
            case TIMESTAMPTZ -> {
                int32(8);
                int64(FIRST_INSTANT.until((Instant) value, ChronoUnit.MICROS));
            }
            case BYTEA -> bytes((byte[]) value);
        }
    }

    private void text(String text) {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private void texts(List<?> texts) {
        int start = length;
        int32(0);
        int32(texts.isEmpty() ? 0 : 1);
        int32(0);
        int32(TEXT_OID);
        if (!texts.isEmpty()) {
            int32(texts.size());
            int32(1);
            for (Object text : texts) {
                text(text.toString());
            }
        }
        int end = length;
        length = start;
        int32(end - start - 4);
        length = end;
    }

    private void bytes(byte[] value) {
        int32(value.length);
        room(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    private void int32(int value) {
        room(4);
        bytes[length++] = (byte) (value >> 24);
        bytes[length++] = (byte) (value >> 16);
        bytes[length++] = (byte) (value >> 8);
        bytes[length++] = (byte) value;
    }

    private void int64(long value) {
        int32((int) (value >> 32));
        int32((int) value);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
    }

    /** Forgets all rows; room stays. */
    void clear() {
        length = 0;
    }

    void sendTo(CopyIn copy) throws SQLException {
        copy.writeToCopy(HEADER, 0, HEADER.length);
        copy.writeToCopy(bytes, 0, length);
        copy.writeToCopy(TRAILER, 0, TRAILER.length);
    }
}
