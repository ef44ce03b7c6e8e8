package org.aidledger.api.imports.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A small file that imports: a fund opened, a project planned, its money received and paid. */
public final class CsvTemplate {

    private static final String NAME = "/imports/template.csv";

    private CsvTemplate() {}

    /** The file's text, with a byte order mark so that spreadsheets see that it is UTF-8. */
    public static String text() {
        try (InputStream bytes = CsvTemplate.class.getResourceAsStream(NAME)) {
            if (bytes == null) {
                throw new IllegalStateException(NAME + " is not on the class path");
            }
            return "\uFEFF" + new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
