package org.aidledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.aidledger.api.Api;
import org.aidledger.api.Api.Answer;
import org.aidledger.api.TestFund;
import org.junit.jupiter.api.Test;

class FundFlowIT {

    @Test
    void aDisbursementMovesTheBalance() {
        TestFund fund = TestFund.open();
        fund.receive("2024-02-01", "500.00");
        fund.money("allocate", "2024-02-02", "P-1", "300.00");

        Answer posted = fund.money("disburse", "2024-03-01", "P-1", "120.50");

        assertThat(posted.at("/fund")).isEqualTo(fund.id());
        assertThat(posted.json().at("/visible").booleanValue()).isTrue();
        assertThat(posted.json().at("/repeated").booleanValue()).isFalse();
        assertThat(posted.json().at("/eventIds").size()).isEqualTo(1);
        Answer report = fund.get("/report?asOf=2024-12-31");
        assertThat(report.at("/currency")).isEqualTo("CNY");
        assertThat(report.at("/totals/disbursed")).isEqualTo("120.50");
        assertThat(report.at("/totals/pool")).isEqualTo("379.50");
        assertThat(report.at("/projects/0/id")).isEqualTo("P-1");
        assertThat(report.at("/projects/0/unspent")).isEqualTo("179.50");
        Answer books = fund.get("/trial-balance?asOf=2024-12-31");
        assertThat(books.at("/sums/CASH")).isEqualTo("0.00");
        assertThat(books.body()).contains("CASH:HELD:P-1");
    }

    @Test
    void anEarlierDayIsAnsweredAsItWas() {
        TestFund fund = TestFund.open();
        fund.receive("2024-02-01", "500.00");
        fund.receive("2024-05-01", "100.00");

        assertThat(fund.get("/report?asOf=2024-04-30").at("/totals/received")).isEqualTo("500.00");
        assertThat(fund.get("/report?asOf=2024-05-01").at("/totals/received")).isEqualTo("600.00");
        assertThat(fund.get("/report?asOf=2024-05-01&knownAt=2000-01-01").at("/code"))
                .isEqualTo("FUND_UNKNOWN");
    }

    @Test
    void theSameRequestIsTakenOnce() {
        TestFund fund = TestFund.open();
        String body =
                """
                {"effective":"2024-02-01","actor":"王芳","amount":"5.00","currency":"CNY"}\
                """;

        Answer first = Api.post(fund.path("/receive"), body, "Idempotency-Key", "k-1");
        Answer second = Api.post(fund.path("/receive"), body, "Idempotency-Key", "\"k-1\"");
        Answer other =
                Api.post(
                        fund.path("/receive"),
                        body.replace("5.00", "6.00"),
                        "Idempotency-Key",
                        "k-1");

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().at("/repeated").booleanValue()).isTrue();
        assertThat(second.at("/position")).isEqualTo(first.at("/position"));
        assertThat(second.at("/eventIds/0")).isEqualTo(first.at("/eventIds/0"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.at("/code")).isEqualTo("POSTING_ID_REUSED");
        assertThat(other.at("/fields/0")).isEqualTo("amount");
        assertThat(fund.get("/report").at("/totals/received")).isEqualTo("5.00");
    }

    @Test
    void aRefusalSaysWhatWouldHaveBeenAccepted() {
        TestFund fund = TestFund.open();
        fund.money("allocate", "2024-02-02", "P-1", "300.00");

        Answer refused = fund.tryMoney("allocate", "2024-02-03", "P-2", "700.01");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.header("content-type")).startsWith("application/problem+json");
        assertThat(refused.at("/code")).isEqualTo("AUTHORITY_EXCEEDED");
        assertThat(refused.at("/acceptable")).isEqualTo("700.00");
        assertThat(refused.at("/currency")).isEqualTo("CNY");
        assertThat(refused.at("/firstDay")).isEqualTo("2024-02-03");
        assertThat(fund.get("/report").at("/totals/allocated")).isEqualTo("300.00");
    }
}
