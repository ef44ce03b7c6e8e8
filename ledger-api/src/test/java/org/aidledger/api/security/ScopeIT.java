package org.aidledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.aidledger.access.Role;
import org.aidledger.api.Api;
import org.aidledger.api.Api.Answer;
import org.aidledger.api.security.People.Person;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A city sees and touches its own funds, a province its own and those of its cities. */
class ScopeIT {

    private static String city = "";
    private static String otherCity = "";
    private static String province = "";
    private static String otherProvince = "";

    @BeforeAll
    static void open() {
        city = opened("ZJ/QZ");
        otherCity = opened("ZJ/TZ");
        province = opened("ZJ");
        otherProvince = opened("ZJK");
    }

    private static String opened(String organisation) {
        String fund = Api.unique("scoped");
        Answer opened = Api.post("/api/v1/funds", opening(fund, organisation));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        return fund;
    }

    private static String opening(String fund, String organisation) {
        return """
        {"fund":"%s","postingId":"open","effective":"2024-01-01","name":"n","donor":"d",
         "recipient":"r","fiscalYear":2024,"mode":"STRICT","channels":["LOCAL"],
         "organisation":"%s","authorised":"1000.00","currency":"CNY"}\
        """
                .formatted(fund, organisation);
    }

    private static String receiving(String actor) {
        return """
        {"postingId":"%s","effective":"2024-02-01","amount":"1.00","currency":"CNY"%s}\
        """
                .formatted(Api.unique("r"), actor.isEmpty() ? "" : ",\"actor\":\"" + actor + "\"");
    }

    private static Answer receive(Person who, String fund) {
        return Api.post("/api/v1/funds/" + fund + "/receive", receiving(""), who.signIn());
    }

    private static Answer read(Person who, String fund) {
        return Api.get("/api/v1/funds/" + fund + "/report", who.signIn());
    }

    @Test
    void aCitysStaffSeeAndTouchOnlyTheirFunds() {
        Person staff = People.of(Role.FINANCE_OFFICER, "ZJ/QZ");
        assertThat(receive(staff, city).status()).isEqualTo(201);
        assertThat(read(staff, city).status()).isEqualTo(200);
        for (String fund : new String[] {otherCity, province, otherProvince, "no-such-fund"}) {
            assertThat(receive(staff, fund).at("/code")).as(fund).isEqualTo("OUTSIDE_SCOPE");
            assertThat(read(staff, fund).at("/code")).as(fund).isEqualTo("OUTSIDE_SCOPE");
            assertThat(read(staff, fund).status()).isEqualTo(403);
        }
    }

    @Test
    void aProvincesStaffSeeTheirsAndBelow() {
        Person staff = People.of(Role.FINANCE_OFFICER, "ZJ");
        for (String fund : new String[] {city, otherCity, province}) {
            assertThat(receive(staff, fund).status()).as(fund).isEqualTo(201);
            assertThat(read(staff, fund).status()).as(fund).isEqualTo(200);
        }
        assertThat(read(staff, otherProvince).status())
                .as("a name that begins alike is another province")
                .isEqualTo(403);
    }

    @Test
    void listsShowOnlyWhatTheScopeLetsSee() {
        Person staff = People.of(Set.of(Role.values()), "ZJ/QZ");
        for (String path :
                new String[] {
                    "/api/v1/funds?limit=1000",
                    "/api/v1/indicators?limit=1000",
                    "/api/v1/events",
                    "/api/v1/exports/journal",
                    "/api/v1/exports/events"
                }) {
            String body = Api.get(path, staff.signIn()).body();
            assertThat(body).as(path).contains(path.endsWith("journal") ? "fund" : city);
            assertThat(body).as(path).doesNotContain(otherCity, otherProvince);
        }
    }

    @Test
    void oneFundOrAFamilyOfFundsCanBeAScopeToo() {
        Person one = People.of(Role.FINANCE_OFFICER, "fund:" + city);
        assertThat(read(one, city).status()).isEqualTo(200);
        assertThat(read(one, otherCity).status()).isEqualTo(403);
        Person family = People.of(Role.FINANCE_OFFICER, "fund:scoped-*");
        assertThat(read(family, otherCity).status()).isEqualTo(200);
    }

    @Test
    void nobodyOpensAFundElsewhere() {
        Person chief = People.of(Role.FINANCE_APPROVER, "ZJ/QZ");
        Answer elsewhere =
                Api.post("/api/v1/funds", opening(Api.unique("scoped"), "ZJ"), chief.signIn());
        assertThat(elsewhere.at("/code")).isEqualTo("OUTSIDE_SCOPE");
        Answer below =
                Api.post("/api/v1/funds", opening(Api.unique("scoped"), "ZJ/QZ/X"), chief.signIn());
        assertThat(below.status()).isEqualTo(201);
    }

