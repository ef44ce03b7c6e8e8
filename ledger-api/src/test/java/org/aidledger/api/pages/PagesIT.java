package org.aidledger.api.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.aidledger.access.Role;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;

/** The workbench in a real browser, in both languages, on a desk and on a phone. */
class PagesIT {

    private static final String AKSU = "/funds/zhejiang-aksu-2024";

    @SuppressWarnings("NullAway.Init")
    private static Browser browser;

    private static boolean walking;

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

    static Stream<Arguments> screens() {
        return Stream.of(
                Arguments.of("overview", "/?asOf=2024-06-30"),
                Arguments.of("overview-now", "/?trend=yes"),
                Arguments.of("fund", AKSU + "?asOf=2024-06-30&knownAt=2024-07-05"),
                Arguments.of("fund-now", "/funds/taizhou-division1-2022"),
                Arguments.of("postings", AKSU + "/postings?figure=disbursed&asOf=2024-06-30"),
                Arguments.of("postings-all", "/funds/tacheng-2017/postings"),
                Arguments.of("event", AKSU + "/events/" + Figures.anEvent()),
                Arguments.of("changes", AKSU + "/changes?asOf=2024-06-30&knownAt=2024-07-05"),
                Arguments.of("findings", "/funds/quzhou-wushi-2021/findings"),
                Arguments.of("findings-observed", "/funds/tacheng-2017/findings"),
                Arguments.of("project", "/funds/taizhou-division1-2022/projects/TZ22-009"),
                Arguments.of("post", "/funds/taizhou-division1-2022/post?command=state-figures"),
                Arguments.of("approvals", "/approvals?status=all"),
                Arguments.of("password", "/password"),
                Arguments.of("nothing", "/funds/nowhere"));
    }

    /** Accessible, no wider than the screen, and nothing refused by the policy for contents. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("screens")
    void everyScreenIsForEverybody(String name, String path) {
        if (!walking) {
            browser.signIn(Role.AUDITOR);
            walking = true;
        }
        browser.screen(name, path, complaint -> complaint.contains("status of 404"));
    }

    @Test
    void signInPageShowsTheAccountsOfTheDemonstration() {
        browser.width(1440).driver().manage().deleteAllCookies();
        browser.go("/?asOf=2024-06-30");
        assertThat(browser.path()).startsWith("/login");
        assertThat(browser.violations()).isEmpty();
        browser.picture("login-zh-1440");
        assertThat(browser.text(".demo")).contains("演示账号", "auditor", "demo-only-2024");
        browser.type("#username", "auditor");
        browser.type("#password", "wrong");
        browser.click("button.primary");
        browser.await(() -> browser.path().startsWith("/login?error"));
        assertThat(browser.text(".notice")).isEqualTo("账号与密码不符。");
        browser.all(".demo button").get(3).click();
        browser.await(() -> !browser.path().startsWith("/login"));
        assertThat(browser.path()).as("where they wanted to go").contains("asOf=2024-06-30");
        assertThat(browser.text(".me")).contains("叶明辉");
        browser.click("form[action='/logout'] button");
        browser.await(() -> browser.path().startsWith("/login?out"));
        assertThat(browser.go("/").path()).startsWith("/login");
    }

    /** The half-year figures of the press, as on 30 June, and as they were first known. */
    @Test
    void theFundPageShowsThePublishedFigures() {
        browser.signIn(Role.REGULATOR).width(1440).go(AKSU + "?asOf=2024-06-30&lang=zh");
        assertThat(value("DISBURSEMENT_RATE")).isEqualTo("90.31%");
        assertThat(value("START_RATE")).isEqualTo("84.33%");
        assertThat(value("INVESTMENT_COMPLETION")).isEqualTo("51.03%");
        assertThat(value("PROGRESS_PAYMENT_GAP")).isEqualTo("+39.28");
        assertThat(browser.all(".rate.warn")).hasSize(1);
        assertThat(browser.text("#time-words")).contains("您看的不是今天", "业务日 2024年6月30日", "现在所知");
        browser.go(AKSU + "?asOf=2024-06-30&knownAt=2024-07-05");
        assertThat(value("START_RATE")).isEqualTo("83.58%");
        assertThat(browser.all(".track .late")).as("recorded since").isNotEmpty();
        assertThat(browser.text(".foot")).contains("此后又知道了");
        browser.go(AKSU);
        assertThat(browser.attribute("#time", "class")).contains("now");
    }

