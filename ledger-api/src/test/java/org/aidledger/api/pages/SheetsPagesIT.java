package org.aidledger.api.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.aidledger.access.Role;
import org.aidledger.event.EventLog;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** A finance officer's way with a sheet: from the template to the result, in a real browser. */
class SheetsPagesIT {

    @TempDir private Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        if (Browser.isThere()) {
            browser.close();
        }
    }

    /** The template as the page gives it, with rows in it. */
    private Path filled(String name, List<Map<String, String>> rows) throws IOException {
        byte[] template = Workbench.file(Role.FINANCE_OFFICER, "/sheet/template");
        return FilledSheet.write(folder.resolve(name), template, rows);
    }

    private static void everybody(String name) {
        browser.screen(name, browser.path().replaceAll("#.*|[?&]lang=..", ""), _ -> true);
        browser.width(1440);
        browser.go(browser.path().replaceAll("[?&]lang=..", "?lang=zh"));
    }

    private static void bring(Path file) {
        browser.go("/sheet?lang=zh");
        browser.type("#file", file.toString());
        browser.click("#sheet-drop button.primary");
        browser.await(() -> browser.path().startsWith("/sheet/") && settled());
    }

    private static boolean settled() {
        return browser.all("progress").isEmpty() && !browser.all(".sheet-rows").isEmpty();
    }

    /** A heading may be called what the pages call it; one that there is not is named. */
    @Test
    void aHeadingIsTakenByItsNameOnPages() throws IOException {
        browser.signIn(Role.FINANCE_OFFICER).width(1440);
        bring(
                Files.writeString(
                        folder.resolve("页面.csv"),
                        "事项,资金盘子,业务日期,项目,金额,币种,说明\n拨付,taizhou-division1-2022,2024/6/3,TZ22-010,1万,CNY,一\n"));
        assertThat(browser.text("#sheet")).contains("可以记 1");
        browser.go("/sheet?lang=zh");
        browser.type(
                "#file",
                Files.writeString(folder.resolve("错.csv"), "事项,资金盘子,业务日期,项目名\n").toString());
        browser.click("#sheet-drop button.primary");
        browser.await(() -> !browser.all(".notice.bad").isEmpty());
        assertThat(browser.text(".notice.bad"))
                .contains("认不出列名“项目名”(D1 格)", "命令")
                .doesNotContain("There is no column");
    }

    @Test
    void aSheetIsCheckedCorrectedAndPostedOnce() throws IOException {
        browser.signIn(Role.FINANCE_OFFICER).width(1440).go("/?lang=zh");
        browser.driver().findElement(By.linkText("表格")).click();
        browser.await(() -> browser.path().equals("/sheet"));
        everybody("sheets");
        String hostile = "=cmd|' /C calc'!A0<script>alert(1)</script>";
        bring(
                filled(
                        "六月.xlsx",
                        List.of(
                                FilledSheet.disbursement("1.25万", hostile),
                                FilledSheet.disbursement("9亿", "二"),
                                FilledSheet.disbursement("abc", "三"),
                                FilledSheet.disbursement("10", "四"))));
        String sheet = browser.path();
        assertThat(browser.text("#sheet"))
                .contains("已核对 4 行,还没有记账", "不收 2", "可以记 2", "最多可收", hostile)
                .contains("金额 (", "125万", "12,500.00", "1.25万 · CNY");
        everybody("sheet");
        long before = Workbench.bean(EventLog.class).count();

        browser.go(sheet + "?show=refused&lang=zh");
        assertThat(browser.all(".sheet-rows tbody tr.bad")).hasSize(2);
        browser.click("#row-3 a.btn");
        browser.await(() -> !browser.all(".correcting").isEmpty());
        everybody("sheet-correcting");
        browser.go(sheet + "?show=refused&edit=3&lang=zh#row-3");
        browser.driver().findElement(By.name("cell.amount")).clear();
        browser.driver().findElement(By.name("cell.amount")).sendKeys("2,000");
        browser.click(".correcting button.primary");
        browser.await(() -> settled() && browser.all(".sheet-rows tbody tr.bad").size() == 1);
        assertThat(Workbench.bean(EventLog.class).count()).as("posted so far").isEqualTo(before);

        browser.run(
                "const f = document.querySelector('form[action$=\"/post\"]');"
                        + "const twin = new FormData(f); twin.append('mode', 'good');"
                        + "window.twin = fetch(f.action, {method: 'POST', body: new URLSearchParams(twin)});");
        browser.click("form[action$='/post'] button");
        browser.await(() -> settled() && !browser.all(".notice.done").isEmpty());
        assertThat(browser.text(".notice.done")).contains("不收 1 行");
        assertThat(Workbench.bean(EventLog.class).count()).isEqualTo(before + 3);
        browser.await(() -> browser.go(sheet + "?lang=zh").all("td.c-verdict a").size() == 3);
        everybody("sheet-posted");

        try (XSSFWorkbook book =
                new XSSFWorkbook(
                        new ByteArrayInputStream(
                                Workbench.file(
                                        Role.FINANCE_OFFICER,
                                        sheet.replaceAll("\\?.*", "") + "/result")))) {
            XSSFSheet result = book.getSheetAt(0);
            assertThat(result.getRow(1).getCell(1).getStringCellValue()).contains("已记");
            assertThat(result.getRow(1).getCell(3).getNumericCellValue()).isPositive();
            assertThat(
                            result.getRow(1)
                                    .getCell(FilledSheet.column(result, "note"))
                                    .getStringCellValue())
                    .isEqualTo(hostile);
            assertThat(result.getRow(3).getCell(2).getStringCellValue()).contains("125万");
        }
        browser.click("td.c-verdict a");
        browser.await(() -> browser.path().contains("/events/"));
        assertThat(browser.text("#content")).contains("12,500.00", "<script>alert(1)</script>");
    }

    @Test
    void aSheetIsItsOwnersAlone() throws IOException {
        browser.signIn(Role.FINANCE_OFFICER).width(1440);
        bring(filled("mine.xlsx", List.of(FilledSheet.disbursement("1", "mine"))));
        String sheet = browser.path().replaceAll("\\?.*", "");
        for (Role other : List.of(Role.PROGRAMME_OFFICER, Role.ADMINISTRATOR)) {
            assertThat(Workbench.get(other, sheet).statusCode()).isEqualTo(404);
            assertThat(Workbench.get(other, "/sheet").body()).doesNotContain("mine.xlsx");
        }
        HttpResponse<String> auditor = Workbench.get(Role.AUDITOR, "/sheet");
        assertThat(auditor.statusCode()).isEqualTo(403);
        assertThat(Workbench.get(Role.AUDITOR, "/").body()).doesNotContain("href=\"/sheet\"");
        assertThat(browser.go("/sheet?lang=zh").text(".kept")).contains("mine.xlsx");
        browser.click(".kept a");
        browser.await(SheetsPagesIT::settled);
        browser.click("form[action$='/drop'] button");
        browser.await(() -> browser.path().equals("/sheet"));
        assertThat(Workbench.get(Role.FINANCE_OFFICER, sheet).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNoSheetIsSaidInWords() throws IOException {
        browser.signIn(Role.FINANCE_OFFICER).width(1440).go("/sheet?lang=zh");
        Path wrong = folder.resolve("photo.xlsx");
        Files.writeString(wrong, "not a workbook");
        browser.type("#file", wrong.toString());
        browser.click("#sheet-drop button.primary");
        browser.await(() -> !browser.all(".notice.bad").isEmpty());
        assertThat(browser.text(".notice.bad")).contains("没有收", "不是 .xlsx 工作簿");
        assertThat(browser.violations()).isEmpty();
    }
}
