package org.aidledger.api.imports.xlsx;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.aidledger.api.imports.FileRefused;
import org.aidledger.api.imports.FileRefused.Code;
import org.aidledger.api.imports.xml.HardenedXml;
import org.aidledger.api.imports.xml.XmlKind;

/** The zip that a workbook is. However well it is packed, no more of it is read than a bound. */
final class XlsxZip implements AutoCloseable {

    /** Far beyond any sheet that people fill in. */
    private static final long MOST_FILE_BYTES = 128L << 20;

    /** Of all parts that are read, unpacked. */
    private static final long MOST_UNPACKED = 256L << 20;

    /** What is packed more tightly than this was not filled in by anybody. */
    private static final long MOST_TIGHTLY = 60;

    private static final long UNPACKED_ANYWAY = 32L << 20;

    /** What older kinds of office files begin with, and new ones with a password. */
    private static final int OLE = 0xD0CF11E0;

    private static final int ZIP = 0x504B0304;

    private final ZipFile zip;
    private final long most;
    private long left;

    private XlsxZip(ZipFile zip, long most) {
        this.zip = zip;
        this.most = most;
        this.left = most;
    }

    /**
     * Opens a file.
     *
     * @throws FileRefused if it is no workbook, or one that nobody fills in by hand
     */
    static XlsxZip open(Path file) {
        try {
            if (Files.size(file) == 0) {
                throw new FileRefused(Code.EMPTY_FILE, "The file is empty.");
            }
            if (Files.size(file) > MOST_FILE_BYTES) {
                throw new FileRefused(
                        Code.FILE_TOO_LARGE,
                        "The file is larger than %d MB; bring it as CSV."
                                .formatted(MOST_FILE_BYTES >> 20));
            }
            requireZip(file);
            ZipEnd.check(file);
            long most =
                    Math.min(
                            MOST_UNPACKED,
                            Math.max(UNPACKED_ANYWAY, Files.size(file) * MOST_TIGHTLY));
            return new XlsxZip(new ZipFile(file.toFile()), most);
        } catch (ZipException e) {
            throw malformed();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireZip(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] first = bytes.readNBytes(4);
            int magic = 0;
            for (byte one : first) {
                magic = (magic << 8) | (one & 0xFF);
            }
            if (first.length == 4 && magic == OLE) {
                throw new FileRefused(
                        Code.MALFORMED_XLSX,
                        "The file is an older kind of spreadsheet (.xls), or protected by a password; save it as .xlsx without one. Nothing was imported.");
            }
            if (first.length < 4 || magic != ZIP) {
                throw malformed();
            }
        }
    }

    static FileRefused malformed() {
        return new FileRefused(
                Code.MALFORMED_XLSX,
                "The file is no .xlsx workbook, or is damaged. Nothing was imported.");
    }

    /** A part, if there is one of that name. */
    Optional<HardenedXml> part(String name) {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    HardenedXml.open(
                            new BufferedInputStream(
                                    new Bounded(zip.getInputStream(entry)), 1 << 16),
                            XmlKind.SPREADSHEET));
        } catch (IOException e) {
            throw malformed();
        }
    }

    /** Counts what comes out of it. */
    private final class Bounded extends FilterInputStream {

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            try {
                int one = super.read();
                count(one < 0 ? 0 : 1);
                return one;
            } catch (ZipException | EOFException _) {
                throw malformed();
            }
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                int read = super.read(into, offset, length);
                count(Math.max(0, read));
                return read;
            } catch (ZipException | EOFException _) {
                throw malformed();
            }
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw new FileRefused(
                        Code.HOSTILE_XLSX,
                        "Unpacked, the file is larger than %d MB. Nothing was imported."
                                .formatted(most >> 20));
            }
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
