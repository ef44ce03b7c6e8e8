package org.aidledger.api.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aidledger.api.imports.FileRefused.Code;

/** Keeps a request's body on disk while it is imported, however large it is. */
final class Upload {

    private final long mostBytes;

    Upload(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /**
     * The body as a file, which the caller deletes.
     *
     * @throws FileRefused if it is too large
     */
    Path receive(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > mostBytes) {
            throw tooLarge();
        }
        Path file = Files.createTempFile("aid-ledger-import-", ".part");
        boolean complete = false;
        try (InputStream body = request.getInputStream();
                OutputStream out = Files.newOutputStream(file)) {
            copy(body, out);
            complete = true;
        } finally {
            if (!complete) {
                Files.deleteIfExists(file);
            }
        }
        return file;
    }

    private void copy(InputStream body, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            total += read;
            if (total > mostBytes) {
                throw tooLarge();
            }
            out.write(buffer, 0, read);
        }
    }

    private FileRefused tooLarge() {
        return new FileRefused(
                Code.FILE_TOO_LARGE,
                "The file is larger than the %d bytes that this server takes."
                        .formatted(mostBytes));
    }
}
