package org.aidledger.api.imports.kept;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aidledger.api.imports.FileRefused;
import org.aidledger.api.imports.FileRefused.Code;
import org.aidledger.api.imports.sheet.Heading;
import org.aidledger.api.imports.sheet.Row;
import org.aidledger.api.imports.sheet.SheetFormat;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of a sheet in a file of ours: its heading on the first line, then one row on each. It is
 * read like the file that it came from.
 */
final class KeptRows implements SheetFormat {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String format;

    /**
     * @param format of the file that the rows came from
     */
    KeptRows(String format) {
        this.format = format;
    }

    /** A heading as it is kept. */
    record Columns(Map<Integer, String> placed) {}

    /**
     * What was found in a file.
     *
     * @param remarks what its maker should know
     */
    record Found(long rows, List<Remark> remarks) {}

    record Remark(String code, String message) {}

    /**
     * Takes the rows out of a file.
     *
     * @param into where they are kept
     * @throws FileRefused if it cannot be read, or has more rows than are kept
     */
    static Found take(SheetFormat from, Path file, Path into, long most) {
        long[] rows = {0};
        List<Remark> remarks = new ArrayList<>();
        try (BufferedWriter out = Files.newBufferedWriter(into)) {
            from.read(
                    file,
                    new Reader() {
                        @Override
                        public void heading(Heading heading) {
                            line(out, new Columns(heading.placed()));
                        }

                        @Override
                        public void row(Row row) {
                            if (++rows[0] > most) {
                                throw new FileRefused(
                                        Code.TOO_MANY_ROWS,
                                        "The sheet has more than %d rows; bring larger ones by the command line with --mode each."
                                                .formatted(most));
                            }
                            line(out, row.number(), row);
                        }

                        @Override
                        public void remark(String subject, String code, String message) {
                            remarks.add(new Remark(code, message));
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Found(rows[0], List.copyOf(remarks));
    }

    /** A row; its number stands before it, so that it is found without reading the others. */
    private static void line(BufferedWriter out, long number, Row row) {
        try {
            out.write(number + " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        line(out, new Kept(row.cells(), row.faults(), row.overflow()));
    }

    /** A row as it is kept. */
    private record Kept(Map<String, String> cells, Map<String, String> faults, boolean overflow) {}

    private static Row row(String line) {
        Kept kept = JSON.readValue(line.substring(line.indexOf(' ') + 1), Kept.class);
        return new Row(number(line), kept.cells(), kept.faults(), kept.overflow());
    }

    private static long number(String line) {
        return Long.parseLong(line.substring(0, line.indexOf(' ')));
    }

    private static void line(BufferedWriter out, Object value) {
        try {
            out.write(JSON.writeValueAsString(value));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String format() {
        return format;
    }

    @Override
    public void read(Path file, Reader reader) {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            reader.heading(heading(lines));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                reader.row(row(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Heading heading(BufferedReader lines) throws IOException {
        String first = lines.readLine();
        if (first == null) {
            throw new IllegalStateException("a kept sheet has no heading");
        }
        return Heading.placed(JSON.readValue(first, Columns.class).placed());
    }

    /** Some of the rows, in their order. */
    static List<Row> some(Path file, Set<Long> numbers) {
        List<Row> some = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            lines.readLine();
            for (String line = lines.readLine();
                    line != null && some.size() < numbers.size();
                    line = lines.readLine()) {
                if (numbers.contains(number(line))) {
                    some.add(row(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return some;
    }

    /** Puts other cells in the place of those of a row. */
    static void replace(Path file, long number, Map<String, String> cells) {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            try (BufferedReader lines = Files.newBufferedReader(file);
                    BufferedWriter out = Files.newBufferedWriter(next)) {
                line(out, new Columns(widened(heading(lines), cells)));
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (number(line) == number) {
                        line(out, number, new Row(number, cells, Map.of(), false));
                    } else {
                        out.write(line);
                        out.write('\n');
                    }
                }
            }
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Columns that the sheet did not have come to stand behind the others. */
    private static Map<Integer, String> widened(Heading heading, Map<String, String> cells) {
        Map<Integer, String> placed = new LinkedHashMap<>(heading.placed());
        int next = placed.keySet().stream().mapToInt(Integer::intValue).max().orElse(-1) + 1;
        for (String column : cells.keySet()) {
            if (!placed.containsValue(column)) {
                placed.put(next++, column);
            }
        }
        return placed;
    }
}
