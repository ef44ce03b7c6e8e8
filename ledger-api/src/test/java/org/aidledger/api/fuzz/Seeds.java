package org.aidledger.api.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Small files that are right; the coverage-guided fuzzer begins with the same. */
final class Seeds {

    private Seeds() {}

    /** A file of a format: csv, xlsx, ndjson, iati or bundle. */
    static byte[] file(String format) {
        String name = "CoverageFuzzInputs/" + format + "/seed";
        try (InputStream bytes =
                Objects.requireNonNull(Seeds.class.getResourceAsStream(name), name)) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A body of a content type. */
    static byte[] body(String contentType, String format) {
        return switch (contentType) {
            case "application/x-ndjson", "application/jsonl" ->
                    format.isEmpty() ? lines() : file("ndjson");
            case "text/plain" ->
                    "old 0\n\ntest.example/ledger\n1\nAAAA\n\n— x AAAA\n"
                            .getBytes(StandardCharsets.UTF_8);
            default ->
                    switch (format) {
                        case "ndjson", "iati", "csv", "xlsx" -> file(format);
                        default -> "PK\u0003\u0004".getBytes(StandardCharsets.UTF_8);
                    };
        };
    }

    /** Of a batch: without the opening. */
    private static byte[] lines() {
        String all = new String(file("ndjson"), StandardCharsets.UTF_8);
        return all.substring(all.indexOf('\n') + 1).getBytes(StandardCharsets.UTF_8);
    }
}
