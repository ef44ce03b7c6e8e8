package org.aidledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.aidledger.api.Api;
import org.aidledger.api.Api.Answer;
import org.aidledger.api.TestFund;
import org.aidledger.event.EventLog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in wrong gets a clear problem with a code, and nothing is half done. */
class BadInputIT {

    private static final String DISBURSE =
            """
            {"postingId":"bad-1","effective":"2024-06-30","actor":"王芳","project":"P-1",
             "amount":"1.00","currency":"CNY"}\
            """;

    private static TestFund fund = new TestFund("not-yet");

    @BeforeAll
    static void aFundThatCouldDisburse() {
        fund = TestFund.open();
        fund.receive("2024-02-01", "1000.00");
        fund.money("allocate", "2024-02-02", "P-1", "600.00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "amount":"1.00"        | "amount":1.00                    | 400 | WRONG_TYPE
                    "amount":"1.00"        | "amount":"1,00"                  | 400 | INVALID_VALUE
                    "amount":"1.00"        | "amount":"1e2"                   | 400 | INVALID_VALUE
                    "amount":"1.00"        | "amount":null                    | 400 | INVALID_VALUE
                    "amount":"1.00"        | "amount":"-1.00"                 | 409 | AMOUNT_NOT_POSITIVE
                    "amount":"1.00"        | "amount":"0.00"                  | 409 | AMOUNT_NOT_POSITIVE
                    "amount":"1.00"        | "amount":"1.001"                 | 409 | TOO_MANY_DECIMALS
                    "amount":"1.00"        | "amount":"1.0000001"             | 400 | INVALID_VALUE
                    "amount":"1.00"        | "amount":"92233720368547758.07"  | 409 | AMOUNT_TOO_LARGE
                    "amount":"1.00"        | "amount":"92233720368547758.08"  | 400 | INVALID_VALUE
                    "amount":"1.00"        | "amount":"9223372036854775808"   | 400 | INVALID_VALUE
                    "amount":"1.00"        | "amount":"600.01"                | 409 | ALLOCATION_EXCEEDED
                    "currency":"CNY"       | "currency":"USD"                 | 409 | CURRENCY_MISMATCH
                    "currency":"CNY"       | "currency":"cny"                 | 400 | INVALID_VALUE
                    ,"currency":"CNY"      | ``                               | 400 | MISSING_FIELD
                    "project":"P-1"        | "project":"P-9"                  | 409 | PROJECT_UNKNOWN
                    "project":"P-1"        | "project":"P 1"                  | 400 | INVALID_VALUE
                    "project":"P-1"        | "project":["P-1"]                | 400 | WRONG_TYPE
                    "2024-06-30"           | "2024-06-31"                     | 400 | INVALID_VALUE
                    "2024-06-30"           | "30.6.2024"                      | 400 | INVALID_VALUE
                    "2024-06-30"           | "1949-12-31"                     | 400 | INVALID_VALUE
                    "2024-06-30"           | "2100-01-01"                     | 400 | INVALID_VALUE
                    "2024-06-30"           | "+99999-01-01"                   | 400 | INVALID_VALUE
                    "2024-06-30"           | "2023-12-31"                     | 409 | BEFORE_OPENING
                    "2024-06-30"           | 20240630                         | 400 | WRONG_TYPE
                    "effective":           | "Effective":                     | 400 | UNKNOWN_FIELD
                    "actor":"王芳"           | "actor":""                       | 400 | INVALID_VALUE
                    "actor":"王芳"           | "actor":"a\\u0000b"               | 400 | INVALID_VALUE
                    "actor":"王芳"           | "actor":"a\\ud800"                | 400 | INVALID_VALUE
                    "actor":"王芳"           | "actor":"王芳","colour":"red"      | 400 | UNKNOWN_FIELD
                    "actor":"王芳"           | "actor":"王芳","actor":"李明"       | 400 | MALFORMED_JSON
                    "actor":"王芳"           | "actor":"王芳","fund":"other"      | 400 | INVALID_VALUE
                    "effective":"2024-06-30",| ``                               | 400 | MISSING_FIELD
                    "postingId":"bad-1",   | ``                               | 400 | MISSING_FIELD
                    "CNY"}                 | "CNY"                            | 400 | MALFORMED_JSON
                    "CNY"}                 | "CNY"} {}                        | 400 | MALFORMED_JSON
                    """)
    void aBadDisbursementIsRefusedAndNothingHappens(
            String good, String bad, int status, String code) {
        assertThat(DISBURSE).contains(good);
        long before = Api.bean(EventLog.class).count();

        Answer answer = Api.post(fund.path("/disburse"), DISBURSE.replace(good, bad));

        assertProblem(answer, status, code);
        assertThat(Api.bean(EventLog.class).count()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "null", "\"text\"", "12", "{", "<xml/>", "{\"a\":1e999999999}"})
    void aBodyThatIsNoCommandIsRefused(String body) {
        assertProblem(Api.post(fund.path("/disburse"), body), 400, "");
    }

    @Test
    void deepNestingIsRefused() {
        String deep = "[".repeat(100_000);

        assertProblem(Api.post(fund.path("/disburse"), deep), 400, "MALFORMED_JSON");
    }

    @Test
    void textThatIsNotUtf8IsRefused() {
        byte[] latin = DISBURSE.replace("王芳", "M\u00fcller").getBytes(StandardCharsets.ISO_8859_1);

        Answer answer =
                Api.send(
                        Api.request(fund.path("/disburse"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofByteArray(latin)));

        assertProblem(answer, 400, "MALFORMED_JSON");
    }

    @Test
    void textThatIsTakenForUtf32IsRefused() {
        byte[] odd = {0, 0, 0, '{', 1, 2, 3, 4, 5, 6, 7, 8};

        Answer answer =
                Api.send(
                        Api.request(fund.path("/disburse"), "Content-Type", "application/json")
                                .POST(BodyPublishers.ofByteArray(odd)));

        assertProblem(answer, 400, "MALFORMED_JSON");
    }

    @Test
    void anAccountWithNulInItsNameIsUnknown() {
        assertProblem(
                Api.post("/api/v1/tokens", "{\"user\":\"a\\u0000\"}"), 404, "ACCOUNT_UNKNOWN");
        assertProblem(
                Api.get("/api/v1/me", "Authorization", "Basic YQA6Yg=="), 401, "SIGN_IN_FAILED");
    }

    @Test
    void everythingWrongIsListed() {
        Answer answer = Api.post(fund.path("/disburse"), "{\"colour\":\"red\"}");

        assertProblem(answer, 400, "UNKNOWN_FIELD");
        assertThat(answer.json().at("/errors").size()).isEqualTo(6);
        assertThat(answer.body()).contains("postingId", "effective", "project", "amount");
    }

    @Test
    void aNumberBeyondEveryRangeIsRefused() {
        assertProblem(
                Api.post(fund.path("/receive"), "{\"postingId\": 1e-2147483648}"),
                400,
                "INVALID_VALUE");
    }

    @Test
    void unknownFundsFindingsAndCommandsAre404() {
        assertProblem(Api.post("/api/v1/funds/nowhere/disburse", DISBURSE), 404, "FUND_UNKNOWN");
        assertProblem(Api.post(fund.path("/withdraw"), DISBURSE), 404, "COMMAND_UNKNOWN");
        assertProblem(
                Api.post(
                        "/api/v1/findings/nowhere/close-finding",
                        """
                        {"postingId":"x","effective":"2024-06-30","actor":"李明",
                         "conclusion":"done"}\
                        """),
                404,
                "FINDING_UNKNOWN");
        assertProblem(Api.get("/api/v1/funds/nowhere"), 404, "FUND_UNKNOWN");
        assertProblem(Api.get("/api/v1/nothing"), 404, "NOT_FOUND");
        assertProblem(Api.get("/api/v1"), 404, "NOT_FOUND");
        assertProblem(fund.get("/budgets"), 404, "NOT_FOUND");
        assertProblem(fund.get("/disburse"), 405, "METHOD_NOT_ALLOWED");
        assertProblem(fund.get("/batches"), 405, "METHOD_NOT_ALLOWED");
    }

    @Test
    void methodsTypesAndFormatsAreChecked() {
        assertProblem(
                Api.send(Api.request(fund.path("/report")).DELETE()), 405, "METHOD_NOT_ALLOWED");
        assertProblem(
                Api.send(
                        Api.request(fund.path("/disburse"), "Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString(DISBURSE))),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        assertProblem(
                Api.send(
                        Api.request(
                                        fund.path("/disburse"),
                                        "Content-Type",
                                        "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("amount=1"))),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        assertProblem(
                Api.send(
                        Api.request(fund.path("/disburse"), "Content-Type", "no type at all")
                                .POST(BodyPublishers.ofString(DISBURSE))),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        assertProblem(
                Api.get(fund.path("/report"), "Accept", "application/xml"), 406, "NOT_ACCEPTABLE");
        assertProblem(fund.get("/report?format=pdf"), 406, "NOT_ACCEPTABLE");
        assertProblem(
                Api.get(fund.path("/report?asOf=x"), "Accept", "text/csv"), 400, "INVALID_VALUE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /report?asOf=yesterday               | INVALID_VALUE
                    /report?asOf=2024-02-30              | INVALID_VALUE
                    /report?asOf=%2B999999999-01-01      | INVALID_VALUE
                    /report?asOf=                        | INVALID_VALUE
                    /report?asof=2024-06-30              | UNKNOWN_PARAMETER
                    /report?asOf=2024-06-30&asOf=2024-07-01 | INVALID_VALUE
                    /report?knownAt=noon                 | INVALID_VALUE
                    /report?knownAt=-999999999-01-01T00:00:00Z | INVALID_VALUE
                    /report?knownAt=2024-06-30T25:00:00Z | INVALID_VALUE
                    /report?asOf=0000-01-01              | INVALID_VALUE
                    /report?knownAt=0000-01-01           | INVALID_VALUE
                    /report?knownAt=0001-01-01T00:00:00%2B18:00 | INVALID_VALUE
                    /report?knownAt=9999-12-31T23:59:59-18:00 | INVALID_VALUE
                    /report?atLeast=x                    | INVALID_VALUE
                    /journal?limit=0                     | INVALID_VALUE
                    /journal?limit=1001                  | INVALID_VALUE
                    /journal?limit=99999999999           | INVALID_VALUE
                    /journal?cursor=abc                  | INVALID_VALUE
                    /journal?account=POOL                | INVALID_VALUE
                    /journal?movement=LOSE               | INVALID_VALUE
                    /journal?project=P%201               | INVALID_VALUE
                    /changes?from=2024-06-30             | MISSING_PARAMETER
                    /changes?from=2024-06-30&to=x        | INVALID_VALUE
                    /changes?from=2024-06-30&to=2024-06-30@y | INVALID_VALUE
                    /why?figure=luck                     | INVALID_VALUE
                    /why?figure=received&project=P-1     | INVALID_VALUE
                    /why                                 | MISSING_PARAMETER
                    /replay?until=x                      | INVALID_VALUE
                    """)
    void aBadQuestionIsRefused(String rest, String code) {
        assertProblem(fund.get(rest), 400, code);
    }

    @Test
    void aBodyOfTenMegabytesIsRefusedWithAndWithoutItsLength() {
        byte[] body = new byte[10 * 1024 * 1024];
        java.util.Arrays.fill(body, (byte) ' ');

        Answer announced =
                Api.send(
                        Api.request(fund.path("/disburse"), "Content-Type", "application/json")
                                .POST(BodyPublishers.ofByteArray(body)));
        Answer chunked =
                Api.send(
                        Api.request(fund.path("/disburse"), "Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(body))));
        Answer batch =
                Api.send(
                        Api.request(fund.path("/batches"), "Content-Type", "application/x-ndjson")
                                .POST(
                                        BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(body))));

        assertProblem(announced, 413, "BODY_TOO_LARGE");
        assertProblem(chunked, 413, "BODY_TOO_LARGE");
        assertProblem(batch, 413, "BODY_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "\"\""})
    void anImpossibleIdempotencyKeyIsRefused(String key) {
        assertProblem(
                Api.post(fund.path("/disburse"), DISBURSE, "Idempotency-Key", key),
                400,
                "INVALID_VALUE");
    }

    @Test
    void twoDifferentPostingIdsAreRefused() {
        assertProblem(
                Api.post(fund.path("/disburse"), DISBURSE, "Idempotency-Key", "bad-2"),
                400,
                "INVALID_VALUE");
    }

    /** Fuzzing found each of them answered with an error of ours, or with nothing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    GET  /api/v1/funds                    | Accept: 王
                    GET  /api/v1/nothing                  | Accept: 王
                    PUT  /api/v1/funds                    | Accept: 王
                    POST /api/v1/funds                    | Idempotency-Key: 王
                    GET  /api/v1/funds?asOf=%zz           | Accept: */*
                    GET  /api/v1/funds?asOf=%ff           | Accept: */*
                    GET  /api/v1/nothing?asOf=%zz         | Accept: */*
                    PUT  /api/v1/funds?asOf=%zz           | Accept: */*
                    GET  /api/v1/funds?%00=1              | Accept: */*
                    POST /api/v1/funds                    | Content-Length: 99
                    """)
    void whatCannotEvenBeReadIsRefused(String line, String header) throws IOException {
        String request =
                "%s HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\n%s\r\n"
                        .formatted(line.replaceAll(" +", " "), Api.key(), header);
        String length = header.startsWith("Content-Length") ? "" : "Content-Length: 7\r\n";
        String rest =
                length + "Content-Type: application/json\r\nConnection: close\r\n\r\n{\"a\":1}";
        String answer = raw(request + rest);
        assertThat(answer).startsWith("HTTP/1.1 400");
        assertThat(answer).contains("application/problem+json", "\"code\":\"BAD_REQUEST\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=x"})
    void formsWithFilesAreNotTaken(String type) {
        assertProblem(
                Api.send(
                        Api.request(fund.path("/disburse"), "Content-Type", type)
                                .POST(BodyPublishers.ofString("--x--"))),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tokens", "/accounts", "/me/password", "/log/verify"})
    void aContentTypeIsOneType(String path) {
        assertProblem(
                Api.send(
                        Api.request("/api/v1" + path, "Content-Type", "application/*")
                                .POST(BodyPublishers.ofString("{}"))),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/trail?type=%00", "/trail?actor=a%00b", "/journal?project=%00"})
    void noControlCharacterReachesTheDatabase(String rest) {
        assertProblem(fund.get(rest), 400, "INVALID_VALUE");
        assertProblem(Api.get("/api/v1/tokens?user=a%00"), 400, "INVALID_VALUE");
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Api.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        assertThat(answer.at("/code")).contains(code).isNotEmpty();
        assertThat(answer.at("/detail")).isNotEmpty();
        assertThat(answer.at("/title")).isNotEmpty();
        assertThat(answer.at("/status")).isEqualTo(Integer.toString(status));
        assertThat(answer.body())
                .doesNotContain("Exception", "org.aidledger", "springframework", "java.", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/funds/{x HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api/v1/funds/a%2Fb HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api/v1/funds/a%zz HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api/v1/funds/../../etc HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET /api/v1/funds HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
                "GET /api/v1/funds HTTP/1.1\r\nContent-Type: x\r\n\r\n",
                "NONSENSE\r\n\r\n"
            })
    void whatTomcatRefusesIsAProblemToo(String request) throws IOException {
        String answer = raw(request);
        assertThat(answer).startsWith("HTTP/1.1 400");
        assertThat(answer).contains("application/problem+json", "\"code\":\"BAD_REQUEST\"");
        assertThat(answer).doesNotContain("org.apache", "Exception");
    }
}
