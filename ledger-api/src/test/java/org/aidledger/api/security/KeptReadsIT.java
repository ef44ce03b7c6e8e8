package org.aidledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.aidledger.access.Role;
import org.aidledger.api.Api;
import org.aidledger.api.TestFund;
import org.aidledger.api.security.People.Person;
import org.aidledger.embedded.Eventually;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whose fund is read by auditors and regulators gets to know. */
class KeptReadsIT {

    /** Those of one person: others ask about all funds at the same time. */
    private static List<JsonNode> reads(String path, Person person, int atLeast) {
        return Eventually.ask(() -> of(path, person), items -> items.size() >= atLeast);
    }

    private static List<JsonNode> of(String path, Person person) {
        return Api.get(path)
                .json()
                .path("items")
                .valueStream()
                .filter(r -> r.path("user").asString().equals(person.user()))
                .toList();
    }

    @Test
    void aQuestionIsKeptWithWhoWhatAndForWhichDates() {
        TestFund fund = TestFund.open();
        Person auditor = People.of(Role.AUDITOR, "*");
        Person officer = People.of(Role.FINANCE_OFFICER, "*");
        String report = "/api/v1/funds/" + fund.id() + "/report?asOf=2024-06-30&knownAt=2030-07-05";
        assertThat(Api.get(report, officer.signIn()).status()).isEqualTo(200);
        assertThat(Api.get(report, auditor.signIn()).status()).isEqualTo(200);

        List<JsonNode> reads =
                reads("/api/v1/funds/" + fund.id() + "/reads?limit=1000", auditor, 1);

        assertThat(reads.size()).as(reads.toString()).isEqualTo(1);
        JsonNode read = reads.get(0);
        assertThat(read.path("actor").asString()).isEqualTo(auditor.actor());
        assertThat(read.path("user").asString()).isEqualTo(auditor.user());
        assertThat(read.path("right").asString()).isEqualTo("figures");
        assertThat(read.path("fund").asString()).isEqualTo(fund.id());
        assertThat(read.path("asOf").asString()).isEqualTo("2024-06-30");
        assertThat(read.path("knownAt").asString()).startsWith("2030-07-05T23:59:59");
        assertThat(read.path("figure").asString()).isEqualTo(report);
        assertThat(Instant.parse(read.path("asked").asString()))
                .isBetween(Instant.now().minusSeconds(30), Instant.now());
    }

    @Test
    void anOwnerSeesThoseOfTheirFundOnly() {
        TestFund fund = TestFund.open();
        Person regulator = People.of(Role.REGULATOR, "*");
        for (int i = 1; i <= 25; i++) {
            Api.get(
                    "/api/v1/funds/" + fund.id() + "/journal?asOf=2024-06-%02d".formatted(i),
                    regulator.signIn());
        }
        String path = "/api/v1/funds/" + fund.id() + "/reads";
        assertThat(reads(path + "?limit=1000", regulator, 50).size())
                .as("the head's figures and the journal, each once")
                .isEqualTo(50);
        Person owner = People.of(Role.FINANCE_APPROVER, "fund:" + fund.id());
        assertThat(Api.get(path, owner.signIn()).status()).isEqualTo(200);
        assertThat(Api.get("/api/v1/reads", owner.signIn()).status()).isEqualTo(403);
        Person other = People.of(Role.FINANCE_APPROVER, "ZJ");
        assertThat(Api.get(path, other.signIn()).status()).isEqualTo(403);
        JsonNode first = Api.get(path + "?limit=20").json();
        JsonNode second =
                Api.get(path + "?limit=20&cursor=" + first.path("next").asString()).json();
        assertThat(second.path("items").size()).isEqualTo(20);
        assertThat(second.path("items").get(0)).isNotEqualTo(first.path("items").get(19));
    }

    @Test
    void questionsAreFoundByPersonKindAndDay() {
        TestFund fund = TestFund.open();
        Person auditor = People.of(Role.AUDITOR, "*");
        Person regulator = People.of(Role.REGULATOR, "*");
        String base = "/api/v1/funds/" + fund.id();
        Api.get(base + "/report", auditor.signIn());
        Api.get(base + "/trail", auditor.signIn());
        Api.get(base + "/report", regulator.signIn());
        String path = base + "/reads?limit=1000";
        assertThat(reads(path, auditor, 2)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(reads(path, regulator, 1)).isNotEmpty();
        Function<String, List<JsonNode>> found =
                filter -> Api.get(path + filter).json().path("items").valueStream().toList();

        assertThat(found.apply("&user=" + auditor.user()))
                .isNotEmpty()
                .allMatch(r -> r.path("user").asString().equals(auditor.user()));
        assertThat(found.apply("&user=" + auditor.user() + "&right=trail"))
                .isNotEmpty()
                .allMatch(r -> r.path("right").asString().equals("trail"));
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        List<JsonNode> since =
                found.apply("&from=" + today.minusDays(1) + "&to=" + today.plusDays(1));
        assertThat(since).hasSizeGreaterThanOrEqualTo(3);
        assertThat(found.apply("&to=" + today.minusDays(2))).isEmpty();
        assertThat(found.apply("&from=" + today.plusDays(2))).isEmpty();
        assertThat(found.apply("&user=nobody-of-that-name")).isEmpty();
        assertThat(Api.get(path + "&right=gossip").status()).isEqualTo(400);
        assertThat(Api.get(path + "&from=yesterday").status()).isEqualTo(400);
    }
}
