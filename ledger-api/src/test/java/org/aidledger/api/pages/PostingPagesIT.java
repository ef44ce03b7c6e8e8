package org.aidledger.api.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.aidledger.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;

/** Forms, approvals, findings and administration in a real browser. */
class PostingPagesIT {

    private static final String FUND = "/funds/taizhou-division1-2022";

    @SuppressWarnings("NullAway.Init")
    private static Browser browser;

    /** SHA-256 of three letters, from FIPS 180-2. */
    private static final String ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private static Role walking = Role.AUDITOR;

    @BeforeAll
    static void open() {
        browser = Browser.open();
        browser.signIn(walking);
    }

    @AfterAll
    static void close() {
        if (Browser.isThere()) {
            browser.close();
        }
    }

    static Stream<Arguments> screens() {
        return Stream.of(
                Arguments.of(Role.AUDITOR, "act-figures", FUND + "/post?command=state-figures"),
                Arguments.of(
                        Role.AUDITOR,
                        "raise",
                        "/findings/raise?fund=taizhou-division1-2022&project=TZ22-009&event=30"),
                Arguments.of(
                        Role.PROGRAMME_OFFICER,
                        "act-adjust",
                        FUND + "/post?command=propose-adjustment"),
                Arguments.of(
                        Role.PROGRAMME_OFFICER, "act-enrol", FUND + "/post?command=enrol-project"),
                Arguments.of(
                        Role.FINANCE_OFFICER, "act-reallocate", FUND + "/post?command=reallocate"),
                Arguments.of(Role.FINANCE_APPROVER, "open-fund", "/post/open-fund"),
                Arguments.of(Role.FINANCE_APPROVER, "policies", FUND + "/policies"),
                Arguments.of(Role.ADMINISTRATOR, "people", "/administration/people"),
                Arguments.of(Role.ADMINISTRATOR, "person", "/administration/people/auditor"),
                Arguments.of(Role.ADMINISTRATOR, "tokens", "/administration/tokens"),
                Arguments.of(Role.ADMINISTRATOR, "reads", "/administration/reads"),
                Arguments.of(Role.ADMINISTRATOR, "system", "/administration/system"),
                Arguments.of(Role.ADMINISTRATOR, "payees", "/administration/payees"),
                Arguments.of(Role.ADMINISTRATOR, "account", "/account"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("screens")
    void everyScreenIsForEverybody(Role role, String name, String path) {
        if (walking != role) {
            browser.signIn(role);
            walking = role;
        }
        browser.screen(name, path);
    }

    private static void as(Role role) {
        browser.signIn(role).width(1440);
        walking = role;
    }

    private static void type(String id, String text) {
        browser.type("#" + id, text);
    }

    private static void date(String id, String day) {
        browser.run("document.getElementById(arguments[0]).value = arguments[1]", id, day);
    }

    /** A project is put forward in plain fields, and lines of an adjustment come with a click. */
    @Test
    void aProgrammeOfficerPlans() {
        as(Role.PROGRAMME_OFFICER);
        browser.go(FUND + "/post?command=enrol-project&lang=zh");
        type("project", "NEW-1");
        type("name", "新建卫生院");
        type("category", "卫生");
        type("planned", "125万");
        type("investment", "2百万");
        browser.await(() -> browser.text("#check").contains("壹佰贰拾伍万元整"));
        assertThat(browser.text("#check")).contains("请填写");
        browser.click("#post-form button.primary");
        browser.await(() -> !browser.all("[aria-invalid]").isEmpty());
        assertThat(browser.attribute("#name", "value")).as("kept").isEqualTo("新建卫生院");
        assertThat(browser.violations()).isEmpty();
        browser.picture("act-mistakes-zh-1440");
        browser.go(FUND + "/post?command=propose-adjustment&lang=en");
        browser.click("button[name='add'][value='changes']");
        browser.await(() -> !browser.all("#changes-1-planned").isEmpty());
    }

    /** What waits is counted, shown with what each would change, and decided at once. */
    @Test
    void anApproverDecidesSeveralTogether() {
        as(Role.FINANCE_OFFICER);
        List<String> projects = withSomethingUnspent();
        assertThat(projects).hasSize(2);
        for (String project : projects) {
            browser.go(
                    FUND
                            + "/post?command=reclaim&reason=IDLE&decision=2024-7&portion=1万&lang=zh"
                            + "&project="
                            + project);
            browser.click("#post-form button[name='ask']");
            browser.await(() -> browser.path().startsWith("/approvals/"));
        }
        assertThat(browser.all("#nav .count")).as("one's own do not wait for oneself").isEmpty();
        as(Role.FINANCE_APPROVER);
        browser.go("/approvals?lang=zh");
        assertThat(Integer.parseInt(browser.text("#nav .count"))).isGreaterThanOrEqualTo(2);
        browser.all("input[name='id']")
                .reversed()
                .subList(0, 2)
                .forEach(box -> box.sendKeys(Keys.SPACE));
        assertThat(browser.violations()).isEmpty();
        browser.picture("inbox-zh-1440");
        browser.click(".bulk button");
        browser.await(() -> browser.path().startsWith("/approvals/selected"));
        assertThat(browser.text("#content")).contains("盘子余额", "→", "李敏");
        assertThat(browser.violations()).isEmpty();
        browser.picture("selected-zh-1440");
        browser.click("button[value='reject']");
        browser.await(() -> !browser.all(".notice.bad").isEmpty());
        assertThat(browser.text(".notice.bad")).contains("理由");
        type("reason", "同意");
        browser.click("button[value='approve']");
        browser.await(() -> browser.text("#content").contains("每一项各自的结果"));
        assertThat(browser.all("td .tag.done")).hasSize(2);
        browser.picture("settled-zh-1440");
    }

    /**
     * Whoever goes back to a form that was refused finds it as it was, and what was asked for once
     * is not put before them to be asked for again.
     */
    @Test
    void whoGoesBackFindsTheFormAndNotWhatWasSent() {
        as(Role.FINANCE_OFFICER);
        String form = FUND + "/post?command=reclaim";
        browser.go(form + "&lang=zh").go(form);
        type("project", "TZ22-044");
        type("portion", "9999万");
        type("reason", "结余");
        type("decision", "2024-44");
        browser.click("#post-form button[name='ask']");
        browser.await(() -> browser.text("#check").contains("账本不收"));
        assertThat(browser.path()).isEqualTo(form);
        browser.go("/approvals");
        browser.driver().navigate().back();
        browser.await(() -> browser.text("#check").contains("账本不收"));
        assertThat(browser.attribute("#decision", "value")).isEqualTo("2024-44");
        browser.clear("#portion");
        type("portion", "1万");
        browser.click("#post-form button[name='ask']");
        browser.await(() -> browser.path().startsWith("/approvals/"));
        assertThat(browser.text("#content")).contains("已提请审批", "10,000.00 CNY");
        browser.driver().navigate().back();
        browser.await(() -> browser.path().equals(form));
        assertThat(browser.attribute("#decision", "value")).as("done with").isEmpty();
        assertThat(browser.go(form).attribute("#decision", "value")).isEmpty();
    }

    /** Two projects that have more than ten thousand left to take back. */
    private static List<String> withSomethingUnspent() {
        String projects =
                Workbench.get(
                                Role.AUDITOR,
                                "/api/v1/funds/taizhou-division1-2022/projects?limit=1000")
                        .body();
        List<Map<String, Object>> items = JsonPath.read(projects, "$.items[*]");
        return items.stream()
                .filter(p -> !Set.of("TZ22-009", "TZ22-014").contains(String.valueOf(p.get("id"))))
                .filter(p ->
                        new BigDecimal(String.valueOf(p.get("allocated")))
                                        .subtract(
                                                new BigDecimal(String.valueOf(p.get("disbursed"))))
                                        .compareTo(new BigDecimal("10000"))
                                > 0)
                .map(p -> String.valueOf(p.get("id")))
                .limit(2)
                .toList();
    }

    /** Raised, assigned, evidenced, and closed by somebody else; each step shows. */
    @Test
    void aFindingIsFollowedToItsEnd() throws IOException {
        as(Role.AUDITOR);
        browser.go(FUND + "/projects/TZ22-009?lang=zh");
        browser.click("a[href^='/findings/raise']");
        browser.await(() -> browser.path().startsWith("/findings/raise"));
        assertThat(browser.attribute("#project", "value")).isEqualTo("TZ22-009");
        browser.clear("#finding");
        type("finding", "F-walk");
        type("type", "滞留闲置");
        browser.clear("#amount");
        type("amount", "3万");
        type("description", "资金闲置超过半年");
        browser.await(() -> browser.text("#echoes").contains("叁万元整"));
        assertThat(browser.text("#echoes")).contains("30,000.00 元");
        type("source", "2024 年审计");
        browser.click("#content button.primary");
        browser.await(() -> browser.path().contains("/findings/F-walk?posted="));
        assertThat(browser.text("#content")).contains("待分派", "30,000.00", "叶明辉");
        as(Role.PROGRAMME_OFFICER);
        browser.go(FUND + "/findings/F-walk?lang=zh");
        browser.click("a[href*='assign-rectification']");
        type("measure", "收回并调剂使用");
        type("responsibleLeader", "徐海燕");
        type("responsibleOffice", "规划计划组");
        date("deadline", "2099-06-30");
        browser.click("#content button.primary");
        browser.await(() -> browser.path().contains("/findings/F-walk?posted="));
        browser.click("a[href*='submit-evidence']");
        type("evidence", "收回凭证已附");
        type("documents-0-type", "收回凭证");
        type("documents-0-number", "SH-9");
        Path voucher = Files.writeString(folder.resolve("收回凭证.txt"), "abc");
        type("documents-0-sha256-file", voucher.toString());
        browser.await(() -> browser.attribute("#documents-0-sha256", "value").equals(ABC));
        browser.click("#content button.primary");
        browser.await(() -> browser.path().contains("/findings/F-walk?posted="));
        assertThat(browser.all("a[href*='close-finding']")).as("not for them").isEmpty();
        as(Role.REGULATOR);
        browser.go(FUND + "/findings/F-walk?lang=zh");
        browser.click("a[href*='close-finding']");
        browser.click("#content button.primary");
        browser.await(() -> !browser.all("[aria-invalid]").isEmpty());
        assertThat(browser.violations()).isEmpty();
        type("conclusion", "已收回,同意销号");
        browser.click("#content button.primary");
        browser.await(() -> browser.path().contains("/findings/F-walk?posted="));
        assertThat(browser.text("#content")).contains("已销号", "收回凭证", "郑海涛", "重新打开");
        assertThat(browser.all(".steps-list > li")).hasSize(4);
        assertThat(browser.violations()).isEmpty();
        browser.picture("finding-zh-1440");
        browser.go(FUND + "/findings");
        assertThat(browser.text(".rates")).contains("1 ÷ 1");
    }

    /** Added by an administrator, somebody signs in and sets a password of their own. */
    @Test
    void anAdministratorAddsSomebodyWhoSignsIn() {
        as(Role.ADMINISTRATOR);
        browser.go("/administration/people?lang=en");
        type("user", "walker");
        type("actor", "Walker (audit)");
        browser.type("input[value='auditor']", Keys.SPACE);
        browser.click("#content button.primary");
        browser.await(() -> !browser.all(".secret").isEmpty());
        String password = browser.text(".secret");
        assertThat(browser.violations()).isEmpty();
        browser.driver().manage().deleteAllCookies();
        browser.go("/login?lang=en");
        type("username", "walker");
        type("password", password);
        browser.click("button.primary");
        browser.await(() -> browser.path().startsWith("/password"));
        type("current", password);
        type("password", "a much longer walk");
        type("again", "a much longer walk");
        browser.click("button.primary");
        browser.await(() -> !browser.path().startsWith("/password"));
        assertThat(browser.text(".me")).isEqualTo("Walker (audit)");
        browser.go("/account");
        assertThat(browser.text("#content")).contains("Auditor");
        walking = Role.FINANCE_OFFICER;
        as(Role.AUDITOR);
    }
}
