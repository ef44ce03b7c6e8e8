package org.aidledger.api.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aidledger.access.Permits;
import org.aidledger.access.Role;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.CommandNames;
import org.aidledger.api.pages.form.FilledIn;
import org.aidledger.finding.FindingCommand;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Forms of all commands over HTTP, beside the contract. */
class FormsIT {

    private static final CommandBinding BINDING = new CommandBinding();
    private static final String HOSTILE = "<script>alert(7)</script>\"'>";

    private static Set<Role> roles(String command) {
        return Permits.of(
                BINDING.fundCommand(
                        command, BINDING.example(CommandNames.fundCommand(command).orElseThrow())));
    }

    private static String open(String fund) {
        HttpResponse<String> opened =
                Workbench.post(
                        Role.FINANCE_APPROVER,
                        "/api/v1/funds",
                        """
                        {"fund":"%s","postingId":"open","effective":"2024-01-01","name":"twin",
                         "donor":"d","recipient":"r","fiscalYear":2024,"mode":"STRICT",
                         "channels":["LOCAL","BINGTUAN"],"authorised":"9000000.00","currency":"CNY"}
                        """
                                .formatted(fund));
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        return fund;
    }

    /**
     * Whatever a form sends becomes what the same command over HTTP becomes: taken, or refused for
     * the same reason; and who may not send it does not even see the form.
     */
    @Test
    void everyFormDoesWhatTheContractDoes() {
        String contract = open("twin-contract");
        String form = open("twin-form");
        for (String command : CommandNames.ofFunds().keySet()) {
            if (command.equals("open-fund")) {
                continue;
            }
            Class<?> type = CommandNames.fundCommand(command).orElseThrow();
            Role role = EnumSet.copyOf(roles(command)).iterator().next();
            ObjectNode fields = BINDING.example(type);
            fields.remove(List.of("actor", "approvedBy", "fund"));
            fields.put("postingId", "same-" + command);
            HttpResponse<String> said =
                    Workbench.post(
                            role,
                            "/api/v1/funds/%s/%s".formatted(contract, command),
                            fields.toString());
            Map<String, List<String>> typed = FilledIn.named(type);
            typed.put("postingId", List.of("same-" + command));
            String page = "/funds/%s/post".formatted(form);
            HttpResponse<String> sent =
                    Visitor.as(role).submit(page + "?command=" + command, page, typed);
            if (said.statusCode() == 201) {
                assertThat(sent.statusCode()).as("%s: %s", command, sent.body()).isEqualTo(302);
                assertThat(sent.headers().firstValue("Location").orElse(""))
                        .contains("/funds/twin-form/events/", "posted=" + command);
            } else {
                Matcher code = Pattern.compile("\"code\":\"([A-Z_]+)\"").matcher(said.body());
                assertThat(code.find()).as("%s: %s", command, said.body()).isTrue();
                assertThat(sent.statusCode()).as("%s: %s", command, said.body()).isEqualTo(422);
                assertThat(sent.body())
                        .as(command)
                        .contains("<code>" + code.group(1) + "</code>", "value=\"same-" + command);
            }
            for (Role other : EnumSet.complementOf(EnumSet.copyOf(roles(command)))) {
                assertThat(Visitor.as(other).get(page + "?command=" + command).statusCode())
                        .as("%s for %s", command, other)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void aFundIsOpenedFromAForm() {
        Map<String, List<String>> typed =
                FilledIn.of(CommandNames.fundCommand("open-fund").orElseThrow());
        typed.put("fund", List.of("opened-by-form"));
        typed.put("authorised", List.of("342万"));
        typed.put("postingId", List.of("opening"));
        String page = "/post/open-fund";
        HttpResponse<String> sent = Visitor.as(Role.ADMINISTRATOR).submit(page, page, typed);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        assertThat(Workbench.get(Role.AUDITOR, "/funds/opened-by-form").body())
                .contains("3420000.00");
        assertThat(Visitor.as(Role.AUDITOR).get(page).statusCode()).isEqualTo(403);
        typed.put("postingId", List.of("again"));
        HttpResponse<String> again = Visitor.as(Role.ADMINISTRATOR).submit(page, page, typed);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("FUND_ALREADY_OPEN", "已经开立", "342万");
    }

    private static final String TAIZHOU = "taizhou-division1-2022";
    private static final String POST = "/funds/" + TAIZHOU + "/post";
    private static final String PROJECT = "TZ22-040";

    private static HttpResponse<String> send(String action, Map<String, String> fields) {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        typed.put("project", List.of(PROJECT));
        typed.put("effective", List.of("2026-01-05"));
        fields.forEach((name, value) -> typed.put(name, List.of(value)));
        return Visitor.as(Role.FINANCE_OFFICER).submit(POST, action, typed);
    }

    /** What is asked for as a whole says how much that is now, wherever it is decided about. */
    @Test
    void theWholeOfABalanceIsShownAsItWouldBeNow() {
        String project =
                Workbench.get(Role.AUDITOR, "/api/v1/funds/" + TAIZHOU + "/projects?limit=1000")
                        .body();
        Map<String, String> of =
                JsonPath.<List<Map<String, String>>>read(
                                project, "$.items[?(@.id == '" + PROJECT + "')]")
                        .getFirst();
        String unspent =
                new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT))
                        .format(
                                new BigDecimal(String.valueOf(of.get("allocated")))
                                        .subtract(
                                                new BigDecimal(
                                                        String.valueOf(of.get("disbursed")))));
        String asked =
                send(
                                POST,
                                Map.of(
                                        "command", "reclaim",
                                        "postingId", "whole-1",
                                        "reason", "IDLE",
                                        "decision", "2024-8",
                                        "ask", "yes"))
                        .headers()
                        .firstValue("Location")
                        .orElse("");
        assertThat(asked).contains("/approvals/").endsWith("?asked");
        String page = asked.substring(asked.indexOf("/approvals/"), asked.indexOf('?'));
        String id = page.substring(page.lastIndexOf('/') + 1);
        assertThat(Visitor.as(Role.FINANCE_OFFICER).get(page + "?asked").body())
                .as("the draft is done with")
                .contains("已提请审批", "data-posted=\"" + TAIZHOU + ".reclaim\"");
        assertThat(Visitor.as(Role.FINANCE_APPROVER).get(page + "?asked").body())
                .doesNotContain("已提请审批");
        for (String shown : List.of(page, "/approvals", "/approvals/selected?ids=" + id)) {
            assertThat(Visitor.as(Role.FINANCE_APPROVER).get(shown).body())
                    .as(shown)
                    .contains(unspent + " CNY", "全部未拨余额,按现在算");
        }
        assertThat(Visitor.as(Role.FINANCE_APPROVER).get(page + "?lang=en").body())
                .contains(unspent + " CNY", "all that is unspent, as it is now");
        assertThat(
                        JsonPath.<Map<String, Object>>read(
                                Workbench.get(Role.AUDITOR, "/api/v1" + page).body(), "$"))
                .as("the request itself names none")
                .containsKey("expected")
                .doesNotContainKey("amount");
        Visitor.as(Role.FINANCE_OFFICER)
                .submit(
                        page,
                        page,
                        Map.of(
                                "decision", List.of("withdraw"),
                                "postingId", List.of("whole-2"),
                                "reason", List.of("试")));
        assertThat(Visitor.as(Role.FINANCE_APPROVER).get(page).body())
                .contains("已撤回", "全部未拨余额")
                .doesNotContain("按现在算");
    }

    /** A refusal writes amounts and dates as the reader reads them elsewhere. */
    @Test
    void aRefusalIsWrittenForItsReader() {
        Map<String, String> tooMuch =
                Map.of("command", "disburse", "postingId", "much-1", "amount", "9999万");
        HttpResponse<String> english = send(POST + "?lang=en", tooMuch);
        assertThat(english.statusCode()).isEqualTo(422);
        assertThat(english.body())
                .contains("99,990,000.00 CNY is more than", "it first breaks on 5 January 2026")
                .doesNotContain("99990000.00 CNY")
                .containsPattern("data-fill=\"[0-9,]*,[0-9]{3}\\.[0-9]{2}\"")
                .contains("data-again=\"" + POST + "?command=disburse\"");
        HttpResponse<String> chinese = send(POST, tooMuch);
        assertThat(chinese.body())
                .contains("99,990,000.00 超过")
                .containsPattern("填入 [0-9,]*,[0-9]{3}\\.[0-9]{2}<");
        assertThat(
                        send(
                                        POST + "?lang=en",
                                        Map.of(
                                                "command", "reclaim",
                                                "postingId", "alone-1",
                                                "reason", "IDLE",
                                                "decision", "2024-8"))
                                .body())
                .contains("APPROVAL_MISSING", "press “Ask for approval”")
                .doesNotContain("Prefer:");
    }

    @Test
    void whatIsTypedIsCheckedBeforeItIsSent() {
        assertThat(send(POST + "/check", Map.of("command", "disburse", "amount", "12.345")).body())
                .contains("小数位太多;最多 2 位");
        assertThat(
                        send(
                                        POST + "/check",
                                        Map.of(
                                                "command", "disburse",
                                                "postingId", "later-1",
                                                "amount", "1万",
                                                "effective", "2099-01-01"))
                                .body())
                .contains("可以记", "到 2099年1月1日 才计入");
    }

    /** Whatever is wrong with a form is said in the reader's language, and what was typed stays. */
    @Test
    void mistakesAreSaidInChinese() {
        Map<String, String> bulletin =
                Map.of(
                        "snapshot", "mistaken-1",
                        "kind", "MONTHLY_BULLETIN",
                        "title", "试",
                        "day", "2024-06-30",
                        "known", "2024-07-05",
                        "rankedBy", "DISBURSEMENT_RATE",
                        "postingId", "mistaken-1");
        for (Map.Entry<String, String> wrong :
                Map.of(
                                "day", "昨天",
                                "known", "soon",
                                "snapshot", "月 报",
                                "title", " ")
                        .entrySet()) {
            said(Role.REGULATOR, "/snapshots/new", "/snapshots", bulletin, wrong);
        }
        said(
                Role.REGULATOR,
                "/snapshots/new",
                "/snapshots",
                bulletin,
                Map.entry("snapshot", "monthly-2024-05"));
        String draw = "/funds/zhejiang-aksu-2024/samples/draw";
        Map<String, String> sample =
                Map.of(
                        "sample", "S-mistaken",
                        "population", "PAYMENTS",
                        "method", "random",
                        "size", "5",
                        "postingId", "mistaken-2");
        said(Role.AUDITOR, draw, draw, sample, Map.entry("size", "0"));
        said(Role.AUDITOR, draw, draw, sample, Map.entry("sample", "样 本"));
    }

    private static void said(
            Role role,
            String page,
            String action,
            Map<String, String> fields,
            Map.Entry<String, String> wrong) {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        fields.forEach((name, value) -> typed.put(name, List.of(value)));
        typed.put(wrong.getKey(), List.of(wrong.getValue()));
        HttpResponse<String> answer = Visitor.as(role).submit(page, action, typed);
        assertThat(answer.statusCode()).as("%s", wrong).isEqualTo(422);
        Matcher notice =
                Pattern.compile("role=\"alert\">(.*?)</p>", Pattern.DOTALL).matcher(answer.body());
        assertThat(notice.find()).as("%s: %s", wrong, answer.body()).isTrue();
        assertThat(notice.group(1)).as("%s", wrong).doesNotContainPattern("[a-z]{3,} [a-z]{2,}");
        assertThat(answer.body())
                .as("%s stands as it was, at an address that opens the form", wrong)
                .contains("value=\"" + wrong.getValue().strip() + "\"", "data-again=\"" + page);
    }

    /** What was typed about one finding is kept for that one, until it is sent. */
    @Test
    void aDraftIsOfOneFinding() {
        Map<String, List<String>> typed = FilledIn.of(FindingCommand.RaiseFinding.class);
        typed.put("fund", List.of(TAIZHOU));
        typed.put("project", List.of(PROJECT));
        typed.put("finding", List.of("F-draft"));
        typed.put("postingId", List.of("raise-draft"));
        HttpResponse<String> raised =
                Visitor.as(Role.AUDITOR)
                        .submit("/findings/raise?fund=" + TAIZHOU, "/findings/raise", typed);
        String page = "/funds/" + TAIZHOU + "/findings/F-draft";
        assertThat(raised.headers().firstValue("Location").orElse(raised.body()))
                .endsWith(page + "?posted=raise-finding");
        assertThat(Visitor.as(Role.AUDITOR).get(page + "?posted=raise-finding").body())
                .contains("data-posted=\"" + TAIZHOU + ".raise-finding\"");
        assertThat(Visitor.as(Role.PROGRAMME_OFFICER).get(page + "/assign-rectification").body())
                .contains("data-draft=\"" + TAIZHOU + ".F-draft.assign-rectification\"");
        assertThat(
                        Visitor.as(Role.PROGRAMME_OFFICER)
                                .get(page + "?posted=assign-rectification")
                                .body())
                .contains("data-posted=\"" + TAIZHOU + ".F-draft.assign-rectification\"");
    }

    @Test
    void rowsAreAddedAndTakenAwayWithoutAScript() {
        String page = "/funds/" + open("rowed") + "/post";
        Map<String, List<String>> typed = new LinkedHashMap<>();
        typed.put("command", List.of("propose-adjustment"));
        typed.put("changes.rows", List.of("1"));
        typed.put("changes[0].project", List.of("P-1"));
        typed.put("reason", List.of(HOSTILE));
        typed.put("add", List.of("changes"));
        HttpResponse<String> more =
                Visitor.as(Role.PROGRAMME_OFFICER)
                        .submit(page + "?command=propose-adjustment", page + "/rows", typed);
        assertThat(more.statusCode()).isEqualTo(200);
        assertThat(more.body())
                .contains("name=\"changes[1].planned\"", "autofocus", "&lt;script&gt;alert(7)")
                .doesNotContain("<script>alert(7)");
    }

    @Test
    void noFormIsTakenFromElsewhere() {
        for (String action :
                List.of(
                        "/funds/zhejiang-aksu-2024/post",
                        "/post/open-fund",
                        "/findings/raise",
                        "/approvals/selected",
                        "/administration/people",
                        "/administration/system/rebuild",
                        "/account/tokens")) {
            HttpResponse<String> forged = Visitor.as(Role.FINANCE_APPROVER).forge(action);
            assertThat(forged.statusCode()).as(action).isEqualTo(403);
            assertThat(forged.body()).as(action).contains("什么也没有记下");
        }
    }

    /** Every page of the administration, for who may see it and for everybody else. */
    @Test
    void administrationIsForAdministrators() {
        for (String page : List.of("people", "tokens", "reads", "system", "payees")) {
            for (Role role : Role.values()) {
                HttpResponse<String> answer =
                        Visitor.as(role).get("/administration/" + page + "?lang=zh");
                assertThat(answer.statusCode())
                        .as("%s for %s: %s", page, role, answer.body())
                        .isEqualTo(role == Role.ADMINISTRATOR ? 200 : 403);
                assertThat(answer.body()).doesNotContain("??");
            }
        }
        for (Role role : Role.values()) {
            assertThat(Visitor.as(role).get("/account").statusCode()).isEqualTo(200);
            assertThat(Visitor.as(role).get("/funds/zhejiang-aksu-2024/policies").statusCode())
                    .isEqualTo(200);
            assertThat(Visitor.as(role).get("/funds/zhejiang-aksu-2024/reads").statusCode())
                    .as("reads for " + role)
                    .isEqualTo(
                            role == Role.FINANCE_APPROVER || role == Role.ADMINISTRATOR
                                    ? 200
                                    : 403);
            assertThat(Visitor.as(role).get("/findings/raise").statusCode())
                    .as("raise for " + role)
                    .isEqualTo(role == Role.AUDITOR || role == Role.REGULATOR ? 200 : 403);
        }
    }

    @Test
    void aTokenAndAPasswordAreShownOnce() {
        Visitor administrator = Visitor.as(Role.ADMINISTRATOR);
        HttpResponse<String> added =
                administrator.submit(
                        "/administration/people",
                        "/administration/people",
                        Map.of(
                                "user", List.of("formed"),
                                "actor", List.of(HOSTILE),
                                "roles", List.of("auditor", "regulator"),
                                "scope", List.of("ZJ/QZ, fund:zhejiang-*")));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(200);
        assertThat(added.body()).contains("class=\"secret\"", "&lt;script&gt;alert(7)");
        HttpResponse<String> person = administrator.get("/administration/people/formed");
        assertThat(person.body())
                .contains("ZJ/QZ, fund:zhejiang-*")
                .doesNotContain("class=\"secret\"", "<script>alert(7)");
        HttpResponse<String> twice =
                administrator.submit(
                        "/administration/people",
                        "/administration/people",
                        Map.of("user", List.of("formed"), "roles", List.of("auditor")));
        assertThat(twice.statusCode()).isEqualTo(422);
        assertThat(twice.body()).contains("已经有这个账号", "value=\"formed\"");
        HttpResponse<String> locked =
                administrator.submit(
                        "/administration/people/formed",
                        "/administration/people/formed/lock",
                        Map.of());
        assertThat(locked.statusCode()).isEqualTo(302);
        assertThat(administrator.get("/administration/people/formed").body()).contains("解锁");
        HttpResponse<String> made =
                Visitor.as(Role.AUDITOR)
                        .submit(
                                "/account",
                                "/account/tokens",
                                Map.of("note", List.of("nightly"), "days", List.of("3")));
        Matcher secret = Pattern.compile("class=\"secret\">([^<]+)<").matcher(made.body());
        assertThat(secret.find()).as(made.body()).isTrue();
        Visitor program = new Visitor(secret.group(1));
        assertThat(program.get("/account").body()).contains("nightly");
        Matcher id =
                Pattern.compile("action=\"(/account/tokens/[^/]+/revoke)\"").matcher(made.body());
        assertThat(id.find()).isTrue();
        assertThat(Visitor.as(Role.AUDITOR).submit("/account", id.group(1), Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(
                        Visitor.as(Role.AUDITOR)
                                .submit(
                                        "/account",
                                        "/account/tokens",
                                        Map.of("days", List.of("9999")))
                                .body())
                .contains("天数要在 1 到 366 之间");
    }
}
