package org.aidledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.aidledger.api.Api;
import org.aidledger.api.Api.Answer;
import org.aidledger.api.TestFund;
import org.junit.jupiter.api.Test;

class FindingsIT {

    private static final String BY =
            "{\"postingId\":\"%s\",\"effective\":\"2024-05-0%d\",\"actor\":\"%s\"%s}";

    @Test
    void aFindingGoesFromRaisedToClosed() {
        TestFund fund = TestFund.open();
        String id = Api.unique("F");
        Answer raised =
                Api.post(
                        "/api/v1/findings",
                        BY.formatted(
                                "1",
                                1,
                                "审计组",
                                """
                                ,"finding":"%s","fund":"%s","project":"P-1","type":"IDLE_MONEY",
                                "amount":"9.78","currency":"CNY","description":"滞留",
                                "source":"省审计厅 2024"
                                """
                                        .formatted(id, fund.id())));
        assertThat(raised.status()).as(raised.body()).isEqualTo(201);
        assertThat(raised.at("/finding")).isEqualTo(id);
        assertThat(raised.json().has("fund")).isFalse();

        post(
                id,
                "assign-rectification",
                "2",
                2,
                "审计组",
                ",\"measure\":\"清退\","
                        + "\"responsibleLeader\":\"李明\",\"responsibleOffice\":\"财务处\","
                        + "\"deadline\":\"2024-06-30\"");
        post(id, "submit-evidence", "3", 3, "李明", ",\"evidence\":\"银行回单\"");
        Answer own =
                Api.post(
                        "/api/v1/findings/" + id + "/close-finding",
                        BY.formatted("4", 4, "李明", ",\"conclusion\":\"已整改\""));
        assertThat(own.status()).isEqualTo(409);
        assertThat(own.at("/code")).isEqualTo("REVIEWER_IS_OWNER");
        post(id, "close-finding", "5", 4, "审计组", ",\"conclusion\":\"已整改\"");

        Answer register = fund.get("/findings?asOf=2024-05-31");
        assertThat(register.at("/raised")).isEqualTo("1");
        assertThat(register.at("/closed")).isEqualTo("1");
        assertThat(register.at("/items/0/status")).isEqualTo("CLOSED");
        assertThat(register.at("/items/0/amount")).isEqualTo("9.78");
        assertThat(register.at("/items/0/closing/by")).isEqualTo("审计组");
        assertThat(fund.get("/findings?asOf=2024-05-03").at("/items/0/status"))
                .isEqualTo("EVIDENCE_SUBMITTED");
        assertThat(Api.get("/api/v1/findings?fund=" + fund.id()).at("/items/0/finding"))
                .isEqualTo(id);
        assertThat(Api.get("/api/v1/findings?format=csv").body()).contains(id + "," + fund.id());
    }

    /** It would stand in no register, or count as nothing where amounts are added up. */
    @Test
    void aFindingBelongsToAFundAndIsCountedAsThatIs() {
        TestFund fund = TestFund.open();
        assertThat(raise("no-such-fund", "9.78", "CNY").status()).isEqualTo(404);
        assertThat(raise("no-such-fund", "9.78", "CNY").at("/code")).isEqualTo("FUND_UNKNOWN");
        assertThat(raise(fund.id(), "9.78", "USD").at("/code")).isEqualTo("CURRENCY_MISMATCH");
        assertThat(raise(fund.id(), "9.785", "CNY").at("/code")).isEqualTo("TOO_MANY_DECIMALS");
        assertThat(fund.get("/findings").at("/raised")).isEqualTo("0");

        assertThat(raise(fund.id(), "9.780", "CNY").status()).isEqualTo(201);
        assertThat(raise(fund.id(), "0", "USD").status()).isEqualTo(201);
        assertThat(fund.get("/findings?asOf=2024-05-31").at("/amountRaised")).isEqualTo("9.78");
    }

    private static Answer raise(String fund, String amount, String currency) {
        return Api.post(
                "/api/v1/findings",
                BY.formatted(
                        "1",
                        1,
                        "审计组",
                        """
                        ,"finding":"%s","fund":"%s","project":"","type":"IDLE_MONEY",
                        "amount":"%s","currency":"%s","description":"滞留","source":"省审计厅"
                        """
                                .formatted(Api.unique("F"), fund, amount, currency)));
    }

    @Test
    void anObservedFundNotesABreachInItsReceiptAndRegister() {
        TestFund fund = new TestFund(Api.unique("observed"));
        assertThat(Api.post("/api/v1/funds", fund.opening().replace("STRICT", "OBSERVED")).status())
                .isEqualTo(201);

        Answer receipt =
                Api.post(
                        fund.path("/return-funds"),
                        BY.formatted("r", 1, "王芳", ",\"amount\":\"5.00\",\"currency\":\"CNY\""));

        assertThat(receipt.status()).as(receipt.body()).isEqualTo(201);
        assertThat(receipt.at("/breaches/0/code")).isEqualTo("CASH_EXCEEDED");
        assertThat(receipt.json().at("/eventIds").size()).isEqualTo(2);
        Answer breaches = fund.get("/breaches?asOf=2024-12-31");
        assertThat(breaches.at("/items/0/code")).isEqualTo("CASH_EXCEEDED");
        assertThat(fund.get("/findings").at("/breaches")).isEqualTo("1");
    }

    private static void post(
            String id, String command, String posting, int day, String actor, String fields) {
        Answer answer =
                Api.post(
                        "/api/v1/findings/" + id + "/" + command,
                        BY.formatted(posting, day, actor, fields));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
}
