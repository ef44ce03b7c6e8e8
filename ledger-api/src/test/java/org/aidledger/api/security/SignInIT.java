package org.aidledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aidledger.access.Role;
import org.aidledger.api.Api;
import org.aidledger.api.Api.Answer;
import org.aidledger.api.security.People.Person;
import org.junit.jupiter.api.Test;

/** Ways to sign in, and ways that must not work. */
class SignInIT {

    private static final String OWN_PASSWORD = "a password of one's own";

    private static String[] basic(String user, String password) {
        String both = user + ":" + password;
        return new String[] {
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8))
        };
    }

    private static Answer me(String... signIn) {
        return Api.get("/api/v1/me", signIn);
    }

    /** A new account and its first password. */
    private record Newcomer(String user, String password) {
        static Newcomer arrive() {
            String user = Api.unique("newcomer");
            Answer made =
                    Api.post(
                            "/api/v1/accounts",
                            """
                            {"user":"%s","roles":["finance-officer"],"scope":["*"]}\
                            """
                                    .formatted(user));
            assertThat(made.status()).as(made.body()).isEqualTo(201);
            return new Newcomer(user, made.at("/password"));
        }

        Newcomer settled() {
            Answer changed = change(password, OWN_PASSWORD);
            assertThat(changed.status()).as(changed.body()).isEqualTo(204);
            return new Newcomer(user, OWN_PASSWORD);
        }

        Answer change(String current, String wanted) {
            return Api.post(
                    "/api/v1/me/password",
                    "{\"current\":\"%s\",\"password\":\"%s\"}".formatted(current, wanted),
                    basic(user, password));
        }
    }

    @Test
    void nobodyGetsABareHealthCheckAndNothingElse() {
        Answer health = Api.send(Api.stranger("/actuator/health").GET());
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.at("/status")).isEqualTo("UP");
        assertThat(health.body()).doesNotContain("components", "details");
        for (String path :
                List.of("/api/v1/funds", "/v3/api-docs", "/actuator/info", "/actuator/env", "/x")) {
            Answer answer = Api.send(Api.stranger(path).GET());
            assertThat(answer.status()).as(path).isIn(401, 302);
        }
        Answer funds = Api.send(Api.stranger("/api/v1/funds").GET());
        assertThat(funds.at("/code")).isEqualTo("SIGN_IN_REQUIRED");
        assertThat(funds.header("www-authenticate")).isEqualTo("Bearer realm=\"Aid Ledger\"");
    }

    @Test
    void aNewAccountChangesItsPasswordBeforeAnythingElse() {
        Newcomer newcomer = Newcomer.arrive();
        String[] first = basic(newcomer.user(), newcomer.password());

        assertThat(me(first).at("/mustChangePassword")).isEqualTo("true");
        Answer funds = Api.get("/api/v1/funds", first);
        assertThat(funds.status()).isEqualTo(403);
        assertThat(funds.at("/code")).isEqualTo("PASSWORD_CHANGE_REQUIRED");
        assertThat(newcomer.change("wrong password", OWN_PASSWORD).status()).isEqualTo(400);
        assertThat(newcomer.change(newcomer.password(), "short").status()).isEqualTo(400);
        assertThat(newcomer.change(newcomer.password(), newcomer.password()).status())
                .isEqualTo(400);
        assertThat(newcomer.change(newcomer.password(), OWN_PASSWORD).status()).isEqualTo(204);

        assertThat(me(first).status()).as("the old password").isEqualTo(401);
        String[] now = basic(newcomer.user(), OWN_PASSWORD);
        assertThat(me(now).at("/mustChangePassword")).isEqualTo("false");
        assertThat(Api.get("/api/v1/funds", now).status()).isEqualTo(200);
    }

    @Test
    void fiveFailuresInARowLockTheAccount() {
        Newcomer newcomer = Newcomer.arrive().settled();
        for (int i = 0; i < 4; i++) {
            assertThat(me(basic(newcomer.user(), "guess " + i)).at("/code"))
                    .isEqualTo("SIGN_IN_FAILED");
        }
        assertThat(me(basic(newcomer.user(), OWN_PASSWORD)).status())
                .as("a success begins anew")
                .isEqualTo(200);
        for (int i = 0; i < 5; i++) {
            assertThat(me(basic(newcomer.user(), "guess " + i)).status()).isEqualTo(401);
        }
        Answer locked = me(basic(newcomer.user(), OWN_PASSWORD));
        assertThat(locked.status()).isEqualTo(401);
        assertThat(locked.at("/code")).isEqualTo("ACCOUNT_LOCKED");
        Answer listed = Api.get("/api/v1/accounts/" + newcomer.user());
        assertThat(Instant.parse(listed.at("/lockedUntil")))
                .isBetween(Instant.now().plusSeconds(13 * 60), Instant.now().plusSeconds(15 * 60));

        Api.post("/api/v1/accounts/" + newcomer.user() + "/unlock", "{}");
        assertThat(me(basic(newcomer.user(), OWN_PASSWORD)).status()).isEqualTo(200);
    }

    @Test
    void whoIsNotThereIsAnsweredAsWhoIsWrong() {
        assertThat(me(basic("nobody-at-all", "guess")).body())
                .isEqualTo(me(basic(Newcomer.arrive().user(), "guess")).body());
    }

    @Test
    void aLockedAccountsTokensOpenNothing() {
        Person person = People.of(Role.AUDITOR, "*");
        assertThat(me(person.signIn()).status()).isEqualTo(200);
        Api.post("/api/v1/accounts/" + person.user() + "/lock", "{}");
        assertThat(me(person.signIn()).at("/code")).isEqualTo("ACCOUNT_LOCKED");
    }

    @Test
    void aTokenIsShownOnceExpiresAndIsRevoked() {
        Person person = People.of(Role.FINANCE_OFFICER, "*");
        Answer made =
                Api.post("/api/v1/tokens", "{\"note\":\"nightly\",\"days\":2}", person.signIn());
        String token = made.at("/token");
        assertThat(token).startsWith("aidl_").hasSizeGreaterThan(40);
        assertThat(me(People.bearer(token)).at("/user")).isEqualTo(person.user());
        assertThat(Api.get("/api/v1/tokens", person.signIn()).body())
                .contains("nightly")
                .doesNotContain(token, Secrets.sha256(token));
        assertThat(me(People.bearer(People.token(person.user(), Instant.now()))).at("/detail"))
                .isEqualTo("The token has expired.");

        Person other = People.of(Role.FINANCE_OFFICER, "*");
        String id = made.at("/id");
        assertThat(Api.send("DELETE", "/api/v1/tokens/" + id, "", other.signIn()).status())
                .as("somebody else's")
                .isEqualTo(404);
        assertThat(Api.get("/api/v1/tokens?user=" + person.user(), other.signIn()).status())
                .isEqualTo(403);
        assertThat(me(People.bearer(token)).status()).isEqualTo(200);
        assertThat(Api.send("DELETE", "/api/v1/tokens/" + id, "", person.signIn()).status())
                .isEqualTo(204);
        assertThat(me(People.bearer(token)).at("/detail")).isEqualTo("The token was revoked.");
    }

    @Test
    void rolesThatAreTakenAwayAreGoneAtOnce() {
        Person person = People.of(Role.ADMINISTRATOR, "*");
        assertThat(Api.get("/api/v1/accounts", person.signIn()).status()).isEqualTo(200);
        Api.send("PUT", "/api/v1/accounts/" + person.user(), "{\"roles\":[\"auditor\"]}");
        assertThat(Api.get("/api/v1/accounts", person.signIn()).status()).isEqualTo(403);
    }

    @Test
    void twoAccountsNeverActUnderOneName() {
        Person person = People.of(Role.AUDITOR, "*");
        Answer taken =
                Api.post(
                        "/api/v1/accounts",
                        "{\"user\":\"%s\",\"actor\":\"%s\"}"
                                .formatted(Api.unique("double"), person.actor()));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.at("/code")).isEqualTo("ACCOUNT_EXISTS");
    }

    @Test
    void signingInWithATokenMakesNoSession() {
        Answer answer = me(People.of(Role.AUDITOR, "*").signIn());
        assertThat(answer.header("set-cookie")).isEmpty();
        Newcomer newcomer = Newcomer.arrive().settled();
        assertThat(me(basic(newcomer.user(), OWN_PASSWORD)).header("set-cookie")).isEmpty();
    }

    @Test
    void everyAnswerTellsBrowsersToBeCareful() {
        Answer answer = Api.get("/api/v1/funds");
        assertThat(answer.header("content-security-policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(answer.header("x-frame-options")).isEqualTo("DENY");
        assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
        assertThat(answer.header("cache-control")).contains("no-store");
    }

    @Test
    void theFirstAdministratorsPasswordIsInAnOwnerOnlyFile() throws IOException {
        var file = Api.data().resolve("administrator.password");
        String password = Files.readString(file).strip();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(Api.data().resolve("cli.token"))))
                .isEqualTo("rw-------");
        Answer answer = me(basic("administrator", password));
        assertThat(answer.at("/roles/0")).isEqualTo("administrator");
        assertThat(answer.at("/mustChangePassword")).isEqualTo("true");
    }

    /** A browser: it keeps cookies and sends them along. */
    private static final class Browser {

        private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        private final HttpClient http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .cookieHandler(cookies)
                        .build();

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return http.send(request(path).GET().build(), BodyHandlers.ofString());
        }

        HttpResponse<String> post(String path, String type, String body, String... headers)
                throws IOException, InterruptedException {
            HttpRequest.Builder request =
                    request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return http.send(request.build(), BodyHandlers.ofString());
        }

        private static HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create("http://localhost:" + Api.port() + path))
                    .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html");
        }

        Browser with(String cookie, String value) {
            HttpCookie planted = new HttpCookie(cookie, value);
            planted.setPath("/");
            planted.setVersion(0);
            cookies.getCookieStore().add(URI.create("http://localhost:" + Api.port()), planted);
            return this;
        }

        String cookie(String name) {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(c -> c.getName().equals(name))
                    .map(HttpCookie::getValue)
                    .findFirst()
                    .orElse("");
        }

        HttpResponse<String> signIn(Newcomer who) throws IOException, InterruptedException {
            return form(
                    "username=%s&password=%s&_csrf=%s"
                            .formatted(
                                    who.user(),
                                    URLEncoder.encode(who.password(), StandardCharsets.UTF_8),
                                    token(get("/login").body())));
        }

        static String token(String page) {
            Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
            assertThat(token.find()).isTrue();
            return token.group(1);
        }

        HttpResponse<String> form(String path, String fields)
                throws IOException, InterruptedException {
            return post(path, "application/x-www-form-urlencoded", fields);
        }

        HttpResponse<String> form(String fields) throws IOException, InterruptedException {
            return post("/login", "application/x-www-form-urlencoded", fields);
        }
    }

    @Test
    void aBrowserGetsASessionOfItsOwnAfterSigningIn() throws IOException, InterruptedException {
        Newcomer who = Newcomer.arrive().settled();
        Browser browser = new Browser();
        browser.get("/somewhere");
        String before = browser.cookie("JSESSIONID");
        assertThat(before).as("a session that somebody else may know").isNotEmpty();

        HttpResponse<String> in = browser.signIn(who);

        assertThat(in.statusCode()).isEqualTo(302);
        assertThat(in.headers().allValues("set-cookie"))
                .anySatisfy(cookie ->
                        assertThat(cookie).contains("JSESSIONID", "HttpOnly", "SameSite=Lax"));
        assertThat(browser.cookie("JSESSIONID")).isNotEmpty().isNotEqualTo(before);
        assertThat(browser.get("/api/v1/me").body()).contains(who.user());

        Api.post("/api/v1/accounts/" + who.user() + "/lock", "{}");
        assertThat(browser.get("/api/v1/me").statusCode()).as("locked since").isEqualTo(401);
    }

    /** Nor with what stands in a replica or a dump of it. */
    @Test
    void nobodyGoesOnInASessionWithWhatTheDatabaseSays() throws IOException, InterruptedException {
        Newcomer who = Newcomer.arrive().settled();
        Browser browser = new Browser();
        browser.signIn(who);
        String secret = browser.cookie("JSESSIONID");
        List<String> ids =
                Api.database()
                        .sql(
                                "select session_id from people.browser_session where principal_name = ?")
                        .param(who.user())
                        .query((row, _) -> row.getString("session_id"))
                        .list();

        assertThat(ids).hasSize(1).doesNotContain(secret);
        String id = ids.getFirst();
        for (String stolen :
                List.of(
                        id,
                        Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8)))) {
            assertThat(new Browser().with("JSESSIONID", stolen).get("/api/v1/me").statusCode())
                    .isEqualTo(401);
        }
        assertThat(new Browser().with("JSESSIONID", secret).get("/api/v1/me").body())
                .as("it is the cookie that opens it")
                .contains(who.user());
        assertThat(browser.get("/api/v1/me").body()).contains(who.user());
        assertThat(browser.cookie("JSESSIONID")).as("is sent once").isEqualTo(secret);
    }

    @Test
    void aNewcomerAtABrowserIsLedToTheirPasswordFirst() throws IOException, InterruptedException {
        Newcomer who = Newcomer.arrive();
        Browser browser = new Browser();
        browser.signIn(who);
        HttpResponse<String> anywhere = browser.get("/funds/x");
        assertThat(anywhere.statusCode()).isEqualTo(302);
        assertThat(anywhere.headers().firstValue("Location").orElse("")).endsWith("/password");
        assertThat(browser.get("/assets/ledger.css").statusCode()).isEqualTo(200);
        HttpResponse<String> stale = browser.form("/password", "current=a&password=b&again=b");
        assertThat(stale.statusCode()).isEqualTo(403);
        assertThat(stale.body()).contains("页面开得太久了");
        String form = browser.get("/password").body();
        assertThat(form).contains("先把初始密码换成您自己的");

        String fields = "current=%s&password=%s&again=%s&_csrf=%s";
        String token = Browser.token(form);
        String own = URLEncoder.encode(OWN_PASSWORD, StandardCharsets.UTF_8);
        HttpResponse<String> wrong =
                browser.form("/password", fields.formatted("wrong", own, own, token));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("现在的密码不对");
        String given = URLEncoder.encode(who.password(), StandardCharsets.UTF_8);
        assertThat(
                        browser.form("/password", fields.formatted(given, "short", "short", token))
                                .body())
                .contains("至少 12 个字符");
        HttpResponse<String> changed =
                browser.form("/password", fields.formatted(given, own, own, token));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(302);
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void aSessionAloneChangesNothing() throws IOException, InterruptedException {
        Newcomer who = Newcomer.arrive().settled();
        Browser browser = new Browser();
        assertThat(browser.form("username=%s&password=x".formatted(who.user())).statusCode())
                .as("signing somebody in from elsewhere")
                .isEqualTo(403);
        browser.signIn(who);

        HttpResponse<String> forged = browser.post("/api/v1/tokens", "application/json", "{}");
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("CSRF_TOKEN_MISSING");

        browser.get("/login");
        HttpResponse<String> own =
                browser.post(
                        "/api/v1/tokens",
                        "application/json",
                        "{}",
                        "X-XSRF-TOKEN",
                        browser.cookie("XSRF-TOKEN"));
        assertThat(own.statusCode()).as(own.body()).isEqualTo(201);
    }

    @Test
    void aPersonWithoutRolesMayOnlySeeToTheirAccount() {
        Person person = People.of(Set.of(), "*");
        assertThat(me(person.signIn()).status()).isEqualTo(200);
        assertThat(Api.get("/api/v1/funds", person.signIn()).status()).isEqualTo(403);
    }
}
