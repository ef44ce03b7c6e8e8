package org.aidledger.api.imports.sheet;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.aidledger.api.imports.FileRefused;
import org.aidledger.api.imports.FileRefused.Code;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a file as RFC 4180 says: UTF-8, commas, double quotes; a byte order mark may lead. */
public final class CsvSheet implements SheetFormat {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    @Override
    public String format() {
        return "csv";
    }

    @Override
    public void read(Path file, Reader reader) {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                RowBound characters = new RowBound(characters(bytes));
                CSVParser parser = FORMAT.parse(characters)) {
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                throw new FileRefused(Code.EMPTY_FILE, "The file is empty.");
            }
            HeadedRows rows = new HeadedRows(reader);
            while (records.hasNext()) {
                CSVRecord record = records.next();
                rows.row(record.getRecordNumber(), cells(record), new TreeMap<>());
                characters.nextRow();
            }
            rows.end("The file has no heading.");
        } catch (UncheckedIOException e) {
            throw refused(Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw refused(e);
        }
    }

    private static SortedMap<Integer, String> cells(CSVRecord record) {
        SortedMap<Integer, String> cells = new TreeMap<>();
        for (int i = 0; i < record.size(); i++) {
            if (!record.get(i).isBlank()) {
                cells.put(Math.min(i, HeadedRows.MOST_COLUMNS), record.get(i));
            }
        }
        return cells;
    }

    private static BufferedReader characters(InputStream bytes) throws IOException {
        BufferedReader characters =
                new BufferedReader(
                        new InputStreamReader(
                                bytes,
                                StandardCharsets.UTF_8
                                        .newDecoder()
                                        .onMalformedInput(CodingErrorAction.REPORT)
                                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        characters.mark(1);
        if (characters.read() != BYTE_ORDER_MARK) {
            characters.reset();
        }
        return characters;
    }

    private static FileRefused refused(IOException e) {
        if (e instanceof CharacterCodingException) {
            return new FileRefused(
                    Code.MALFORMED_CSV,
                    "The file is not UTF-8; save it as \"CSV UTF-8\". Nothing was imported.");
        }
        if (e instanceof CSVException) {
            return new FileRefused(
                    Code.MALFORMED_CSV,
                    "The file is not CSV as RFC 4180 has it: %s Nothing was imported."
                            .formatted(e.getMessage()));
        }
        throw new UncheckedIOException(e);
    }
}
