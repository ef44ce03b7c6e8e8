package org.aidledger.api.fuzz;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.aidledger.fund.PostBatch.BatchMode;

/**
 * A program of its own, so that it can be given little memory: reads files that are much larger
 * than that, made to be held in memory by whoever is careless.
 */
final class LargeFiles {

    private static final int MEGABYTES = 80;
    private static final String COLUMNS = "command,fund,postingId,effective,actor,amount\n";
    private static final String PIECE = "甲x".repeat(256);

    private static final String HEADING =
            "<row>" + text("command") + text("fund") + text("effective") + "</row>";

    private LargeFiles() {}

    private static String text(String text) {
        return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    /** A workbook with rows, which end as the file does. */
    private static void workbook(Path file, Written rows) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            Writer out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
            zip.putNextEntry(new ZipEntry("xl/_rels/workbook.xml.rels"));
            out.write("<a><Relationship Id=\"a\" Type=\"/worksheet\" Target=\"sheet.xml\"/></a>");
            out.flush();
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            out.write("<workbook><sheet name=\"a\" id=\"a\"/></workbook>");
            out.flush();
            zip.putNextEntry(new ZipEntry("xl/sheet.xml"));
            out.write("<worksheet><sheetData>");
            rows.to(out);
            out.write("</sheetData></worksheet>");
            out.flush();
        }
    }

    private interface Written {
        void to(Writer file) throws IOException;
    }

    private record Large(FileTarget target, Written written) {}

    private static Map<String, Large> all() {
        Map<String, Large> all = new TreeMap<>();
        all.put("csv: one line", new Large(FileTarget.CSV, LargeFiles::megabytes));
        all.put(
                "csv: a quotation mark that is never closed",
                new Large(
                        FileTarget.CSV,
                        file -> {
                            file.write(COLUMNS + "receive,\"");
                            repeated("", "x,\n", 20_000_000).to(file);
                        }));
        all.put("csv: a million columns", new Large(FileTarget.CSV, repeated("", "a,", 1_000_000)));
        all.put(
                "csv: rows that are all wrong",
                new Large(FileTarget.CSV, repeated(COLUMNS, "receive,甲乙丙丁,,,,\n", 200_000)));
        all.put(
                "xlsx: empty cells",
                new Large(FileTarget.XLSX, repeated("<row>", "<c/>", 20_000_000)));
        all.put(
                "xlsx: empty rows",
                new Large(FileTarget.XLSX, repeated(HEADING, "<row/>", 1_000_000)));
        all.put(
                "xlsx: one text",
                new Large(
                        FileTarget.XLSX,
                        file -> {
                            file.write("<row><c t=\"inlineStr\"><is><t>");
                            megabytes(file);
                        }));
        all.put(
                "xlsx: rows that are all wrong",
                new Large(
                        FileTarget.XLSX,
                        repeated(
                                HEADING,
                                "<row>" + text("receive") + "<c><v>7</v></c></row>",
                                20_000)));
        all.put("ndjson: one line", new Large(FileTarget.NDJSON, LargeFiles::megabytes));
        all.put(
                "ndjson: lines that are all wrong",
                new Large(FileTarget.NDJSON, repeated("", "{\"command\":\"甲乙丙丁\"}\n", 200_000)));
        all.put("ndjson: nested", new Large(FileTarget.NDJSON, repeated("", "[", 1_000_000)));
        all.put("ndjson: empty lines", new Large(FileTarget.NDJSON, repeated("", "\n", 5_000_000)));
        all.put("iati: one text", xml("<title><narrative>", LargeFiles::megabytes));
        all.put("iati: one name", xml("<", LargeFiles::megabytes));
        all.put("iati: one attribute", xml("<title a=\"", LargeFiles::megabytes));
        all.put("iati: a comment", xml("<!--", LargeFiles::megabytes));
        all.put("iati: an instruction", xml("<?a ", LargeFiles::megabytes));
        all.put("iati: nested", xml("", repeated("", "<a>", 2_000_000)));
        all.put(
                "iati: attributes",
                xml(
                        "<title ",
                        file -> {
                            for (int i = 0; i < 2_000_000; i++) {
                                file.write("a" + i + "=\"\" ");
                            }
                        }));
        all.put(
                "iati: transactions of one activity",
                xml("", repeated("", "<transaction><value>1</value></transaction>", 500_000)));
        all.put(
                "iati: activities without an id",
                xml("", repeated("", "</iati-activity><iati-activity>", 200_000)));
        all.put("bundle: one line", new Large(FileTarget.BUNDLE, LargeFiles::megabytes));
        all.put(
                "bundle: hashes",
                new Large(
                        FileTarget.BUNDLE,
                        file -> {
                            file.write(
                                    new String(Seeds.file("bundle"), StandardCharsets.UTF_8)
                                            .lines()
                                            .limit(2)
                                            .reduce("", (a, b) -> a + b + "\n"));
                            repeated("", "{\"proof\":[\"" + "A".repeat(43) + "=\"]}\n", 500_000)
                                    .to(file);
                        }));
        return all;
    }

    private static void megabytes(Writer file) throws IOException {
        for (int i = 0; i < MEGABYTES * 1024; i++) {
            file.write(PIECE);
        }
    }

    private static Written repeated(String before, String text, int times) {
        return file -> {
            file.write(before);
            for (int i = 0; i < times; i++) {
                file.write(text);
            }
        };
    }

    private static Large xml(String before, Written rest) {
        return new Large(
                FileTarget.IATI,
                file -> {
                    file.write("<iati-activities version=\"2.03\"><iati-activity>");
                    file.write(before);
                    rest.to(file);
                });
    }

    /**
     * Reads them all, and prints a line for each.
     *
     * @param args a folder for them
     */
    public static void main(String[] args) {
        Path file = Path.of(args[0]).resolve("large");
        all().forEach((name, large) -> {
            try {
                if (large.target() == FileTarget.XLSX) {
                    workbook(file, large.written());
                } else {
                    try (BufferedWriter out = Files.newBufferedWriter(file)) {
                        large.written().to(out);
                    }
                }
                long begun = System.nanoTime();
                String came = read(large.target(), file);
                System.out.printf(
                        "%s: %s, %d MB in %d ms%n",
                        name,
                        came,
                        Files.size(file) >> 20,
                        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String read(FileTarget target, Path file) {
        try {
            return target == FileTarget.BUNDLE
                    ? FileTarget.bundle(Files.newInputStream(file)).toString()
                    : target.read(file, BatchMode.EACH).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OutOfMemoryError | StackOverflowError | RuntimeException | AssertionError e) {
            return "MISTAKE " + e + " at " + java.util.Arrays.toString(e.getStackTrace());
        }
    }
}