    private static String value(String code) {
        return browser.text("[data-code='" + code + "']");
    }

    @Test
    void theSliderMovesThroughTimeFromTheKeyboard() {
        browser.signIn(Role.REGULATOR).width(1440).go(AKSU + "?asOf=2024-06-30&lang=en");
        browser.complaints(); // those of the tests before
        browser.type(".slider[data-field='asOf']", Keys.ARROW_LEFT);
        browser.await(() -> browser.path().contains("asOf=2024-06-29"));
        browser.await(() -> browser.text("#time-words").contains("29 June 2024"));
        assertThat(browser.attribute("#nav a[aria-current]", "href"))
                .as("links go along")
                .contains("asOf=2024-06-29");
        browser.type(".slider[data-field='asOf']", Keys.END);
        browser.await(() -> !browser.path().contains("asOf"));
        browser.await(() -> browser.attribute("#time", "class").contains("now"));
        assertThat(browser.text("#time-words")).contains("Today");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void playingWalksThroughTheLifeOfAFund() {
        browser.signIn(Role.REGULATOR).width(1440).go(AKSU + "?lang=en");
        browser.click("#play");
        browser.await(() -> browser.path().contains("asOf=2024-0"));
        String first = browser.path();
        browser.await(() -> !browser.path().equals(first));
        browser.click("#play");
        browser.await(() -> browser.text("#play").contains("Play"));
    }

    @Test
    void theLanguageIsOneClickAndIsRemembered() {
        browser.signIn(Role.AUDITOR).width(1440).go("/?lang=zh");
        assertThat(browser.text("h1")).isEqualTo("资金总览");
        browser.click(".switch a");
        browser.await(() -> browser.text("h1").equals("All funds"));
        assertThat(browser.go(AKSU).text("#nav")).contains("Postings");
    }

    @Test
    void everyFigureLeadsToItsPostingsAndThoseToTheirProof() {
        browser.signIn(Role.AUDITOR).width(1440).go(AKSU + "?asOf=2024-06-30&lang=zh");
        String disbursed = browser.attribute(".stages .stage-2 .big data", "value");
        browser.click(".stages .stage-2 .big a");
        browser.await(() -> browser.path().contains("/postings?"));
        assertThat(browser.attribute("h1 data", "value")).isEqualTo(disbursed);
        browser.click("tbody tr .c-kind a");
        browser.await(() -> browser.path().contains("/events/"));
        assertThat(browser.text("#content")).contains("拨款审批单", "记入两本账");
        assertThat(browser.text("#proof")).contains("已核验");
        assertThat(browser.all(".steps tr:not(.same) td")).as("one sum moved").hasSize(2 + 1);
        String here = browser.path();
        browser.type("body", Keys.ARROW_RIGHT);
        browser.await(() -> !browser.path().equals(here));
        assertThat(browser.path()).contains("/events/");
        browser.click("a[rel='prev']");
        browser.await(() -> browser.path().equals(here));
    }

    @Test
    void filtersAndOrderStandInTheAddress() {
        browser.signIn(Role.REGULATOR).width(1440).go("/funds/taizhou-division1-2022?lang=zh");
        browser.click("th.c-disbursed a");
        browser.await(() -> browser.path().contains("sort=-disbursed"));
        browser.type("input[name='q']", "学校", Keys.ENTER);
        browser.await(() -> browser.path().contains("q="));
        assertThat(browser.path()).contains("sort=-disbursed").doesNotContain("status=");
        List<Double> amounts =
                browser.all("tbody .c-disbursed data").stream()
                        .map(e -> Double.valueOf(String.valueOf(e.getAttribute("value"))))
                        .toList();
        assertThat(amounts).isNotEmpty().isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    /** Refused with what would be accepted, then posted once although it was sent twice. */
    @Test
    void aFinanceOfficerPosts() {
        String post = "/funds/taizhou-division1-2022/post?command=disburse&lang=zh";
        browser.signIn(Role.FINANCE_OFFICER).width(1440).go(post);
        browser.type("#project", "TZ22-009");
        browser.type("#amount", "1亿");
        browser.await(() -> !browser.all("#check [data-fill]").isEmpty());
        assertThat(browser.text("#check"))
                .contains("100,000,000.00 元", "壹亿元整", "账本不收", "ALLOCATION_EXCEEDED");
        assertThat(browser.violations()).isEmpty();
        browser.clear("#amount");
        browser.type("#amount", "1.5万");
        browser.await(() -> browser.text("#check").contains("壹万伍仟元整"));
        browser.await(() -> browser.text("#check").contains("可以记"));
        browser.type("#documents-0-number", "2024-99");
        browser.run(
                "const f = document.getElementById('post-form');"
                        + "const twin = new FormData(f);"
                        + "window.twin = fetch(f.action, {method: 'POST', body: new URLSearchParams(twin)});");
        browser.click("#post-form button.primary");
        browser.await(() -> browser.path().contains("/events/"));
        assertThat(browser.text("#content")).contains("已记账", "15,000.00", "拨款审批单", "李敏");
        browser.go("/funds/taizhou-division1-2022/postings?project=TZ22-009&figure=disbursed");
        assertThat(browser.text("#content").split("\\+15,000\\.00", -1)).hasSize(2);
        assertThat(browser.go("/funds/taizhou-division1-2022").text("#nav")).contains("办理");
        browser.signIn(Role.ADMINISTRATOR);
        assertThat(browser.go("/funds/taizhou-division1-2022").text("#nav")).doesNotContain("办理");
    }

    /** What one person may not do alone waits for another, who sees what would change. */
    @Test
    void aReclaimIsAskedForAndApproved() {
        browser.signIn(Role.FINANCE_OFFICER)
                .width(1440)
                .go(
                        "/funds/taizhou-division1-2022/post?command=reclaim&project=TZ22-014"
                                + "&reason=IDLE&decision=2024-3&lang=zh");
        browser.await(() -> browser.text("#check").contains("要另一个人批准"));
        browser.click("#post-form button[name='ask']");
        browser.await(() -> browser.path().startsWith("/approvals/"));
        String request = browser.path();
        assertThat(browser.text("#content")).contains("待批", "撤回");
        assertThat(browser.all("button[value='approve'], button[value='reject']")).isEmpty();
        browser.signIn(Role.FINANCE_APPROVER).go("/approvals");
        assertThat(browser.violations()).isEmpty();
        browser.picture("approvals-zh-1440");
        browser.go(request);
        assertThat(browser.text("#content")).contains("会变成什么", "盘子余额");
        assertThat(browser.violations()).isEmpty();
        browser.picture("approval-zh-1440");
        browser.click("button[value='reject']");
        browser.await(() -> !browser.all(".notice.bad").isEmpty());
        assertThat(browser.text(".notice.bad")).contains("理由");
        browser.click("button[value='approve']");
        browser.await(() -> browser.text("#content").contains("已记账"));
    }

    @Test
    void aStoppedReadSideShowsOnThePage() {
        browser.signIn(Role.AUDITOR).width(1440).go("/?lang=en");
        assertThat(browser.all(".trouble")).isEmpty();
        EventProcessor processor =
                Workbench.bean(EventProcessingConfiguration.class)
                        .eventProcessor("ledger")
                        .orElseThrow();
        processor.shutDown();
        try {
            assertThat(browser.go("/").text(".trouble")).contains("The read side has stopped");
        } finally {
            processor.start();
        }
    }
}
