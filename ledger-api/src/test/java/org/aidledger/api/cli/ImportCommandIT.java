package org.aidledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.api.Api;
import org.aidledger.event.EventLog;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sheet from the command line: what became of each row comes back as a sheet. */
class ImportCommandIT {

    @SuppressWarnings("NullAway.Init")
    @TempDir
    private Path folder;

    private final Path result = Path.of("result.xlsx");

    private Path sheet(String name, String text) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    private CommandLineRun run(String kind, Path file, String... options) {
        List<String> arguments = new ArrayList<>(List.of("import", kind, file.toString()));
        arguments.addAll(List.of("--result", folder.resolve(result).toString()));
        arguments.addAll(List.of(options));
        return CommandLineRun.onServer(arguments.toArray(String[]::new));
    }

    /** Verdict, reason, position, event and posting id of each row. */
    private List<List<String>> rows() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (InputStream in = Files.newInputStream(folder.resolve(result));
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            XSSFSheet first = book.getSheetAt(0);
            for (int i = 1; i <= first.getLastRowNum(); i++) {
                XSSFRow row = first.getRow(i);
                List<String> cells = new ArrayList<>();
                for (int c = 1; c <= 5; c++) {
                    cells.add(String.valueOf(row.getCell(c)));
                }
                rows.add(cells);
            }
        }
        return rows;
    }

    @Test
    void theResultIsKeptWhetherAllIsPostedOrNothing() throws IOException {
        String template =
                Api.get("/api/v1/imports/csv/template")
                        .body()
                        .replace("example-2026", Api.unique("kept-result"));
        long before = Api.bean(EventLog.class).count();

        CommandLineRun refused =
                run("csv", sheet("bad.csv", template.replace("150000.50", "999999999.00")));
        assertThat(refused.exit()).as(refused.err()).isEqualTo(1);
        assertThat(refused.out()).contains("1 refused", "10 held back", "result.xlsx");
        assertThat(rows()).hasSize(11);
        assertThat(rows().getLast().get(0)).isEqualTo("不收 REFUSED");
        assertThat(rows().getLast().get(1)).contains("999999999.00");
        assertThat(Api.bean(EventLog.class).count()).isEqualTo(before);

        Path good = sheet("good.csv", template);
        CommandLineRun posted = run("csv", good, "--format", "json");
        assertThat(posted.exit()).as(posted.err()).isZero();
        assertThat(posted.out()).contains("\"posted\":11", "\"refused\":0");
        assertThat(rows())
                .allSatisfy(row -> {
                    assertThat(row.get(0)).isEqualTo("已记 POSTED");
                    assertThat(Double.parseDouble(row.get(2))).isNotNegative();
                    assertThat(row.get(3)).isNotEmpty();
                    assertThat(row.get(4)).isNotEmpty();
                });
        List<List<String>> first = rows();
        assertThat(run("csv", good).out()).contains("11 already there");
        assertThat(rows().getFirst().get(0)).isEqualTo("以前已记 REPEATED");
        assertThat(rows().stream().map(r -> r.subList(2, 5)).toList())
                .as("they stand where they stood")
                .isEqualTo(first.stream().map(r -> r.subList(2, 5)).toList());

        CommandLineRun again = run("xlsx", Files.copy(folder.resolve(result), other()));
        assertThat(again.out()).as(again.err()).contains("11 already there");
    }

    private Path other() {
        return folder.resolve("brought-again.xlsx");
    }

    @Test
    void whatIsNoSheetHasNoResult() throws IOException {
        CommandLineRun ndjson = run("ndjson", sheet("lines.ndjson", "{}"));
        assertThat(ndjson.exit()).isEqualTo(2);
        assertThat(ndjson.err()).contains("--result is for one file");
        CommandLineRun broken = run("xlsx", sheet("broken.xlsx", "no workbook"));
        assertThat(broken.exit()).isEqualTo(1);
        assertThat(broken.err()).contains("MALFORMED_XLSX");
        assertThat(folder.resolve(result)).doesNotExist();
    }
}
