package org.aidledger.api.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aidledger.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of the pages needs no browser. */
class PagesOverHttpIT {

    private static final long SEED = Long.getLong("ledger.seed", 20240630L);

    @Test
    void strangersAreLedToTheSignInPageAndSeeNothingElse() {
        for (String path : List.of("/", "/funds/zhejiang-aksu-2024", "/password")) {
            HttpResponse<String> answer = Workbench.getAsStranger(path);
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login");
        }
        HttpResponse<String> login = Workbench.getAsStranger("/login");
        assertThat(login.statusCode()).isEqualTo(200);
        assertThat(login.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(login.body()).doesNotContain(" style=\"", "onclick", "<style");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ledger.css", "ledger.js", "sheet.js", "htmx.min.js", "icon.svg"})
    void stylesAndScriptsAreKeptForEver(String name) {
        HttpResponse<String> answer = Workbench.getAsStranger("/assets/" + name);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    }

    /** A long table begins with its first hundred rows; sums and filters count all. */
    @Test
    void aLongTableIsListedAsAWholeOnRequest() {
        String page = "/funds/zhejiang-aksu-2024?sort=-disbursed&asOf=2024-06-30";
        String first = Workbench.get(Role.AUDITOR, page).body();
        String all = Workbench.get(Role.AUDITOR, page + "&rows=all").body();
        int projects =
                JsonPath.read(
                        Workbench.get(
                                        Role.AUDITOR,
                                        "/api/v1/funds/zhejiang-aksu-2024/projects?limit=1000&asOf=2024-06-30")
                                .body(),
                        "$.items.length()");
        assertThat(projects).isGreaterThan(100);
        assertThat(rows(first)).isEqualTo(100);
        assertThat(rows(all)).isEqualTo(projects);
        assertThat(first).contains("id=\"all-rows\"").doesNotContain("id=\"first-rows\"");
        assertThat(all).contains("id=\"first-rows\"").doesNotContain("id=\"all-rows\"");
        assertThat(sums(first)).isEqualTo(sums(all));
        String one = Workbench.get(Role.AUDITOR, page + "&q=" + lastRow(all)).body();
        assertThat(rows(one)).as("found beyond the first hundred").isEqualTo(1);
    }

    private static long rows(String page) {
        return Pattern.compile("<tr>\\s*<th scope=\"row\" class=\"c-name\"><a")
                .matcher(page)
                .results()
                .count();
    }

    private static String sums(String page) {
        return page.substring(page.indexOf("<tfoot"), page.indexOf("</tfoot"));
    }

    private static String lastRow(String page) {
        Matcher id = Pattern.compile("class=\"id\">([^<]+)<").matcher(page);
        return id.results().map(r -> r.group(1)).reduce((_, last) -> last).orElseThrow();
    }

    /** Whatever the point in time, a page says what the HTTP contract says. */
    @Test
    void figuresOnPagesAreThoseOfTheContract() {
        Random random = new Random(SEED);
        for (String fund : List.of("zhejiang-aksu-2024", "wushan-2022", "tacheng-2017")) {
            for (int i = 0; i < 4; i++) {
                int year = Integer.parseInt(fund.substring(fund.length() - 4));
                LocalDate opened = LocalDate.of(year, 1, 20);
                LocalDate asOf = opened.plusDays(random.nextInt(400));
                LocalDate known = asOf.plusDays(random.nextInt(60));
                compare(fund, "asOf=%s&knownAt=%s".formatted(asOf, known));
            }
        }
    }

    private static void compare(String fund, String at) {
        HttpResponse<String> report =
                Workbench.get(Role.AUDITOR, "/api/v1/funds/" + fund + "/report?" + at);
        HttpResponse<String> page =
                Workbench.get(Role.AUDITOR, "/funds/" + fund + "?rows=all&" + at);
        assertThat(page.statusCode()).as(fund + " " + at).isEqualTo(report.statusCode());
        if (report.statusCode() != 200) {
            return;
        }
        String stages = between(page.body(), "<ol class=\"stages\">", "</ol>");
        List<String> shown = values(stages);
        for (String figure :
                List.of("authorised", "received", "remaining", "allocated", "disbursed", "paid")) {
            assertThat(shown)
                    .as("%s of %s %s, seed %d", figure, fund, at, SEED)
                    .contains(JsonPath.<String>read(report.body(), "$.totals." + figure));
        }
        String projects =
                Workbench.get(Role.AUDITOR, "/api/v1/funds/" + fund + "/projects?limit=1000&" + at)
                        .body();
        List<String> expected = new ArrayList<>();
        List<List<String>> columns =
                List.of(
                        JsonPath.read(projects, "$.items[*].planned"),
                        JsonPath.read(projects, "$.items[*].allocated"),
                        JsonPath.read(projects, "$.items[*].disbursed"),
                        JsonPath.read(projects, "$.items[*].paid"));
        for (int row = 0; row < columns.getFirst().size(); row++) {
            for (List<String> column : columns) {
                expected.add(column.get(row));
            }
        }
        String rows = between(page.body(), "id=\"project-table\"", "<tfoot>");
        assertThat(values(between(rows, "<tbody>", "</tbody>")))
                .as("%s %s, seed %d", fund, at, SEED)
                .isEqualTo(expected);
    }

    private static String between(String text, String from, String to) {
        int start = text.indexOf(from);
        if (start < 0) {
            return "";
        }
        int end = text.indexOf(to, start);
        return text.substring(start, end < 0 ? text.length() : end);
    }

    private static List<String> values(String html) {
        List<String> values = new ArrayList<>();
        Matcher data = Pattern.compile("<data value=\"([^\"]*)\"").matcher(html);
        while (data.find()) {
            values.add(data.group(1));
        }
        return values;
    }

    @ParameterizedTest
    @CsvSource({
        "/funds/nowhere, 404, 所看的时点还没有这个资金盘子",
        "/nothing, 404, 没有找到",
        "/?asOf=2024-02-30, 400, 日期要写成 2024-06-30",
        "/funds/zhejiang-aksu-2024?knownAt=soon, 400, 写成 2024-07-05 或",
        "/funds/zhejiang-aksu-2024/events/999999, 404, 没有找到",
        "/funds/zhejiang-aksu-2024/postings?figure=nonsense, 400, 地址里的某个值读不懂",
    })
    void whatIsWrongIsSaidInWords(String path, int status, String words) {
        HttpResponse<String> answer = Workbench.get(Role.AUDITOR, path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("text/html");
        assertThat(answer.body()).contains(words, "回到总览");
    }

    @Test
    void whoMayNotSeeTheBooksIsToldSo() {
        String path = "/funds/zhejiang-aksu-2024/events/" + Figures.anEvent();
        assertThat(Workbench.get(Role.PROGRAMME_OFFICER, path).body())
                .contains("您的角色看不到逐笔账", "审计、主管部门和管理员可以看证明");
        assertThat(Workbench.get(Role.AUDITOR, path).body()).contains("资金池", "已核验");
    }

    /** A breach names its rule in the reader's language, and what was noted as sums are read. */
    @Test
    void aBreachSaysWhichRule() {
        String fund = "/funds/tacheng-2017";
        String list = fund + "/postings?type=fund.breach-noted";
        assertThat(Workbench.get(Role.AUDITOR, list).body())
                .contains("拨付超过已安排", "支付超过已拨付", "没有开工", "公布的数互相矛盾");
        assertThat(Workbench.get(Role.AUDITOR, list + "&lang=en").body())
                .contains("5,020,000.00 CNY is more than", "it first breaks on 12 May 2017")
                .doesNotContain("5020000.00 CNY");
        long first = positions(fund, "fund.breach-noted").getFirst();
        assertThat(Workbench.get(Role.AUDITOR, fund + "/events/" + first).body())
                .contains("<dd>拨付超过已安排</dd>", "5,020,000.00 CNY is more than");
    }

    /** Who was paid is named wherever a sentence says so, for those who may know. */
    @Test
    void aProjectsEventsNameWhoWasPaid() {
        String project = "/funds/zhejiang-aksu-2024/projects/AKS24-001?lang=en";
        assertThat(Workbench.get(Role.AUDITOR, project).body())
                .containsPattern("5,410,000.00 CNY paid for AKS24-001 to [^<]*公司")
                .doesNotContain("to payee-");
    }

    /** Freezing and signing stand between the fund's own events, in the list and step by step. */
    @Test
    void whoGoesThroughAFundMeetsItsBulletins() {
        String fund = "/funds/zhejiang-aksu-2024";
        List<Long> frozen = positions(fund, "snapshot.frozen");
        List<Long> signed = positions(fund, "snapshot.signed");
        assertThat(frozen).hasSizeGreaterThan(signed.size());
        assertThat(Workbench.get(Role.AUDITOR, fund + "/postings?type=snapshot.signed").body())
                .contains("签发通报", "monthly-2024-05", fund + "/events/" + signed.getFirst());
        String page = Workbench.get(Role.AUDITOR, fund + "/events/" + signed.getFirst()).body();
        assertThat(page)
                .contains("签发通报", "href=\"/snapshots/monthly-2024-05", "数据指纹", "省对口支援办")
                .contains("rel=\"prev\" href=\"" + fund + "/events/" + frozen.getFirst());
        String before = Workbench.get(Role.AUDITOR, fund + "/events/" + frozen.getFirst()).body();
        assertThat(before)
                .contains("冻结通报", "月度通报", "拨付率")
                .contains("rel=\"next\" href=\"" + fund + "/events/" + signed.getFirst());
        assertThat(
                        Workbench.get(
                                        Role.AUDITOR,
                                        fund + "/events/" + signed.getFirst() + "?lang=en")
                                .body())
                .contains("Bulletin signed", "Fingerprint of the data");
    }

    private static List<Long> positions(String fund, String type) {
        String trail =
                Workbench.get(Role.AUDITOR, "/api/v1" + fund + "/trail?limit=1000&type=" + type)
                        .body();
        List<Number> positions = JsonPath.read(trail, "$.items[*].position");
        return positions.stream().map(Number::longValue).toList();
    }

    /** A form brings its own posting id, so that whoever sends it twice posts once. */
    @Test
    void aFormSentTwicePostsOnce() {
        HttpResponse<String> opened =
                Workbench.post(
                        Role.FINANCE_APPROVER,
                        "/api/v1/funds",
                        """
                        {"fund":"sent-twice","postingId":"open","effective":"2024-01-01",
                         "name":"n","donor":"d","recipient":"r","fiscalYear":2024,
                         "mode":"STRICT","channels":["LOCAL"],"authorised":"1000.00","currency":"CNY"}
                        """);
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        String page = "/funds/sent-twice/post";
        String form = Visitor.as(Role.FINANCE_OFFICER).get(page + "?command=receive").body();
        Matcher id = Pattern.compile("name=\"postingId\"[^>]*value=\"([^\"]+)\"").matcher(form);
        assertThat(id.find()).as(form).isTrue();
        Map<String, List<String>> typed =
                Map.of(
                        "command", List.of("receive"),
                        "postingId", List.of(id.group(1)),
                        "effective", List.of("2024-02-01"),
                        "amount", List.of("250"));
        for (int sent = 0; sent < 2; sent++) {
            HttpResponse<String> answer =
                    Visitor.as(Role.FINANCE_OFFICER).submit(page + "?command=receive", page, typed);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        }
        assertThat(
                        JsonPath.<String>read(
                                Workbench.get(
                                                Role.AUDITOR,
                                                "/api/v1/funds/sent-twice/report?asOf=2024-12-31")
                                        .body(),
                                "$.totals.received"))
                .isEqualTo("250.00");
    }

    /** A form is nothing to whoever may not post. */
    @Test
    void theFormIsNoWayAroundRights() {
        String path =
                "/funds/taizhou-division1-2022/post?command=disburse&project=TZ22-009&amount=1";
        assertThat(Workbench.get(Role.AUDITOR, path).body()).contains("RIGHT_MISSING");
    }

    @Test
    void hostileTextIsShownAsText() {
        HttpResponse<String> opened =
                Workbench.post(
                        Role.FINANCE_APPROVER,
                        "/api/v1/funds",
                        """
                        {"fund":"hostile","postingId":"open","effective":"2024-01-01",
                         "name":"<script>alert(1)</script>\\"'><img src=x onerror=alert(2)>",
                         "donor":"=cmd|' /C calc'!A0","recipient":"</title><b>阿克苏","fiscalYear":2024,
                         "mode":"STRICT","channels":["LOCAL"],"authorised":"1000.00","currency":"CNY"}
                        """);
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        for (String path :
                List.of("/", "/funds/hostile", "/funds/hostile/postings", "/?trend=yes")) {
            assertThat(Workbench.get(Role.AUDITOR, path).body())
                    .contains("&lt;script&gt;alert(1)")
                    .doesNotContain("<script>alert", "<img src=x", "<b>阿克苏");
        }
    }
}
