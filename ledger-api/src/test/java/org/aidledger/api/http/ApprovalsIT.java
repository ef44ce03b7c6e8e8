package org.aidledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.api.Api;
import org.aidledger.api.Api.Answer;
import org.aidledger.api.TestFund;
import org.aidledger.api.access.CurrentCaller;
import org.aidledger.api.command.CommandSink;
import org.aidledger.approval.ApprovalCommand.Approve;
import org.aidledger.approval.ApprovalId;
import org.aidledger.embedded.Eventually;
import org.aidledger.event.Outcome;
import org.aidledger.event.Voucher;
import org.junit.jupiter.api.Test;

/** Four eyes from the request to the balance. */
class ApprovalsIT {

    private static final String ASK = "request-approval";

    /** 500.00 received and allocated to P-1; disbursements from 100.00 on need four eyes. */
    private static TestFund fund() {
        TestFund fund = TestFund.open();
        fund.receive("2024-01-03", "500.00");
        fund.money("allocate", "2024-01-03", "P-1", "500.00");
        fund.post(
                "set-policy",
                ",\"item\":\"FOUR_EYES_FROM\",\"value\":\"100\",\"approvedBy\":[\"李强\"]");
        return fund;
    }

    private static Answer disburse(TestFund fund, String id, String amount, String... headers) {
        return Api.post(
                fund.path("/disburse"),
                """
                {"postingId":"%s","effective":"2024-02-01","actor":"王芳","project":"P-1",
                 "amount":"%s","currency":"CNY"}\
                """
                        .formatted(id, amount),
                headers);
    }

    private static String asked(TestFund fund, String id, String amount) {
        Answer answer = disburse(fund, id, amount, "Prefer", ASK);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.at("/approval");
    }

    private static Answer decide(String approval, String decision, String id, String actor) {
        return decide(approval, decision, id, actor, "");
    }

    private static Answer decide(
            String approval, String decision, String id, String actor, String more) {
        return Api.post(
                "/api/v1/approvals/" + approval + "/" + decision,
                "{\"postingId\":\"%s\",\"effective\":\"2024-02-02\",\"actor\":\"%s\"%s}"
                        .formatted(id, actor, more));
    }

    private static Answer show(String approval) {
        return Api.get("/api/v1/approvals/" + approval);
    }

    private static String disbursed(TestFund fund) {
        return fund.get("/report?asOf=2024-12-31").at("/totals/disbursed");
    }

    @Test
    void aDisbursementWaitsForASecondPersonAndThenBearsBothNames() {
        TestFund fund = fund();
        Answer alone = disburse(fund, "d-1", "100.00");
        assertThat(alone.status()).isEqualTo(409);
        assertThat(alone.at("/code")).isEqualTo("APPROVAL_MISSING");
        assertThat(alone.at("/detail")).contains("Prefer: request-approval");

        Answer asked = disburse(fund, "d-1", "100.00", "Prefer", "wait=2, " + ASK);
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        String approval = asked.at("/approval");
        assertThat(asked.header("location")).isEqualTo("/api/v1/approvals/" + approval);
        assertThat(asked.at("/status")).isEqualTo("PENDING");
        assertThat(asked.at("/visible")).isEqualTo("true");
        assertThat(disbursed(fund)).isEqualTo("0.00");

        Answer inbox = Api.get("/api/v1/approvals?status=PENDING&fund=" + fund.id());
        assertThat(inbox.at("/items/0/approval")).isEqualTo(approval);
        assertThat(inbox.at("/items/0/subject")).isEqualTo("disburse");
        assertThat(inbox.at("/items/0/amount")).isEqualTo("100.00");
        assertThat(inbox.at("/items/0/requestedBy")).isEqualTo("王芳");
        assertThat(inbox.at("/items/0/next")).isEqualTo("APPROVER");

        Answer detail = show(approval);
        assertThat(detail.at("/command/command")).isEqualTo("disburse");
        assertThat(detail.at("/command/amount")).isEqualTo("100.00");
        assertThat(detail.at("/command/postingId")).isEqualTo("d-1");
        assertThat(detail.at("/expected/possible")).isEqualTo("true");
        assertThat(detail.json().at("/expected/accounts").toString())
                .contains(
                        "{\"account\":\"CASH:HELD:P-1\",\"before\":\"0.00\",\"after\":\"100.00\"}",
                        "{\"account\":\"CASH:POOL\",\"before\":\"500.00\",\"after\":\"400.00\"}");

        Answer own = decide(approval, "approve", "a-1", "王芳");
        assertThat(own.status()).isEqualTo(409);
        assertThat(own.at("/code")).isEqualTo("OWN_REQUEST");

        Answer approved = decide(approval, "approve", "a-1", "李强");
        assertThat(approved.status()).as(approved.body()).isEqualTo(201);
        assertThat(approved.at("/status")).isEqualTo("EXECUTED");
        assertThat(disbursed(fund)).isEqualTo("100.00");
        Answer trail = fund.get("/trail?asOf=2024-12-31");
        assertThat(
                        trail.json()
                                .at("/items")
                                .valueStream()
                                .filter(e -> e.at("/postingId").asString().equals("d-1"))
                                .map(e ->
                                        e.at("/type").asString()
                                                + e.at("/actor").asString()
                                                + e.at("/approvedBy")))
                .contains("approval.requested王芳[]", "fund.funds-disbursed王芳[\"李强\"]");
        assertThat(show(approval).at("/signatures/0/by")).isEqualTo("李强");
        assertThat(fund.get("/replay").status()).isEqualTo(200);
    }

