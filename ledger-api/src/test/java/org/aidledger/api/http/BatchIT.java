package org.aidledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.aidledger.api.Api;
import org.aidledger.api.Api.Answer;
import org.aidledger.api.TestFund;
import org.junit.jupiter.api.Test;

class BatchIT {

    private static final String RECEIVE =
            """
            {"command":"receive","postingId":"r-1","effective":"2024-02-01","actor":"王芳",\
            "amount":"500.00","currency":"CNY"}\
            """;
    private static final String ALLOCATE =
            """
            {"command":"allocate","postingId":"a-1","effective":"2024-02-01","actor":"王芳",\
            "project":"P-1","amount":"300.00","currency":"CNY"}\
            """;
    private static final String TOO_MUCH =
            ALLOCATE.replace("a-1", "a-2").replace("300.00", "1000.01");

    @Test
    void anAtomicBatchIsTakenWhole() {
        TestFund fund = TestFund.open();

        Answer answer = json(fund, "", "[" + RECEIVE + "," + ALLOCATE + "]");

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.at("/mode")).isEqualTo("atomic");
        assertThat(answer.at("/accepted")).isEqualTo("2");
        assertThat(answer.at("/results/1/result")).isEqualTo("ACCEPTED");
        assertThat(answer.at("/results/1/position")).isEqualTo(answer.at("/position"));
        assertThat(answer.at("/visible")).isEqualTo("true");
        assertThat(fund.get("/report").at("/totals/allocated")).isEqualTo("300.00");
    }

    @Test
    void anAtomicBatchIsRefusedWhole() {
        TestFund fund = TestFund.open();

        Answer answer = json(fund, "?mode=atomic", "[" + RECEIVE + "," + TOO_MUCH + "]");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.at("/code")).isEqualTo("BATCH_REFUSED");
        assertThat(answer.at("/line")).isEqualTo("2");
        assertThat(answer.at("/cause/code")).isEqualTo("AUTHORITY_EXCEEDED");
        assertThat(answer.at("/cause/acceptable")).isEqualTo("1000.00");
        assertThat(fund.get("/report").at("/totals/received")).isEqualTo("0.00");
    }

    @Test
    void inModeEachEveryLineHasItsOwnResult() {
        TestFund fund = TestFund.open();
        String lines = RECEIVE + "\n" + TOO_MUCH + "\n\n" + ALLOCATE + "\n" + RECEIVE + "\n";

        Answer answer = ndjson(fund, "?mode=each", lines);

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.at("/accepted")).isEqualTo("2");
        assertThat(answer.at("/refused")).isEqualTo("1");
        assertThat(answer.at("/repeated")).isEqualTo("1");
        assertThat(answer.at("/results/1/result")).isEqualTo("REFUSED");
        assertThat(answer.at("/results/1/problem/code")).isEqualTo("AUTHORITY_EXCEEDED");
        assertThat(answer.at("/results/3/result")).isEqualTo("REPEATED");
        assertThat(answer.at("/results/3/position")).isEqualTo(answer.at("/results/0/position"));
        assertThat(fund.get("/report").at("/totals/received")).isEqualTo("500.00");

        Answer again = ndjson(fund, "?mode=each", lines);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.at("/accepted")).isEqualTo("0");
        assertThat(again.at("/repeated")).isEqualTo("3");
    }

    @Test
    void aMalformedLineInTheMiddleRefusesTheWholeBatchInEitherMode() {
        TestFund fund = TestFund.open();
        String bad = ALLOCATE.replace("\"300.00\"", "300");

        for (String mode : new String[] {"atomic", "each"}) {
            Answer answer = ndjson(fund, "?mode=" + mode, RECEIVE + "\n" + bad + "\n" + ALLOCATE);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.at("/code")).isEqualTo("WRONG_TYPE");
            assertThat(answer.at("/errors/0/field")).isEqualTo("lines[1].amount");
        }
        assertThat(fund.get("/report").at("/totals/received")).isEqualTo("0.00");
    }

    @Test
    void linesMayTakeTheirPostingIdsFromTheHeader() {
        TestFund fund = TestFund.open();
        String line = RECEIVE.replace("\"postingId\":\"r-1\",", "");

        Answer answer =
                Api.post(
                        fund.path("/batches"),
                        "{\"lines\":[" + line + "," + line + "]}",
                        "Idempotency-Key",
                        "b-7");

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.at("/results/1/postingId")).isEqualTo("b-7-2");
        assertThat(fund.get("/report").at("/totals/received")).isEqualTo("1000.00");
    }

    @Test
    void aBadBatchIsAProblem() {
        TestFund fund = TestFund.open();

        assertThat(json(fund, "?mode=some", "[" + RECEIVE + "]").at("/code"))
                .isEqualTo("INVALID_VALUE");
        assertThat(
                        json(
                                        fund,
                                        "?mode=each",
                                        "{\"mode\":\"atomic\",\"lines\":[" + RECEIVE + "]}")
                                .at("/code"))
                .isEqualTo("INVALID_VALUE");
        assertThat(json(fund, "", "[]").at("/code")).isEqualTo("MISSING_FIELD");
        assertThat(json(fund, "", "{\"lines\":[],\"x\":1}").at("/code")).isEqualTo("UNKNOWN_FIELD");
        assertThat(json(fund, "", "[1]").at("/errors/0/field")).isEqualTo("lines[0]");
        assertThat(json(fund, "", "[" + RECEIVE.replace("receive", "keep") + "]").at("/code"))
                .isEqualTo("COMMAND_UNKNOWN");
        assertThat(ndjson(fund, "", "{\n}").at("/code")).isEqualTo("MALFORMED_JSON");
        for (String mode : new String[] {"atomic", "each"}) {
            Answer nowhere =
                    Api.post(
                            "/api/v1/funds/nowhere/batches?mode=" + mode,
                            "[" + RECEIVE + "," + ALLOCATE + "]");
            assertThat(nowhere.status()).as(nowhere.body()).isEqualTo(404);
            assertThat(nowhere.at("/code")).isEqualTo("FUND_UNKNOWN");
        }
    }

    private static Answer json(TestFund fund, String query, String body) {
        return Api.post(fund.path("/batches" + query), body);
    }

    private static Answer ndjson(TestFund fund, String query, String body) {
        return Api.send(
                Api.request(fund.path("/batches" + query), "Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofString(body)));
    }
}
