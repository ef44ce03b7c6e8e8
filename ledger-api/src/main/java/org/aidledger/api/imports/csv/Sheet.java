package org.aidledger.api.imports.csv;

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
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.aidledger.api.imports.FileRefused;
import org.aidledger.api.imports.FileRefused.Code;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a file as RFC 4180 says: UTF-8, commas, double quotes; a byte order mark may lead. */
final class Sheet {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    private Sheet() {}

    /**
     * One row.
     *
     * @param number as a spreadsheet shows it; the header is row 1
     * @param cells what stands in each column, trimmed; empty cells are left out
     * @param overflow whether it has cells beyond the header's
     */
    record Row(long number, Map<String, String> cells, boolean overflow) {}

    /**
     * Hands every row that is not blank to the reader.
     *
     * @param known the columns there may be
     * @throws FileRefused if the file is no CSV or its header is not right
     */
    static void read(Path file, Set<String> known, Set<String> required, Consumer<Row> reader) {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                RowBound characters = new RowBound(characters(bytes));
                CSVParser parser = FORMAT.parse(characters)) {
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                throw new FileRefused(Code.EMPTY_FILE, "The file is empty.");
            }
            List<String> header = header(records.next(), known, required);
            characters.nextRow();
            while (records.hasNext()) {
                Row row = row(records.next(), header);
                characters.nextRow();
                if (!row.cells().isEmpty() || row.overflow()) {
                    reader.accept(row);
                }
            }
        } catch (UncheckedIOException e) {
            throw refused(Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw refused(e);
        }
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

    private static List<String> header(CSVRecord record, Set<String> known, Set<String> required) {
        List<String> header = record.stream().map(String::strip).toList();
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            if (!known.contains(column)) {
                throw new FileRefused(
                        Code.WRONG_COLUMNS,
                        "There is no column '%s'; there are: %s. Nothing was imported."
                                .formatted(shown(column), String.join(", ", known)));
            }
            if (!seen.add(column)) {
                throw new FileRefused(
                        Code.WRONG_COLUMNS,
                        "The column '%s' stands twice. Nothing was imported.".formatted(column));
            }
        }
        for (String column : required) {
            if (!seen.contains(column)) {
                throw new FileRefused(
                        Code.WRONG_COLUMNS,
                        "The column '%s' is missing. Nothing was imported.".formatted(column));
            }
        }
        return header;
    }

    private static String shown(String column) {
        return column.length() <= 60 ? column : column.substring(0, 60) + "…";
    }

    private static Row row(CSVRecord record, List<String> header) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(header.size(), record.size()); i++) {
            String cell = record.get(i).strip();
            if (!cell.isEmpty()) {
                cells.put(header.get(i), cell);
            }
        }
        boolean overflow = false;
        for (int i = header.size(); i < record.size(); i++) {
            overflow |= !record.get(i).isBlank();
        }
        return new Row(record.getRecordNumber(), cells, overflow);
    }
}
