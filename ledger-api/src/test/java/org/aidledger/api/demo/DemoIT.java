package org.aidledger.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.access.Role;
import org.aidledger.api.Api;
import org.aidledger.api.LedgerApplication;
import org.aidledger.api.access.CurrentCaller;
import org.aidledger.api.command.CommandSink;
import org.aidledger.api.security.DemoPeople;
import org.aidledger.embedded.TestPostgres;
import org.aidledger.event.AsOf;
import org.aidledger.event.EventLog;
import org.aidledger.fund.FundId;
import org.aidledger.projections.budget.Budgets;
import org.aidledger.projections.status.ReadSide;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The demonstration through the whole application, on a real PostgreSQL. */
@SpringBootTest(classes = LedgerApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class DemoIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Played PLAYED = Played.under(Scenario.SEED);

    @LocalServerPort private int port;
    @Autowired private Budgets budgets;
    @Autowired private CommandSink sink;
    @Autowired private EventLog log;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) {
        TestPostgres.Database database = TestPostgres.freshDatabase();
        settings.add("ledger.demo", () -> true);
        database.settings().forEach((name, value) -> settings.add(name, () -> value));
        settings.add("ledger.log.key", Api.LOG_KEY::secretText);
        settings.add("ledger.payees.key", () -> Api.PAYEES_KEY);
    }

    @BeforeAll
    static void seed(
            @Autowired DemoPeople people,
            @Autowired CommandSink sink,
            @Autowired EventLog log,
            @Autowired ReadSide readSide)
            throws InterruptedException {
        people.settle();
        Demo.Seeded seeded = Demo.seed(sink, (_, _) -> {});
        assertThat(seeded.appended()).isEqualTo(seeded.commands());
        assertThat(readSide.awaitPosition(log.head(), Duration.ofMinutes(5))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "zhejiang-aksu-2024, asOf=2024-06-30, DISBURSEMENT_RATE, 90.31",
        "zhejiang-aksu-2024, asOf=2024-06-30, START_RATE, 84.33",
        "zhejiang-aksu-2024, asOf=2024-06-30, INVESTMENT_COMPLETION, 51.03",
        "zhejiang-aksu-2024, asOf=2024-06-30, PROGRESS_PAYMENT_GAP, 39.28",
        "zhejiang-aksu-2024, asOf=2024-06-30&knownAt=2024-07-05, START_RATE, 83.58",
        "zhejiang-aksu-2024, asOf=2024-06-30&knownAt=2024-07-11, DISBURSEMENT_RATE, 90.31",
        "taizhou-division1-2022, asOf=2022-08-31, LIVELIHOOD_OR_GRASSROOTS_SHARE, 83.00",
        "quzhou-wushi-2021, asOf=2021-12-31, RECTIFICATION_RATE, 100.00",
        "quzhou-wushi-2021, asOf=2021-12-31, LIVELIHOOD_OR_GRASSROOTS_SHARE, 88.08",
        "tacheng-2017, asOf=2017-12-31, COMPLETION_RATE, 33.33",
    })
    void indicatorsOverHttp(String fund, String at, String code, String value) throws Exception {
        String body = get("/api/v1/funds/%s/indicators?%s".formatted(fund, at));
        List<String> values =
                JsonPath.read(body, "$.indicators[?(@.code=='%s')].value".formatted(code));
        assertThat(values).containsExactly(value);
    }

    /** The read side and the fold over the same commands in memory agree wherever one asks. */
    @ParameterizedTest
    @CsvSource({
        "2017-12-31, 2017-12-31T23:59:59Z",
        "2020-12-31, 2021-01-10T00:00:00Z",
        "2021-12-31, 2021-08-01T00:00:00Z",
        "2022-06-30, 2022-07-27T23:59:59Z",
        "2022-06-30, 2026-01-01T00:00:00Z",
        "2024-06-30, 2024-06-30T23:59:59Z",
        "2024-06-30, 2024-07-05T23:59:59Z",
        "2024-06-30, 2026-01-01T00:00:00Z",
        "2024-12-31, 2024-07-05T23:59:59Z",
        "2026-01-01, 2026-01-01T00:00:00Z",
    })
    void readSideEqualsFold(LocalDate effective, Instant known) {
        AsOf asOf = new AsOf(effective, known);
        for (String fund : Played.FUNDS) {
            assertThat(CurrentCaller.asLedger(() -> budgets.of(new FundId(fund), asOf)))
                    .as(fund)
                    .isEqualTo(PLAYED.figures(fund, asOf));
        }
    }

    @Test
    void theWholeScenarioIsStoredAndSeedingAgainAppendsNothing() {
        assertThat(log.count()).isEqualTo(PLAYED.ledger().events().size());
        assertThat(Demo.seed(sink, (_, _) -> {}).appended()).isZero();
        assertThat(log.count()).isEqualTo(PLAYED.ledger().events().size());
    }

    @ParameterizedTest
    @MethodSource("org.aidledger.api.demo.Demo#tour")
    void everyQuestionOfTheTourHasAnAnswer(Question question) throws Exception {
        assertThat(get(question.path())).isNotEmpty();
    }

    private String get(String path) throws IOException, InterruptedException {
        URI url = URI.create("http://localhost:" + port + path);
        HttpResponse<String> answer =
                HTTP.send(
                        HttpRequest.newBuilder(url)
                                .header("Authorization", "Bearer " + DemoPeople.token(Role.AUDITOR))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return answer.body();
    }
}
