package org.aidledger.api.pages.sheet;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aidledger.api.http.ProblemCode;
import org.aidledger.api.http.ProblemException;
import org.aidledger.api.imports.FileRefused;
import org.aidledger.api.imports.FileRefused.Code;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;

/**
 * The file in a form. It is read here and nowhere else: were it the container's to read, every
 * address would take files, before anybody has asked who sends them.
 *
 * @param name as its sender calls it, without folders
 * @param path where it is until it is closed
 */
record FormFile(String name, Path path) implements AutoCloseable {

    private static final int MOST_PARTS = 8;
    private static final int LONGEST_NAME = 120;

    /**
     * Reads the form.
     *
     * @throws FileRefused if there is no file in it, or too large a one
     */
    static FormFile of(HttpServletRequest request, long mostBytes) throws IOException {
        FileUpload form = new FileUpload();
        form.setHeaderEncoding(StandardCharsets.UTF_8.name());
        form.setFileCountMax(MOST_PARTS);
        try {
            FileItemIterator parts = form.getItemIterator(new ServletRequestContext(request));
            while (parts.hasNext()) {
                FileItemStream part = parts.next();
                if (!part.isFormField() && part.getName() != null && !part.getName().isBlank()) {
                    return kept(part, mostBytes);
                }
            }
        } catch (FileUploadException e) {
            throw new ProblemException(
                    ProblemCode.BAD_REQUEST, "The form cannot be read: " + e.getMessage());
        }
        throw new FileRefused(Code.EMPTY_FILE, "No file was chosen.");
    }

    private static FormFile kept(FileItemStream part, long mostBytes) throws IOException {
        Path file = Files.createTempFile("aid-ledger-sheet-", ".part");
        boolean complete = false;
        try (InputStream bytes = part.openStream();
                OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            long total = 0;
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                total += read;
                if (total > mostBytes) {
                    throw new FileRefused(
                            Code.FILE_TOO_LARGE,
                            "The file is larger than %d MB; bring larger ones by the command line."
                                    .formatted(mostBytes >> 20));
                }
                out.write(buffer, 0, read);
            }
            complete = true;
        } finally {
            if (!complete) {
                Files.deleteIfExists(file);
            }
        }
        return new FormFile(plain(part.getName()), file);
    }

    private static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String visible = last.replaceAll("\\p{Cntrl}", "").strip();
        return visible.length() <= LONGEST_NAME ? visible : visible.substring(0, LONGEST_NAME);
    }

    /** Whether it is text rather than a workbook. */
    boolean isCsv() {
        return name.toLowerCase(java.util.Locale.ROOT).endsWith(".csv");
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
