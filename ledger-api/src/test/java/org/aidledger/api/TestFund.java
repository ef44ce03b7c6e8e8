package org.aidledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.aidledger.api.Api.Answer;

/** A fund of one test, driven over HTTP. */
public record TestFund(Api.Other ledger, String id) {

    /** A fund of the ledger that all tests share. */
    public TestFund(String id) {
        this(Api.shared(), id);
    }

    /** Opens a strict fund of 1000.00 CNY with projects P-1 and P-2 in the plan. */
    public static TestFund open() {
        TestFund fund = opened(Api.shared(), Api.unique("fund"));
        fund.enrol("P-1", "600.00");
        fund.enrol("P-2", "400.00");
        fund.post("issue-plan", "");
        return fund;
    }

    /** Opens a strict fund of 1000.00 CNY, without projects. */
    public static TestFund opened(Api.Other ledger, String id) {
        TestFund fund = new TestFund(ledger, id);
        accepted(ledger.post("/api/v1/funds", fund.opening()));
        return fund;
    }

    /** The body that opens this fund. */
    public String opening() {
        return """
        {"fund":"%s","postingId":"open","effective":"2024-01-01","actor":"王芳",
         "name":"浙江援疆 2024","donor":"浙江省","recipient":"阿克苏地区","fiscalYear":2024,
         "mode":"STRICT","channels":["LOCAL"],"authorised":"1000.00","currency":"CNY"}\
        """
                .formatted(id);
    }

    private void enrol(String project, String planned) {
        post(
                "enrol-project",
                """
                ,"project":"%s","name":"第二小学","category":"教育","place":"温宿县",
                "channel":"LOCAL","kind":"NEW","delivery":"TURNKEY","capital":true,
                "livelihood":true,"grassroots":true,"enterprise":false,
                "planned":"%s","investment":"%s","currency":"CNY"
                """
                        .formatted(project, planned, planned));
        for (String review : new String[] {"COMPLIANCE", "REASONABLENESS", "COMPLETENESS"}) {
            post(
                    "record-review",
                    ",\"project\":\"%s\",\"review\":\"%s\",\"passed\":true"
                            .formatted(project, review));
        }
    }

    /** Posts a command dated 2024-01-02 and expects it to be accepted. */
    public Answer post(String command, String fields) {
        return accepted(tryPost(command, fields));
    }

    /** Posts a command dated 2024-01-02. */
    public Answer tryPost(String command, String fields) {
        return tryPost(command, "2024-01-02", fields);
    }

    public Answer tryPost(String command, String effective, String fields) {
        return tryPost(command, Api.unique("p"), effective, fields);
    }

    private Answer tryPost(String command, String postingId, String effective, String fields) {
        return ledger.post(
                path("/" + command),
                """
                {"postingId":"%s","effective":"%s","actor":"王芳"%s}\
                """
                        .formatted(postingId, effective, fields));
    }

    /** Posts an amount dated 2024-01-02; under the same posting id it is the same request. */
    public Answer tryAmount(String command, String postingId, String amount) {
        return tryPost(command, postingId, "2024-01-02", amount(amount));
    }

    private static String amount(String amount) {
        return ",\"amount\":\"%s\",\"currency\":\"CNY\"".formatted(amount);
    }

    /** A money command for a project. */
    public Answer money(String command, String effective, String project, String amount) {
        return accepted(tryMoney(command, effective, project, amount));
    }

    public Answer tryMoney(String command, String effective, String project, String amount) {
        return tryPost(
                command, effective, ",\"project\":\"%s\"".formatted(project) + amount(amount));
    }

    public Answer receive(String effective, String amount) {
        return accepted(tryPost("receive", effective, amount(amount)));
    }

    public Answer get(String rest) {
        return ledger.get(path(rest));
    }

    public String path(String rest) {
        return "/api/v1/funds/" + id + rest;
    }

    private static Answer accepted(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }
}
