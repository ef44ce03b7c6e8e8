package org.aidledger.api.imports.xml;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.aidledger.api.imports.FileRefused;

/**
 * Bytes of a file, as long as none of the parser's steps takes so many that they would fill the
 * memory: it holds comments, instructions and attributes as a whole, and has no limit of its own.
 */
final class StepBound extends FilterInputStream {

    /** Far beyond any element's start, or comment; texts come in many steps. */
    static final int MOST_BYTES = 1 << 21;

    private final XmlKind kind;
    private int left = MOST_BYTES;

    StepBound(InputStream in, XmlKind kind) {
        super(in);
        this.kind = kind;
    }

    void nextStep() {
        left = MOST_BYTES;
    }

    @Override
    public int read() throws IOException {
        spend(1);
        return super.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        spend(Math.max(0, read));
        return read;
    }

    private void spend(int bytes) {
        left -= bytes;
        if (left < 0) {
            throw new FileRefused(
                    kind.hostile(),
                    "The file goes beyond what any %s needs (one comment, instruction or start of an element of more than %d bytes). Nothing was imported."
                            .formatted(kind.name(), MOST_BYTES));
        }
    }
}
