package org.aidledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aidledger.api.Api;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A ledger that believes an issuer, and that is stingy: tokens of others, limits, and a log of all
 * this in which no secret appears. The tests share the limits, so the greedy one comes last.
 */
@SuppressWarnings("JavaUtilDate") // as the library wants them
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IssuerAndLimitsIT {

    private static final String CLIENT = "--spring.security.oauth2.client.registration.ledger.";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Issuer ISSUER = new Issuer();
    private static final List<String> SECRETS = new ArrayList<>();
    private static final ListAppender<ILoggingEvent> LOGGED = new ListAppender<>();

    @SuppressWarnings("NullAway.Init")
    private static Api.Other ledger;

    @BeforeAll
    static void start() {
        ledger =
                Api.other(
                        "--ledger.limits.failed-sign-ins-per-minute=20",
                        "--ledger.limits.strangers-per-second=10",
                        "--ledger.log.public=true",
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + ISSUER.url(),
                        "--spring.security.oauth2.resourceserver.jwt.audiences=" + Issuer.AUDIENCE,
                        CLIENT + "client-id=" + Issuer.AUDIENCE,
                        CLIENT + "client-secret=only for this test",
                        CLIENT + "scope=openid",
                        CLIENT + "provider=ledger",
                        "--spring.security.oauth2.client.provider.ledger.issuer-uri="
                                + ISSUER.url(),
                        "--spring.security.oauth2.client.provider.ledger.user-name-attribute="
                                + "preferred_username");
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        LOGGED.start();
        root.addAppender(LOGGED);
        // As talkative as an operator who looks for a mistake would make it.
        ((Logger) LoggerFactory.getLogger("org.aidledger")).setLevel(Level.DEBUG);
        ((Logger) LoggerFactory.getLogger("org.springframework.security")).setLevel(Level.DEBUG);
        ((Logger) LoggerFactory.getLogger("org.springframework.web")).setLevel(Level.DEBUG);
    }

    @AfterAll
    static void stop() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME))
                .detachAppender(LOGGED);
        ((Logger) LoggerFactory.getLogger("org.aidledger")).setLevel(Level.INFO);
        ((Logger) LoggerFactory.getLogger("org.springframework.security")).setLevel(Level.WARN);
        ((Logger) LoggerFactory.getLogger("org.springframework.web")).setLevel(null);
        ledger.close();
        ISSUER.close();
        assertThat(ledger.data().resolve("cli.token")).as("gone with the server").doesNotExist();
    }

    private static HttpResponse<String> send(String method, String path, String body, String signIn)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(ledger.url() + path))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body));
        if (!signIn.isEmpty()) {
            request.header("Authorization", signIn);
            SECRETS.add(signIn.substring(signIn.indexOf(' ') + 1));
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> me(JWTClaimsSet.Builder claims)
            throws IOException, InterruptedException {
        return send("GET", "/api/v1/me", "", "Bearer " + ISSUER.signed(claims));
    }

    /** In other ledgers a sign-in is asked for; the walk over all endpoints and roles tells. */
    @Test
    @Order(1)
    void aPublicLogIsReadByAnybodyAndByNobodyChanged() throws IOException, InterruptedException {
        assertThat(send("POST", "/api/v1/log/checkpoint", "", key()).statusCode()).isEqualTo(201);
        HttpResponse<String> read = send("GET", "/api/v1/log/checkpoint", "", "");
        assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
        assertThat(send("GET", "/api/v1/log/key", "", "").statusCode()).isEqualTo(200);
        assertThat(send("POST", "/api/v1/log/checkpoint", "", "").statusCode()).isEqualTo(401);
        assertThat(send("GET", "/api/v1/events", "", "").statusCode()).isEqualTo(401);
    }

    private static String key() {
        return "Bearer " + ledger.key();
    }

    @Test
    @Order(1)
    void anIssuersTokenSaysWhoAndWhatFor() throws IOException, InterruptedException {
        HttpResponse<String> answer = me(ISSUER.claims());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode me = JSON.readTree(answer.body());
        assertThat(me.path("user").asString()).isEqualTo("issuer:s-1");
        assertThat(me.path("actor").asString()).isEqualTo("叶明辉");
        assertThat(me.path("roles").toString()).isEqualTo("[\"auditor\"]");
        assertThat(me.path("scope").toString()).isEqualTo("[\"ZJ/QZ\"]");
        assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
    }

    /** A browser, which goes to the issuer and back, with a cookie that comes along from there. */
    private static final class Browser implements AutoCloseable {

        private final HttpClient http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.ALWAYS)
                        .cookieHandler(new CookieManager())
                        .build();

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return http.send(
                    HttpRequest.newBuilder(ledger().resolve(path))
                            .header("Accept", "text/html, */*;q=0.5")
                            .build(),
                    BodyHandlers.ofString());
        }

        HttpResponse<String> signIn() throws IOException, InterruptedException {
            return get("/oauth2/authorization/ledger");
        }

        HttpResponse<String> signOut(String page) throws IOException, InterruptedException {
            Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
            assertThat(token.find()).as(page).isTrue();
            return http.send(
                    HttpRequest.newBuilder(ledger().resolve("/logout"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("_csrf=" + token.group(1)))
                            .build(),
                    BodyHandlers.ofString());
        }

        @Override
        public void close() {
            http.close();
        }
    }

    private static URI ledger() {
        return URI.create(ledger.url());
    }

    /** Else whoever sits at the browser next would be let in again without a question. */
    @Test
    @Order(2)
    void whoCameFromAnIssuerIsSignedOutThereToo() throws IOException, InterruptedException {
        try (Browser browser = new Browser()) {
            HttpResponse<String> in = browser.signIn();
            assertThat(in.headers().firstValue("content-security-policy").orElse(""))
                    .as("the form that signs out may lead there")
                    .endsWith("form-action 'self' " + ISSUER.url());
            HttpResponse<String> out = browser.signOut(in.body());
            assertThat(out.uri()).isEqualTo(ledger().resolve("/login?out=yes"));
            assertThat(out.body()).contains("您已退出");
            assertThat(ISSUER.signedOut()).singleElement().asString().contains(".");
            SECRETS.addAll(ISSUER.signedOut());
            assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
        }
    }

    /** Who was locked out there, or got other roles, would keep the old ones for ever. */
    @Test
    @Order(2)
    void anIssuerIsNotBelievedForEver() throws IOException, InterruptedException {
        ISSUER.signIn(Duration.ofHours(11));
        try (Browser browser = new Browser()) {
            HttpResponse<String> in = browser.signIn();
            assertThat(in.uri()).isEqualTo(ledger().resolve("/login?error=expired"));
            assertThat(in.body()).contains("请重新登录");
            ISSUER.signIn(Duration.ZERO);
            assertThat(browser.signIn().body()).contains("叶明辉");
        } finally {
            ISSUER.signIn(Duration.ZERO);
        }
    }

    /** What a browser does: to the issuer and back, with a cookie that comes along from there. */
    @Test
    @Order(2)
    void anIssuersPeopleSignInAtABrowser() throws IOException, InterruptedException {
        try (Browser browser = new Browser()) {
            assertThat(browser.get("/login").body()).contains("用 localhost 登录");
            HttpResponse<String> page = browser.signIn();
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            assertThat(page.uri().getHost()).as("back from the issuer").isEqualTo("127.0.0.1");
            assertThat(page.body()).contains("叶明辉");
            assertThat(JSON.readTree(browser.get("/api/v1/me").body()).path("actor").asString())
                    .isEqualTo("叶明辉");
        }
        HttpResponse<String> first =
                HTTP.send(
                        HttpRequest.newBuilder(ledger().resolve("/oauth2/authorization/ledger"))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(first.headers().allValues("set-cookie"))
                .as("a strict one would be left behind when the issuer sends the browser back")
                .anyMatch(c -> c.startsWith("JSESSIONID=") && c.contains("SameSite=Lax"));
    }

    @Test
    @Order(3)
    void othersTokensOpenNothing() throws IOException, InterruptedException, JOSEException {
        JWTClaimsSet.Builder good = ISSUER.claims();
        List<String> bad =
                List.of(
                        ISSUER.signed(ISSUER.claims().issuer("https://elsewhere.example")),
                        ISSUER.signed(ISSUER.claims().audience("another-program")),
                        ISSUER.signed(
                                ISSUER.claims()
                                        .expirationTime(
                                                Date.from(Instant.now().minusSeconds(120)))),
                        ISSUER.signed(
                                ISSUER.claims()
                                        .notBeforeTime(Date.from(Instant.now().plusSeconds(600)))),
                        Issuer.signed(good, new RSAKeyGenerator(2048).keyID("k1").generate()),
                        new PlainJWT(good.build()).serialize(),
                        // What tells who somebody is, from the same issuer for the same program.
                        ISSUER.signed(ISSUER.claims().claim("nonce", "n")),
                        ISSUER.signed(ISSUER.claims().claim("at_hash", "h")),
                        ISSUER.signed(ISSUER.claims().claim("typ", "ID")),
                        ISSUER.signed(ISSUER.claims().claim("ledger_scope", "not//a/scope")),
                        "rubbish");
        for (String token : bad) {
            HttpResponse<String> answer = send("GET", "/api/v1/me", "", "Bearer " + token);
            assertThat(answer.statusCode()).as(token).isEqualTo(401);
            assertThat(answer.body()).contains("\"code\":\"TOKEN_NOT_ACCEPTED\"");
            assertThat(answer.headers().firstValue("www-authenticate").orElse(""))
                    .startsWith("Bearer ");
        }
    }

    @Test
    @Order(4)
    void strangersAreSlowedDown() throws IOException, InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(ledger().resolve("/actuator/health")).build();
        List<CompletableFuture<HttpResponse<String>>> asked =
                Stream.generate(() -> HTTP.sendAsync(question, BodyHandlers.ofString()))
                        .limit(100)
                        .toList(); // all at once, however slow the machine is
        int turnedAway = 0;
        for (CompletableFuture<HttpResponse<String>> each : asked) {
            HttpResponse<String> answer = each.join();
            if (answer.statusCode() == 429) {
                turnedAway++;
                assertThat(answer.headers().firstValueAsLong("retry-after").orElse(0))
                        .isBetween(1L, 2L);
                assertThat(answer.body()).contains("\"code\":\"TOO_MANY_REQUESTS\"");
            }
        }
        assertThat(turnedAway).isGreaterThan(10);
        assertThat(send("GET", "/api/v1/me", "", key()).statusCode())
                .as("who is signed in is not")
                .isEqualTo(200);
    }

    @Test
    @Order(5)
    void whoeverGuessesWaits() throws IOException, InterruptedException {
        HttpResponse<String> answer = guess(0);
        for (int i = 1; i < 40 && answer.statusCode() != 429; i++) {
            answer = guess(i);
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("retry-after").orElse(0)).isPositive();
        assertThat(send("GET", "/api/v1/me", "", key()).statusCode())
                .as("a token cannot be guessed, so its owner does not wait")
                .isEqualTo(200);
    }

    private static HttpResponse<String> guess(int i) throws IOException, InterruptedException {
        String both = "user-%d:guess-%d".formatted(i, i);
        SECRETS.add("guess-" + i);
        return send(
                "GET",
                "/api/v1/me",
                "",
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(both.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    @Order(6)
    void noSecretIsInTheLog() throws IOException, InterruptedException {
        HttpResponse<String> made =
                send(
                        "POST",
                        "/api/v1/accounts",
                        "{\"user\":\"logged\",\"password\":\"a secret that is long\"}",
                        key());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        HttpResponse<String> reset =
                send("POST", "/api/v1/accounts/logged/reset-password", "{}", key());
        HttpResponse<String> token = send("POST", "/api/v1/tokens", "{\"user\":\"logged\"}", key());
        assertThat(token.statusCode()).as(token.body()).isEqualTo(201);
        SECRETS.add("a secret that is long");
        SECRETS.add(JSON.readTree(reset.body()).path("password").asString());
        SECRETS.add(JSON.readTree(token.body()).path("token").asString());
        SECRETS.add(Files.readString(ledger.data().resolve("administrator.password")).strip());
        String log =
                List.copyOf(LOGGED.list).stream()
                        .map(e ->
                                e.getFormattedMessage()
                                        + (e.getThrowableProxy() == null
                                                ? ""
                                                : e.getThrowableProxy().getMessage()))
                        .collect(Collectors.joining("\n"));
        assertThat(log).as("there is a log at all").contains("/api/v1/me");
        for (String secret : SECRETS) {
            assertThat(secret).hasSizeGreaterThan(5);
            assertThat(log.contains(secret)).as("the log holds %s", secret).isFalse();
        }
    }
}
