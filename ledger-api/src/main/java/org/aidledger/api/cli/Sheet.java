package org.aidledger.api.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** An answer in CSV, to be shown as a table. */
record Sheet(List<String> columns, List<CSVRecord> rows) {

    private static final String FORMULA_STARTS = "=+-@";

    static Sheet of(String csv) {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser parser = CSVParser.parse(csv, format)) {
            return new Sheet(parser.getHeaderNames(), parser.getRecords());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The picked columns, in the order of picking. */
    Table table(List<Pick> picks) {
        Table table = new Table(picks.stream().map(Pick::column).toList());
        for (CSVRecord row : rows) {
            table.row(picks.stream().map(p -> p.shown(plain(row.get(p.name())))).toList());
        }
        return table;
    }

    /** Takes away the apostrophe that keeps a text from being taken for a formula. */
    private static String plain(String cell) {
        return cell.length() > 1
                        && cell.charAt(0) == '\''
                        && FORMULA_STARTS.indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }
}
