package org.aidledger.faults.load;

import static org.aidledger.faults.load.Draft.quoted;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.faults.world.LedgerHttp;

/** What has to be there before clients can work: an account, its tokens, and funds with money. */
public final class Opening {

    /** The one project of each fund. */
    static final String PROJECT = "P";

    static final String CURRENCY = "CNY";

    private static final String MUCH = "900000000.00";
    private static final String LESS = "500000000.00";
    private static final String SOME = "900000.00";
    private static final String EFFECTIVE = "2024-01-01";

    private static final String ACCOUNTANT =
            """
            {"user":"clients","roles":["finance-officer","finance-approver","programme-officer"],
             "scope":["*"],"recordsForOthers":true}\
            """;

    private static final String AUDITOR =
            """
            {"user":"inspector","roles":["auditor"],"scope":["*"]}\
            """;

    private Opening() {}

    /**
     * Makes an account.
     *
     * @param administrator who may
     * @return a token for it
     */
    private static String token(LedgerHttp administrator, String user, String account)
            throws IOException, InterruptedException {
        require(201, administrator.post("/api/v1/accounts", Asked.JSON, account));
        String wanted = "{\"user\":" + quoted(user) + ",\"days\":366}";
        LedgerHttp.Answer made = administrator.post("/api/v1/tokens", Asked.JSON, wanted);
        require(201, made);
        return made.json().at("/token").asString();
    }

    /** A token for those who post. */
    public static String clientsToken(LedgerHttp administrator)
            throws IOException, InterruptedException {
        return token(administrator, "clients", ACCOUNTANT);
    }

    /** A token for who looks. */
    public static String inspectorsToken(LedgerHttp administrator)
            throws IOException, InterruptedException {
        return token(administrator, "inspector", AUDITOR);
    }

    private static void require(int status, LedgerHttp.Answer answer) {
        if (answer.status() != status) {
            throw new IllegalStateException("the ledger cannot be opened: " + answer);
        }
    }

    /** Opens a fund with one project and money for it, and the like of any posting to come. */
    public static void fund(Sender sender, String fund) throws InterruptedException {
        for (Draft draft : drafts(fund)) {
            if (!sender.post(draft)) {
                throw new IllegalStateException("the fund cannot be opened: " + draft);
            }
        }
    }

    private static List<Draft> drafts(String fund) {
        return List.of(
                draft("open-fund", "fund.opened", fund, opening(fund)),
                draft("enrol-project", "fund.project-enrolled", fund, enrolment()),
                review(fund, "COMPLIANCE"),
                review(fund, "REASONABLENESS"),
                review(fund, "COMPLETENESS"),
                draft("issue-plan", "fund.plan-issued", fund, Map.of()),
                draft("receive", "fund.funds-received", fund, amount(MUCH)),
                draft("allocate", "fund.funds-allocated", fund, projected(amount(LESS))),
                draft("disburse", "fund.funds-disbursed", fund, projected(amount(SOME))));
    }

    private static Draft draft(
            String command, String event, String fund, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("effective", quoted(EFFECTIVE));
        all.put("actor", quoted("opening"));
        return new Draft(command, event, fund, command, all);
    }

    private static Draft review(String fund, String review) {
        Draft draft =
                draft(
                        "record-review",
                        "fund.review-recorded",
                        fund,
                        Map.of(
                                "project", quoted(PROJECT),
                                "review", quoted(review),
                                "passed", "true"));
        return new Draft(draft.command(), draft.event(), fund, review, draft.fields());
    }

    private static Map<String, String> opening(String fund) {
        return Map.ofEntries(
                Map.entry("name", quoted(fund)),
                Map.entry("donor", quoted("D")),
                Map.entry("recipient", quoted("R")),
                Map.entry("fiscalYear", "2024"),
                Map.entry("mode", quoted("STRICT")),
                Map.entry("scale", "2"),
                Map.entry("channels", "[\"LOCAL\"]"),
                Map.entry("authorised", quoted(MUCH)),
                Map.entry("currency", quoted(CURRENCY)));
    }

    private static Map<String, String> enrolment() {
        return Map.ofEntries(
                Map.entry("project", quoted(PROJECT)),
                Map.entry("name", quoted("Road")),
                Map.entry("category", quoted("c")),
                Map.entry("place", quoted("p")),
                Map.entry("channel", quoted("LOCAL")),
                Map.entry("kind", quoted("NEW")),
                Map.entry("delivery", quoted("CHEQUE")),
                Map.entry("capital", "false"),
                Map.entry("livelihood", "true"),
                Map.entry("grassroots", "false"),
                Map.entry("enterprise", "false"),
                Map.entry("planned", quoted(MUCH)),
                Map.entry("investment", quoted(MUCH)),
                Map.entry("currency", quoted(CURRENCY)));
    }

    private static Map<String, String> amount(String amount) {
        return Map.of("amount", quoted(amount), "currency", quoted(CURRENCY));
    }

    private static Map<String, String> projected(Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("project", quoted(PROJECT));
        return all;
    }

    /** A posting by which the harness sees whether the ledger takes any. */
    public static Draft probe(String fund, int number) {
        Map<String, String> fields = new LinkedHashMap<>(amount("1.00"));
        fields.put("effective", quoted("2024-12-31"));
        fields.put("actor", quoted("probe"));
        return new Draft("receive", "fund.funds-received", fund, "probe-" + number, fields);
    }
}