    @Test
    void noAdministratorGivesAwayMoreThanTheyReach() {
        Person admin = People.of(Role.ADMINISTRATOR, "ZJ/QZ");
        String user = Api.unique("given");
        String wanted = "{\"user\":\"%s\",\"roles\":[\"auditor\"],\"scope\":[\"%s\"]}";
        for (String tooFar : new String[] {"*", "ZJ", "ZJ/TZ", "fund:x", "fund:x*"}) {
            Answer answer =
                    Api.post("/api/v1/accounts", wanted.formatted(user, tooFar), admin.signIn());
            assertThat(answer.at("/code")).as(tooFar).isEqualTo("OUTSIDE_SCOPE");
        }
        assertThat(
                        Api.post(
                                        "/api/v1/accounts",
                                        wanted.formatted(user, "ZJ/QZ/X"),
                                        admin.signIn())
                                .status())
                .isEqualTo(201);
        Answer widened =
                Api.send("PUT", "/api/v1/accounts/" + user, "{\"scope\":[\"*\"]}", admin.signIn());
        assertThat(widened.at("/code")).isEqualTo("OUTSIDE_SCOPE");
        Person above = People.of(Role.ADMINISTRATOR, "*");
        Answer stolen =
                Api.post("/api/v1/tokens", "{\"user\":\"" + above.user() + "\"}", admin.signIn());
        assertThat(stolen.at("/code")).isEqualTo("OUTSIDE_SCOPE");
        assertThat(Api.get("/api/v1/accounts", admin.signIn()).body())
                .contains(user)
                .doesNotContain(above.user());
    }

    @Test
    void aBatchAndAFileAreHeldToTheSame() {
        Person staff = People.of(Role.FINANCE_OFFICER, "ZJ/QZ");
        String line = receiving("").replaceFirst("\\{", "{\"command\":\"receive\",");
        String allocate =
                "{\"command\":\"issue-plan\",\"postingId\":\"%s\",\"effective\":\"2024-02-01\"}"
                        .formatted(Api.unique("i"));
        Answer outside =
                Api.post(
                        "/api/v1/funds/" + otherCity + "/batches",
                        "[" + line + "]",
                        staff.signIn());
        assertThat(outside.at("/code")).isEqualTo("OUTSIDE_SCOPE");
        Answer each =
                Api.post(
                        "/api/v1/funds/" + city + "/batches?mode=each",
                        "[" + line + "," + allocate + "]",
                        staff.signIn());
        assertThat(each.at("/results/0/result")).as(each.body()).isEqualTo("ACCEPTED");
        assertThat(each.at("/results/1/problem/code")).isEqualTo("RIGHT_MISSING");
        Answer file =
                imported(
                        "command,fund,postingId,effective,amount,currency\n"
                                + "receive,%s,%s,2024-02-02,1.00,CNY\n"
                                        .formatted(city, Api.unique("c"))
                                + "receive,%s,%s,2024-02-02,1.00,CNY\n"
                                        .formatted(otherCity, Api.unique("c")),
                        staff);
        assertThat(file.body()).contains("OUTSIDE_SCOPE");
        assertThat(file.status()).isEqualTo(409);
    }

    private static Answer imported(String csv, Person who) {
        return Api.send(
                Api.request("/api/v1/imports/csv", who.signIn())
                        .header("Content-Type", "text/csv")
                        .header("Accept", "application/json")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(csv)));
    }

    @Test
    void everybodyActsInTheirOwnName() {
        Person staff = People.of(Role.FINANCE_OFFICER, "*");
        String path = "/api/v1/funds/" + city + "/receive";
        Answer other = Api.post(path, receiving("王芳"), staff.signIn());
        assertThat(other.status()).isEqualTo(403);
        assertThat(other.at("/code")).isEqualTo("ACTOR_NOT_YOU");
        assertThat(Api.post(path, receiving(staff.actor()), staff.signIn()).status())
                .isEqualTo(201);
        Answer approved =
                Api.post(
                        path,
                        receiving("").replace("{", "{\"approvedBy\":[\"陈立\"],"),
                        staff.signIn());
        assertThat(approved.at("/code")).isEqualTo("APPROVAL_NOT_YOURS");
        assertThat(receive(staff, city).status()).isEqualTo(201);
        assertThat(Api.get("/api/v1/funds/" + city + "/trail?limit=1000").body())
                .contains(staff.actor())
                .doesNotContain("陈立");
        assertThat(Api.post(path, receiving("王芳")).status())
                .as("who records for others")
                .isEqualTo(201);
    }

    @Test
    void aFindingBelongsWhereItsFundBelongs() {
        String finding = Api.unique("F");
        String body =
                """
                {"finding":"%s","postingId":"f","effective":"2024-01-02","fund":"%s",
                 "type":"OTHER","amount":"0.00","currency":"CNY","description":"d","source":"s"}\
                """
                        .formatted(finding, otherCity);
        Person auditor = People.of(Role.AUDITOR, "ZJ/QZ");
        assertThat(Api.post("/api/v1/findings", body, auditor.signIn()).at("/code"))
                .isEqualTo("OUTSIDE_SCOPE");
        assertThat(Api.post("/api/v1/findings", body).status()).isEqualTo(201);
        Answer closing =
                Api.post(
                        "/api/v1/findings/" + finding + "/close-finding",
                        "{\"postingId\":\"c\",\"effective\":\"2024-01-03\",\"conclusion\":\"c\"}",
                        auditor.signIn());
        assertThat(closing.at("/code")).isEqualTo("OUTSIDE_SCOPE");
        assertThat(Api.get("/api/v1/findings?limit=1000", auditor.signIn()).body())
                .doesNotContain(finding);
        String wrongFund = "/funds/" + city + "/findings/" + finding;
        Answer hidden = Api.get(wrongFund, auditor.signIn());
        assertThat(hidden.status())
                .as("nobody is led to a fund that they do not see")
                .isEqualTo(404);
        assertThat(hidden.body()).doesNotContain(otherCity);
        Person everywhere = People.of(Role.AUDITOR, "*");
        Answer led = Api.get(wrongFund, everywhere.signIn());
        assertThat(led.status()).isEqualTo(302);
        assertThat(led.header("location")).contains("/funds/" + otherCity + "/findings/" + finding);
    }
}
