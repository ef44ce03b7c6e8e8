package org.aidledger.api.imports.sheet;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.aidledger.api.imports.FileRefused;
import org.aidledger.api.imports.FileRefused.Code;

/** Characters of a sheet, as long as no row is so long that holding it would fill the memory. */
final class RowBound extends FilterReader {

    /** Far beyond any command; the parser reads some thousands ahead. */
    static final int MOST_CHARACTERS = 1 << 20;

    private long row = 1;
    private int left = MOST_CHARACTERS;

    RowBound(Reader in) {
        super(in);
    }

    /** A row is complete, the next one begins. */
    void nextRow() {
        row++;
        left = MOST_CHARACTERS;
    }

    @Override
    public int read() throws IOException {
        spend(1);
        return super.read();
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        spend(Math.max(0, read));
        return read;
    }

    private void spend(int characters) {
        left -= characters;
        if (left < 0) {
            throw new FileRefused(
                    Code.MALFORMED_CSV,
                    "Row %d is longer than %d characters; perhaps a quotation mark is not closed. Nothing was imported."
                            .formatted(row, MOST_CHARACTERS));
        }
    }
}
