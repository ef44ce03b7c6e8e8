package org.aidledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.aidledger.api.Api.Answer;

/** A fund of one test, driven over HTTP. */
public record TestFund(String id) {

    /** Opens a strict fund of 1000.00 CNY with projects P-1 and P-2 in the plan. */
    public static TestFund open() {
        TestFund fund = new TestFund(Api.unique("fund"));
        fund.openOnly();
        fund.enrol("P-1", "600.00");
        fund.enrol("P-2", "400.00");
        fund.post("issue-plan", "");
        return fund;
    }

    private void openOnly() {
        accepted(Api.post("/api/v1/funds", opening()));
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
        return Api.post(
                path("/" + command),
                """
                {"postingId":"%s","effective":"%s","actor":"王芳"%s}\
                """
                        .formatted(Api.unique("p"), effective, fields));
    }

    /** A money command for a project. */
    public Answer money(String command, String effective, String project, String amount) {
        return accepted(tryMoney(command, effective, project, amount));
    }

    public Answer tryMoney(String command, String effective, String project, String amount) {
        return tryPost(
                command,
                effective,
                ",\"project\":\"%s\",\"amount\":\"%s\",\"currency\":\"CNY\""
                        .formatted(project, amount));
    }

    public Answer receive(String effective, String amount) {
        return accepted(
                tryPost(
                        "receive",
                        effective,
                        ",\"amount\":\"%s\",\"currency\":\"CNY\"".formatted(amount)));
    }

    public Answer get(String rest) {
        return Api.get(path(rest));
    }

    public String path(String rest) {
        return "/api/v1/funds/" + id + rest;
    }

    private static Answer accepted(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }
}
