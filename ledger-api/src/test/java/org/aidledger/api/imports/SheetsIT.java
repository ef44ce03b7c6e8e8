package org.aidledger.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.aidledger.api.Api;
import org.aidledger.api.Api.Answer;
import org.aidledger.api.sheet.Cell;
import org.aidledger.api.sheet.Spreadsheet;
import org.aidledger.api.sheet.Table;
import org.aidledger.event.EventLog;
import org.aidledger.money.Money;
import org.aidledger.projections.status.ReadSide;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A workbook through HTTP into PostgreSQL: the template, filled in, and the balance after it. */
class SheetsIT {

    private static final String XLSX = "/api/v1/imports/xlsx";

    private final String fund = Api.unique("workbook");

    @BeforeEach
    void openFund() {
        String csv = Api.get("/api/v1/imports/csv/template").body().replace("example-2026", fund);
        Answer opened =
                Api.send(
                        Api.request("/api/v1/imports/csv")
                                .header("Content-Type", "text/csv")
                                .POST(BodyPublishers.ofString(csv)));
        assertThat(opened.status()).as(opened.body()).isEqualTo(200);
    }

    private byte[] filled(Object[]... rows) throws IOException {
        byte[] template = Api.bytes(Api.request("/api/v1/imports/xlsx/template").GET());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(template))) {
            XSSFSheet sheet = book.getSheetAt(0);
            for (int i = 0; i < rows.length; i++) {
                XSSFRow row = sheet.createRow(i + 1);
                for (int c = 0; c < sheet.getRow(0).getLastCellNum(); c++) {
                    fill(row.createCell(c), rows[i]);
                }
            }
            book.write(out);
        }
        return out.toByteArray();
    }

    private void fill(XSSFCell cell, Object[] row) {
        String heading =
                cell.getSheet().getRow(0).getCell(cell.getColumnIndex()).getStringCellValue();
        List<String> columns = List.of("命令", "业务日期", "项目", "金额", "备注", "资金", "币种");
        int at = columns.indexOf(heading.split(" ", 2)[0]);
        switch (at) {
            case -1 -> {}
            case 5 -> cell.setCellValue(fund);
            case 6 -> cell.setCellValue("CNY");
            default -> {
                if (row[at] instanceof Number number) {
                    cell.setCellValue(number.doubleValue());
                } else {
                    cell.setCellValue(row[at].toString());
                }
            }
        }
    }

    private static Answer send(byte[] workbook, String query, String... headers) {
        return Api.send(
                Api.request(XLSX + query, headers)
                        .header("Content-Type", Spreadsheet.TYPE)
                        .POST(BodyPublishers.ofByteArray(workbook)));
    }

    private String figure(String name) {
        Answer report =
                Api.get(
                        "/api/v1/funds/%s/report?atLeast=%d"
                                .formatted(fund, Api.bean(EventLog.class).head()));
        return report.at("/totals/" + name);
    }

    @Test
    void theTemplateFilledInByAnotherProgramMovesTheBalance() throws IOException {
        byte[] workbook =
                filled(
                        new Object[] {"拨付 disburse", "2026-04-01", "P-1", 1250.1, "=1+1"},
                        new Object[] {"拨付", "2026/4/2", "P-1", "2万", ""});
        Answer dry = send(workbook, "?dryRun=true&actor=me");
        assertThat(dry.status()).as(dry.body()).isEqualTo(200);
        assertThat(dry.json().path("posted").asLong()).isEqualTo(2);
        assertThat(figure("disbursed")).isEqualTo("400000.00");
        Answer posted = send(workbook, "?actor=me", "Accept", "application/x-ndjson");
        assertThat(posted.body()).contains("\"report\"").doesNotContain("\"problem\"");
        assertThat(figure("disbursed")).isEqualTo("421250.10");
        assertThat(send(workbook, "?actor=me").json().path("alreadyThere").asLong()).isEqualTo(2);
        assertThat(figure("disbursed")).isEqualTo("421250.10");
    }

    @Test
    void theResultComesAsASheet() throws IOException {
        byte[] workbook =
                filled(
                        new Object[] {"pay", "2026-04-01", "P-1", 100, ""},
                        new Object[] {"pay", "2026-04-01", "P-1", 99_000_000, ""},
                        new Object[] {"pay", "someday", "P-1", 5, ""});
        Answer atomic = send(workbook, "");
        assertThat(atomic.status()).isEqualTo(409);
        assertThat(atomic.at("/report/refusals/1/cell")).isNotEmpty();
        byte[] result =
                Api.bytes(
                        Api.request(XLSX + "?mode=each", "Accept", Spreadsheet.TYPE)
                                .header("Content-Type", Spreadsheet.TYPE)
                                .POST(BodyPublishers.ofByteArray(workbook)));
        List<String> said = new ArrayList<>();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(result))) {
            for (int i = 1; i <= 3; i++) {
                XSSFRow row = book.getSheetAt(0).getRow(i);
                said.add(row.getCell(1) + " | " + row.getCell(2));
            }
            XSSFRow heading = book.getSheetAt(0).getRow(0);
            assertThat(heading.getCell(5).getStringCellValue()).isEqualTo("所用请求编号 request");
            assertThat(book.getSheetAt(0).getRow(1).getCell(5).getStringCellValue())
                    .as("the posting id that follows from the row")
                    .startsWith("row-");
            assertThat(book.getSheetAt(0).getRow(1).getCell(3).getNumericCellValue())
                    .isEqualTo(position(book.getSheetAt(0).getRow(1).getCell(5)));
            assertThat(book.getSheetAt(0).getRow(3).getCell(5).getStringCellValue())
                    .as("of a row that could not be read")
                    .isEmpty();
            assertThat(book.getSheetAt(0).getRow(1).getCell(4).getStringCellValue()).isNotEmpty();
        }
        assertThat(said.get(0)).startsWith("已记 POSTED");
        assertThat(said.get(1)).startsWith("不收 REFUSED").contains("99000000.00");
        assertThat(said.get(2)).startsWith("不收 REFUSED").contains("effective");
        assertThat(figure("paid")).isEqualTo("150100.50");
        Answer asIati =
                Api.send(
                        Api.request("/api/v1/imports/iati", "Accept", Spreadsheet.TYPE)
                                .header("Content-Type", "application/octet-stream")
                                .POST(BodyPublishers.ofString("<a/>")));
        assertThat(asIati.status()).isEqualTo(406);
    }

    @Test
    void theSheetComesWithItsProgress() throws IOException {
        byte[] workbook = filled(new Object[] {"pay", "2026-04-03", "P-1", 7, ""});
        Answer told = send(workbook, "?sheet=true&dryRun=true", "Accept", "application/x-ndjson");
        List<JsonNode> lines =
                told.body().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
        assertThat(lines.getFirst().path("done").asLong()).isEqualTo(1);
        assertThat(lines.getFirst().path("total").asLong()).isEqualTo(1);
        assertThat(lines.getLast().at("/report/posted").asLong()).isEqualTo(1);
        ByteArrayOutputStream sheet = new ByteArrayOutputStream();
        for (JsonNode line : lines) {
            if (line.has("sheet")) {
                sheet.write(Base64.getDecoder().decode(line.path("sheet").asString()));
            }
        }
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(sheet.toByteArray()))) {
            assertThat(book.getSheetAt(0).getRow(1).getCell(1).getStringCellValue())
                    .contains("WOULD_POST");
        }
        Answer asIati =
                Api.send(
                        Api.request(
                                        "/api/v1/imports/iati?sheet=true",
                                        "Accept",
                                        "application/x-ndjson")
                                .header("Content-Type", "application/octet-stream")
                                .POST(BodyPublishers.ofString("<a/>")));
        assertThat(asIati.status()).isEqualTo(406);
    }

    /** Where the event of a posting stands, as the fund's trail says it. */
    private double position(XSSFCell request) {
        Answer trail =
                Api.get(
                        "/api/v1/funds/%s/trail?limit=200&atLeast=%d"
                                .formatted(fund, Api.bean(EventLog.class).head()));
        for (var item : trail.json().path("items")) {
            if (item.path("postingId").asString("").equals(request.getStringCellValue())) {
                return item.path("position").asDouble();
            }
        }
        throw new AssertionError("no such posting: " + request);
    }

    @Test
    void tenThousandRows() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Spreadsheet workbook = new Spreadsheet()) {
            Table table = workbook.table("ten thousand", 12, 12, 12);
            table.heading("command", "fund", "effective", "project", "amount", "currency", "note");
            for (int i = 0; i < 10_000; i++) {
                table.row(
                        Cell.text("拨付"),
                        Cell.text(fund),
                        Cell.day(LocalDate.of(2026, 4, 1).plusDays(i % 28)),
                        Cell.text("P-1"),
                        Cell.amount(Money.of("10.50", "CNY")),
                        Cell.text("CNY"),
                        Cell.text("row " + i));
            }
            workbook.writeTo(file);
        }
        long begun = System.nanoTime();
        Answer dry = send(file.toByteArray(), "?dryRun=true");
        long judged = System.nanoTime();
        assertThat(dry.json().path("posted").asLong()).isEqualTo(10_000);
        Answer posted = send(file.toByteArray(), "");
        System.out.printf(
                "10,000 rows of a workbook: verdicts after %d ms, posted after %d ms%n",
                (judged - begun) / 1_000_000, (System.nanoTime() - judged) / 1_000_000);
        assertThat(posted.json().path("posted").asLong()).isEqualTo(10_000);
        assertThat(
                        Api.bean(ReadSide.class)
                                .awaitPosition(
                                        Api.bean(EventLog.class).head(), Duration.ofMinutes(3)))
                .isTrue();
        assertThat(figure("disbursed")).isEqualTo("505000.00");
    }

    @Test
    void noWorkbookIsSaidSo() {
        Answer none = send("command,fund\n".getBytes(java.nio.charset.StandardCharsets.UTF_8), "");
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.at("/code")).isEqualTo("MALFORMED_XLSX");
    }
}
