package org.aidledger.api.imports.xlsx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.aidledger.api.imports.FileRefused;
import org.aidledger.api.imports.FileRefused.Code;

/**
 * The record at the end of a zip, which says how long its list of parts is. That list is held in
 * memory by whatever opens the zip, so a list that no workbook has is refused before.
 */
final class ZipEnd {

    private static final int BYTES = 22;
    private static final int SIGNATURE = 0x06054b50;
    private static final int LARGE_BYTES = 56;
    private static final int LARGE_SIGNATURE = 0x06064b50;
    private static final int LOCATOR_BYTES = 20;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    private static final int MOST_PARTS = 2000;
    private static final int MOST_LIST_BYTES = 1 << 20;

    private ZipEnd() {}

    /**
     * Looks at the end of a file.
     *
     * @throws FileRefused if it is not that of a workbook
     */
    static void check(Path file) throws IOException {
        try (FileChannel bytes = FileChannel.open(file)) {
            long at = bytes.size() - BYTES;
            ByteBuffer end = record(bytes, at, BYTES, SIGNATURE);
            if (end.getShort(20) != 0) {
                throw XlsxZip.malformed(); // a comment, which no workbook has
            }
            long parts = Short.toUnsignedLong(end.getShort(10));
            long list = Integer.toUnsignedLong(end.getInt(12));
            long offset = Integer.toUnsignedLong(end.getInt(16));
            if (parts == 0xFFFF || list == 0xFFFFFFFFL || offset == 0xFFFFFFFFL) {
                ByteBuffer locator =
                        record(bytes, at - LOCATOR_BYTES, LOCATOR_BYTES, LOCATOR_SIGNATURE);
                ByteBuffer large = record(bytes, locator.getLong(8), LARGE_BYTES, LARGE_SIGNATURE);
                parts = large.getLong(32);
                list = large.getLong(40);
            }
            if (parts < 0 || parts > MOST_PARTS || list < 0 || list > MOST_LIST_BYTES) {
                throw new FileRefused(
                        Code.HOSTILE_XLSX,
                        "The file has more than %d parts. Nothing was imported."
                                .formatted(MOST_PARTS));
            }
        }
    }

    private static ByteBuffer record(FileChannel bytes, long at, int length, int signature)
            throws IOException {
        ByteBuffer record = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        if (at < 0 || at > bytes.size() - length || bytes.read(record, at) < length) {
            throw XlsxZip.malformed();
        }
        if (record.getInt(0) != signature) {
            throw XlsxZip.malformed();
        }
        return record;
    }
}