    @Test
    void everythingTwiceIsOnce() {
        TestFund fund = fund();
        String approval = asked(fund, "d-1", "100.00");
        Answer again = disburse(fund, "d-1", "100.00", "Prefer", ASK);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.at("/approval")).isEqualTo(approval);
        assertThat(again.at("/repeated")).isEqualTo("true");
        Answer other = disburse(fund, "d-1", "101.00", "Prefer", ASK);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.at("/code")).isEqualTo("POSTING_ID_REUSED");
        assertThat(other.json().at("/fields").toString()).isEqualTo("[\"amount\"]");

        decide(approval, "approve", "a-1", "李强");
        Answer twice = decide(approval, "approve", "a-1", "李强");
        assertThat(twice.status()).isEqualTo(200);
        assertThat(twice.at("/status")).isEqualTo("EXECUTED");
        assertThat(decide(approval, "approve", "a-2", "赵敏").at("/code"))
                .isEqualTo("APPROVAL_SETTLED");
        Answer late = disburse(fund, "d-1", "100.00", "Prefer", ASK);
        assertThat(late.status()).isEqualTo(202);
        assertThat(late.at("/status")).isEqualTo("EXECUTED");
        assertThat(disbursed(fund)).isEqualTo("100.00");
    }

    @Test
    void whatIsNoLongerPossibleIsRefusedAndTheReasonKept() {
        TestFund fund = fund();
        String first = asked(fund, "d-1", "300.00");
        String second = asked(fund, "d-2", "300.00");
        assertThat(decide(first, "approve", "a-1", "李强").at("/status")).isEqualTo("EXECUTED");
        Answer foreseen = show(second);
        assertThat(foreseen.at("/expected/possible")).isEqualTo("false");
        assertThat(foreseen.at("/expected/refusal/code")).isEqualTo("ALLOCATION_EXCEEDED");

        Answer approved = decide(second, "approve", "a-2", "李强");

        assertThat(approved.at("/status")).as(approved.body()).isEqualTo("FAILED");
        assertThat(approved.at("/refusal/code")).isEqualTo("ALLOCATION_EXCEEDED");
        assertThat(show(second).at("/status")).isEqualTo("FAILED");
        assertThat(show(second).at("/refusal")).isEqualTo("ALLOCATION_EXCEEDED");
        assertThat(show(second).at("/reason")).contains("200.00 CNY would be accepted");
        assertThat(disbursed(fund)).isEqualTo("300.00");
    }

    @Test
    void aRequestIsRejectedWithAReasonOrWithdrawnByWhoMadeIt() {
        TestFund fund = fund();
        String first = asked(fund, "d-1", "300.00");
        assertThat(decide(first, "reject", "r", "李强").at("/code")).isEqualTo("MISSING_FIELD");
        Answer rejected = decide(first, "reject", "r", "李强", ",\"reason\":\"合同未备案\"");
        assertThat(rejected.at("/status")).isEqualTo("REJECTED");
        assertThat(show(first).at("/reason")).isEqualTo("合同未备案");

        String second = asked(fund, "d-2", "300.00");
        assertThat(decide(second, "withdraw", "w", "李强").at("/code")).isEqualTo("NOT_REQUESTER");
        assertThat(decide(second, "withdraw", "w", "王芳").at("/status")).isEqualTo("WITHDRAWN");
        assertThat(decide(second, "approve", "a", "李强").at("/code")).isEqualTo("APPROVAL_SETTLED");
        assertThat(disbursed(fund)).isEqualTo("0.00");
        assertThat(Api.get("/api/v1/approvals?format=csv&fund=" + fund.id()).lines())
                .hasSize(3)
                .anyMatch(line -> line.contains(second + "," + fund.id() + ",COMMAND,disburse"));
    }

    @Test
    void nobodyIsAskedForWhatNeedsNoApprovalOrIsRefusedAnyway() {
        TestFund fund = fund();
        Answer small = disburse(fund, "d-1", "99.99", "Prefer", ASK);
        assertThat(small.status()).isEqualTo(201);
        Answer tooMuch = disburse(fund, "d-2", "500.00", "Prefer", ASK);
        assertThat(tooMuch.status()).isEqualTo(409);
        assertThat(tooMuch.at("/code")).isEqualTo("ALLOCATION_EXCEEDED");
        assertThat(Api.get("/api/v1/approvals?fund=" + fund.id()).json().at("/items")).isEmpty();
        assertThat(show("0".repeat(24)).at("/code")).isEqualTo("APPROVAL_UNKNOWN");
        assertThat(show("0".repeat(24)).status()).isEqualTo(404);
        assertThat(decide("0".repeat(24), "approve", "a", "李强").status()).isEqualTo(404);
        assertThat(show("nonsense").status()).isEqualTo(400);
    }

    @Test
    void theInboxOfAnEarlierInstantIsAsItWasAndGoesPageByPage() {
        TestFund fund = fund();
        String first = asked(fund, "d-1", "100.00");
        String second = asked(fund, "d-2", "100.00");
        String between = show(second).at("/requestedAt");
        decide(first, "approve", "a-1", "李强");
        String inbox = "/api/v1/approvals?status=PENDING&fund=" + fund.id();

        assertThat(Api.get(inbox).json().at("/items")).hasSize(1);
        assertThat(Api.get(inbox + "&knownAt=" + between).json().at("/items")).hasSize(2);
        Answer page = Api.get(inbox + "&limit=1&knownAt=" + between);
        assertThat(page.at("/items/0/approval")).isEqualTo(first);
        Answer rest =
                Api.get(inbox + "&limit=1&knownAt=" + between + "&cursor=" + page.at("/next"));
        assertThat(rest.at("/items/0/approval")).isEqualTo(second);
        assertThat(rest.json().has("next")).isFalse();
    }

    @Test
    void R4_anAdjustmentIsSignedInOrderFromTheInbox() {
        TestFund fund = fund();
        propose(fund, "ADJ-1");
        Answer inbox = Api.get("/api/v1/approvals?fund=" + fund.id());
        String id = inbox.at("/items/0/approval");
        assertThat(inbox.at("/items/0/kind")).isEqualTo("ADJUSTMENT");
        assertThat(inbox.at("/items/0/next")).isEqualTo("HEADQUARTERS");
        assertThat(show(id).at("/command/command")).isEqualTo("propose-adjustment");

        assertThat(decide(id, "approve", "s-1", "指挥部").at("/status")).isEqualTo("PENDING");
        assertThat(decide(id, "approve", "s-1", "指挥部").status()).isEqualTo(200);
        assertThat(show(id).at("/next")).isEqualTo("RECIPIENT");
        assertThat(decide(id, "approve", "s-2", "指挥部").at("/code")).isEqualTo("SAME_ACTOR");
        assertThat(decide(id, "approve", "s-2", "阿克苏").status()).isEqualTo(201);
        assertThat(show(id).at("/next")).isEqualTo("PROVINCE");
        assertThat(decide(id, "approve", "s-3", "省对口办").at("/status")).isEqualTo("EXECUTED");

        Answer done = show(id);
        assertThat(done.at("/status")).isEqualTo("EXECUTED");
        assertThat(done.json().at("/signatures").valueStream().map(s -> s.at("/by").asString()))
                .containsExactly("指挥部", "阿克苏", "省对口办");
        assertThat(fund.get("?asOf=2024-12-31").at("/planVersion")).isEqualTo("2");
        assertThat(decide(id, "approve", "s-4", "某人").at("/code")).isEqualTo("APPROVAL_SETTLED");
    }

    @Test
    void R4_anAdjustmentIsGivenUpFromTheInbox() {
        TestFund fund = fund();
        propose(fund, "ADJ-1");
        String id = Api.get("/api/v1/approvals?fund=" + fund.id()).at("/items/0/approval");
        assertThat(decide(id, "withdraw", "w", "某人").at("/code")).isEqualTo("NOT_REQUESTER");
        Answer rejected = decide(id, "reject", "r", "阿克苏", ",\"reason\":\"不同意\"");
        assertThat(rejected.at("/status")).as(rejected.body()).isEqualTo("REJECTED");
        assertThat(show(id).at("/reason")).isEqualTo("不同意");
        assertThat(
                        fund.tryPost(
                                        "agree-adjustment",
                                        "2024-02-03",
                                        ",\"adjustment\":\"ADJ-1\",\"party\":\"RECIPIENT\"")
                                .at("/code"))
                .isEqualTo("ADJUSTMENT_DROPPED");
    }

    private static void propose(TestFund fund, String adjustment) {
        fund.post(
                "propose-adjustment",
                """
                ,"adjustment":"%s","kind":"IN_YEAR","currency":"CNY","reason":"价格上涨",
                 "changes":[{"project":"P-1","planned":"1.00","investment":"1.00"}]\
                """
                        .formatted(adjustment));
    }

    /** The server was killed right after the approval: here, the approval is all that happens. */
    @Test
    void anApprovalThatNobodyCarriedOutIsCarriedOutLater() {
        TestFund fund = fund();
        String approval = asked(fund, "d-1", "100.00");
        Outcome approved =
                CurrentCaller.asLedger(() ->
                        Api.bean(CommandSink.class)
                                .send(
                                        new Approve(
                                                new ApprovalId(approval),
                                                Voucher.of(
                                                        "a-1", LocalDate.of(2024, 2, 2), "李强"))));
        assertThat(approved).isInstanceOf(Outcome.Accepted.class);

        Eventually.ask(() -> show(approval).at("/status"), "EXECUTED"::equals);
        assertThat(disbursed(fund)).isEqualTo("100.00");
        assertThat(decide(approval, "approve", "a-1", "李强").at("/status")).isEqualTo("EXECUTED");
        assertThat(disbursed(fund)).isEqualTo("100.00");
    }

    @Test
    void aRebuildGivesTheSameInbox() {
        TestFund fund = fund();
        decide(asked(fund, "d-1", "100.00"), "approve", "a-1", "李强");
        propose(fund, "ADJ-1");

        Answer rebuilt = Api.send(Api.request("/api/v1/rebuild").POST(BodyPublishers.noBody()));

        assertThat(rebuilt.lines().getLast()).contains("\"same\":true");
        assertThat(Api.get("/api/v1/approvals?fund=" + fund.id()).json().at("/items")).hasSize(2);
    }

    @Test
    void approvalsMoveNoFigureByThemselves() {
        TestFund fund = fund();
        String before =
                fund.get("/report?asOf=2024-12-31&knownAt=2099-01-01")
                        .json()
                        .at("/totals")
                        .toString();
        List<String> ids = List.of(asked(fund, "d-1", "100.00"), asked(fund, "d-2", "100.00"));
        decide(ids.getFirst(), "reject", "r", "李强", ",\"reason\":\"no\"");
        assertThat(
                        fund.get("/report?asOf=2024-12-31&knownAt=2099-01-01")
                                .json()
                                .at("/totals")
                                .toString())
                .isEqualTo(before);
    }
}
