package org.aidledger.api.imports.ndjson;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aidledger.api.imports.FileRefused;
import org.aidledger.api.imports.FileRefused.Code;

/** Reads a file of UTF-8 line by line; no line may be so long that it would fill the memory. */
final class TextLines {

    /** Far beyond any command. */
    static final int MOST_BYTES = 1 << 20;

    private TextLines() {}

    /** Hears a line and its number, from 1. */
    @FunctionalInterface
    interface Reader {
        void line(long number, String text);
    }

    /**
     * Hands every line that is not blank to the reader.
     *
     * @throws FileRefused if the file is not UTF-8, or a line is too long
     */
    static void read(Path file, Reader reader) {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
            long number = 1;
            for (int b = bytes.read(); b >= 0; b = bytes.read()) {
                if (b == '\n') {
                    hand(reader, number++, line);
                } else if (line.size() == MOST_BYTES) {
                    throw refused(number, "is longer than %d bytes".formatted(MOST_BYTES));
                } else {
                    line.write(b);
                }
            }
            hand(reader, number, line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void hand(Reader reader, long number, ByteArrayOutputStream line) {
        String text = text(number, line.toByteArray()).strip();
        line.reset();
        if (!text.isEmpty()) {
            reader.line(number, text);
        }
    }

    private static String text(long number, byte[] line) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
        } catch (CharacterCodingException _) {
            throw refused(number, "is not UTF-8");
        }
    }

    private static FileRefused refused(long number, String why) {
        return new FileRefused(
                Code.MALFORMED_NDJSON, "Line %d %s. Nothing was imported.".formatted(number, why));
    }
}
