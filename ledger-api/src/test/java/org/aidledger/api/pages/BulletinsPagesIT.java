package org.aidledger.api.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.aidledger.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A regulator's month: freeze, have it signed, compare, print. */
class BulletinsPagesIT {

    private static final JsonMapper JSON = new JsonMapper();

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

    /** Each screen in both languages and widths: accessible, not too wide, with all its words. */
    @Test
    void theScreensAreForEverybody() {
        browser.signIn(Role.REGULATOR);
        browser.complaints(); // those of the tests before
        browser.screen("snapshots", "/snapshots");
        browser.screen("snapshot-new", "/snapshots/new?kind=QUARTERLY_ASSESSMENT&month=2024-05");
        browser.screen("snapshot", "/snapshots/monthly-2024-06");
        browser.screen("snapshot-waiting", "/snapshots/monthly-2024-07");
        browser.screen(
                "snapshot-compare", "/snapshots/monthly-2024-05/compare?other=monthly-2024-06");
        browser.screen("bulletin", "/snapshots/monthly-2024-06/print");
        browser.screen("assessment", "/snapshots/quarterly-2024-q2/print");
    }

    @Test
    void aMonthIsFrozenSignedBySomebodyElseComparedAndPrinted() {
        browser.width(1440).signIn(Role.FINANCE_APPROVER).go("/snapshots?lang=zh");
        browser.complaints();
        browser.click(".page-head a.primary");
        browser.await(() -> browser.path().startsWith("/snapshots/new"));
        browser.clear("#pick-month");
        browser.go("/snapshots/new?kind=MONTHLY_BULLETIN&month=2024-08");
        assertThat(browser.attribute("#day", "value")).isEqualTo("2024-08-31");
        assertThat(browser.attribute("#snapshot", "value")).isEqualTo("monthly-2024-08");
        assertThat(browser.attribute("#title", "value")).isEqualTo("2024年8月对口支援资金通报");
        browser.type("#known", "2099-01-01");
        browser.click("#freeze");
        browser.await(() -> !browser.all(".notice.bad").isEmpty());
        assertThat(browser.text(".notice.bad")).contains("知悉时间不能晚于最后一笔记账");
        browser.clear("#known");
        new Select(browser.find("#rankedBy")).selectByValue("EXECUTION_RATE");
        browser.click("#freeze");
        browser.await(() -> browser.path().equals("/snapshots/monthly-2024-08"));
        assertThat(browser.text("#verified")).contains("逐字节相同", "还没有人签发");
        assertThat(browser.all("#sign")).as("only a regulator signs").isEmpty();

        browser.signIn(Role.REGULATOR).go("/snapshots/monthly-2024-08");
        browser.click("#sign");
        browser.await(() -> browser.text(".sub").contains("已签发"));
        assertThat(browser.text("#verified")).contains("签名已用账本公布的密钥核验");
        assertThat(browser.text("pre")).contains("aid-ledger snapshot v1", "signed-by 郑海涛");

        new Select(browser.find("#other")).selectByValue("monthly-2024-06");
        browser.click("#compare");
        browser.await(() -> browser.path().contains("/compare?"));
        assertThat(browser.text("thead")).contains("2024年6月", "2024年8月");

        browser.go("/snapshots/monthly-2024-08/print");
        assertThat(browser.text(".paper")).contains("资金总体情况", "比进度", "本月变化");
        assertThat(browser.text(".trust")).contains("monthly-2024-08");
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        browser.picture("print-media");
        assertThat(browser.find("header.top").isDisplayed()).isFalse();
        assertThat(browser.find(".paper").isDisplayed()).isTrue();
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
    }

    /** No figure on the page that the API does not give: ranking and sums against the data. */
    @Test
    void theBulletinShowsTheDataThatWereFrozen() {
        browser.width(1440).signIn(Role.REGULATOR).go("/snapshots/monthly-2024-06/print?lang=zh");
        JsonNode data =
                JSON.readTree(
                        Workbench.get(Role.REGULATOR, "/api/v1/snapshots/monthly-2024-06/data")
                                .body());
        JsonNode point = data.path("points").get(1);
        var sections = browser.all(".paper .part");
        var sums = sections.get(0).findElements(By.cssSelector("tbody tr"));
        assertThat(sums).hasSize(point.path("funds").size());
        for (int i = 0; i < sums.size(); i++) {
            JsonNode fund = point.path("funds").get(i);
            var shown =
                    sums.get(i).findElements(By.cssSelector("data")).stream()
                            .map(d -> String.valueOf(d.getAttribute("value")))
                            .toList();
            assertThat(shown)
                    .containsExactly(
                            fund.path("authorised").asString(),
                            fund.path("received").asString(),
                            fund.at("/totals/planned").asString(),
                            fund.at("/totals/allocated").asString(),
                            fund.at("/totals/disbursed").asString(),
                            fund.at("/totals/paid").asString());
        }
        var ranks = sections.get(2).findElements(By.cssSelector("tbody tr"));
        for (int i = 0; i < ranks.size(); i++) {
            JsonNode place = point.path("ranking").get(i);
            assertThat(ranks.get(i).getText()).contains(place.path("fund").asString());
            var shown = ranks.get(i).findElements(By.cssSelector("data"));
            if (place.has("value")) {
                assertThat(String.valueOf(shown.getLast().getAttribute("value")))
                        .isEqualTo(place.path("value").asString());
            }
        }
    }
}
