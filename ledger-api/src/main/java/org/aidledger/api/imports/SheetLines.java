package org.aidledger.api.imports;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.aidledger.api.http.Ndjson;

/** Writes a file into lines, {@code {"sheet":"BASE64"}}, each a piece of it. */
final class SheetLines extends OutputStream {

    /** Three bytes are four letters: a piece ends where letters do. */
    private static final int PIECE_BYTES = 3 << 14;

    private final Ndjson.Lines lines;
    private final byte[] piece = new byte[PIECE_BYTES];
    private int filled;

    SheetLines(Ndjson.Lines lines) {
        this.lines = lines;
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        int at = from;
        int left = length;
        while (left > 0) {
            int taken = Math.min(left, PIECE_BYTES - filled);
            System.arraycopy(bytes, at, piece, filled, taken);
            filled += taken;
            at += taken;
            left -= taken;
            if (filled == PIECE_BYTES) {
                send();
            }
        }
    }

    private void send() {
        byte[] whole = filled == PIECE_BYTES ? piece : Arrays.copyOf(piece, filled);
        lines.line(Map.of("sheet", Base64.getEncoder().encodeToString(whole)));
        filled = 0;
    }

    @Override
    public void close() {
        if (filled > 0) {
            send();
        }
    }
}
