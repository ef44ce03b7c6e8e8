package org.aidledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aidledger.access.KeptRead;
import org.aidledger.access.KeptReads;
import org.aidledger.access.Right;
import org.aidledger.access.Role;
import org.aidledger.api.Api;
import org.aidledger.api.Api.Answer;
import org.aidledger.api.TestFund;
import org.aidledger.api.security.People.Person;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The log of reads by person, kind and day, over HTTP and on its pages. What was asked stands at
 * the borders of a day, so that each filter has the last that it takes and the first that it does
 * not.
 */
class ReadFilterIT {

    private static final String BEFORE = "2024-03-04T23:59:59.999999Z";
    private static final String FIRST = "2024-03-05T00:00:00Z";
    private static final String LAST = "2024-03-05T23:59:59.999999Z";
    private static final String AFTER = "2024-03-06T00:00:00Z";

    private static String fund = "";
    private static String auditor = "";
    private static String regulator = "";

    @BeforeAll
    static void ask() {
        fund = TestFund.open().id();
        auditor = Api.unique("reader");
        regulator = Api.unique("reader");
        Api.bean(KeptReads.class)
                .add(
                        List.of(
                                read(BEFORE, auditor, "审计处 Li Ming 100%", Right.FIGURES),
                                read(FIRST, auditor, "审计处 Li Ming 100%", Right.TRAIL),
                                read(LAST, regulator, "对口支援办 叶明辉", Right.FIGURES),
                                read(AFTER, regulator, "对口支援办 叶明辉", Right.JOURNAL)));
    }

    private static KeptRead read(String asked, String user, String actor, Right right) {
        return new KeptRead(
                0,
                Instant.parse(asked),
                user,
                actor,
                right.toString(),
                Optional.of(fund),
                Optional.of(LocalDate.of(2024, 2, 29)),
                Optional.empty(),
                "/asked/" + asked.substring(0, 13));
    }

    private static List<String> http(String filter) {
        Answer answer =
                Api.get(
                        "/api/v1/funds/"
                                + fund
                                + "/reads?limit=1000&"
                                + filter.replace(" ", "%20"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json()
                .path("items")
                .valueStream()
                .map(r -> r.path("asked").asString())
                .filter(asked -> asked.startsWith("2024-03"))
                .toList();
    }

    /** Those of the four that a page lists, by the address that each asked. */
    private static List<String> page(String path, String filter) {
        Answer answer = Api.get(path + "?limit=1000&" + filter.replace(" ", "%20"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Stream.of(AFTER, LAST, FIRST, BEFORE)
                .filter(asked -> answer.body().contains(">/asked/" + asked.substring(0, 13) + "<"))
                .toList();
    }

    private static void finds(String filter, String... asked) {
        assertThat(http(filter)).as("HTTP, " + filter).containsExactly(asked);
        assertThat(page("/funds/" + fund + "/reads", filter))
                .as("page of the fund, " + filter)
                .containsExactly(asked);
        assertThat(page("/administration/reads", filter + "&about=" + fund))
                .as("page of all, " + filter)
                .containsExactly(asked);
    }

    @Test
    void aDayIsFromMidnightToMidnightInUtc() {
        finds("from=2024-03-05&to=2024-03-05", LAST, FIRST);
        finds("from=2024-03-05&to=2024-03-06", AFTER, LAST, FIRST);
        finds("from=2024-03-04&to=2024-03-04", BEFORE);
        finds("to=2024-03-04", BEFORE);
        finds("to=2024-03-03");
        finds("from=2024-03-06&to=2024-03-06", AFTER);
        finds("from=2024-03-07&to=2024-03-31");
        finds("from=2024-03-06&to=2024-03-05");
    }

    @Test
    void aPersonIsTheAccountOrAPartOfTheName() {
        finds("user=" + auditor, FIRST, BEFORE);
        finds("user=" + regulator + "&from=2024-03-06", AFTER);
        finds("user=li ming", FIRST, BEFORE);
        finds("user=%E5%8F%B6%E6%98%8E", AFTER, LAST);
        finds("user=100%25", FIRST, BEFORE);
        finds("user=" + auditor.substring(0, auditor.length() - 1));
        finds("user=%25", FIRST, BEFORE); // as a sign, not as a pattern
        finds("user=l_ ming");
        finds("user=' or 1=1 --".replace("'", "%27"));
    }

    @Test
    void aKindIsOneOfThoseThatAreKept() {
        finds("right=trail&to=2024-12-31", FIRST);
        finds("right=figures&to=2024-12-31", LAST, BEFORE);
        finds("right=figures&user=" + auditor, BEFORE);
        finds("right=samples&to=2024-12-31");
    }

    @Test
    void aFormThatWasSentEmptyRestrictsNothing() {
        assertThat(http("user=&right=&from=&to=&")).hasSize(4);
        assertThat(page("/funds/" + fund + "/reads", "user=&right=&from=&to=")).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"figures", "journal", "trail", "findings", "events", "approvals"})
    void everyKindThatIsKeptIsOffered(String right) {
        assertThat(Api.get("/administration/reads").body()).contains("<option value=\"" + right);
        assertThat(http("right=" + right + "&from=2020-01-01&to=2020-01-01")).isEmpty();
    }

    /** Under these nothing is asked, so that nothing was ever kept. */
    @ParameterizedTest
    @CsvSource({
        "right, proofs",
        "right, names",
        "right, FIGURES",
        "right, gossip",
        "from, 2024-02-30",
        "from, yesterday",
        "from, 2024-3-5",
        "to, 2023-02-29",
        "to, 0000-12-31",
    })
    void whatIsNoneIsRefusedByName(String name, String value) {
        String query = "?" + name + "=" + value;
        for (String path : List.of("/api/v1/reads", "/api/v1/funds/" + fund + "/reads")) {
            Answer answer = Api.get(path + query);
            assertThat(answer.status()).as(path + query).isEqualTo(400);
            assertThat(answer.at("/code")).isEqualTo("INVALID_VALUE");
            assertThat(answer.at("/errors/0/field")).isEqualTo(name);
        }
        for (String path : List.of("/administration/reads", "/funds/" + fund + "/reads")) {
            Answer answer = Api.get(path + query);
            assertThat(answer.status()).as(path + query).isEqualTo(400);
            assertThat(answer.header("content-type")).startsWith("text/html");
            assertThat(answer.body()).contains("地址里的某个值读不懂");
        }
    }

    @Test
    void anUnknownFilterIsRefused() {
        assertThat(Api.get("/api/v1/reads?person=x").at("/code")).isEqualTo("UNKNOWN_PARAMETER");
        assertThat(Api.get("/administration/reads?about=a%20b").status()).isEqualTo(400);
    }

    @Test
    void whoDoesNotAnswerForTheFundReadsNothingOfIt() {
        Person elsewhere = People.of(Role.FINANCE_APPROVER, "ZJ");
        String query = "/reads?user=" + auditor;
        assertThat(Api.get("/api/v1/funds/" + fund + query, elsewhere.signIn()).status())
                .isEqualTo(403);
        Answer page = Api.get("/funds/" + fund + query, elsewhere.signIn());
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).doesNotContain("Li Ming");
        Person officer = People.of(Role.FINANCE_OFFICER, "*");
        assertThat(Api.get("/funds/" + fund + query, officer.signIn()).status()).isEqualTo(403);
        assertThat(Api.get("/administration" + query, elsewhere.signIn()).status()).isEqualTo(403);
    }
}
