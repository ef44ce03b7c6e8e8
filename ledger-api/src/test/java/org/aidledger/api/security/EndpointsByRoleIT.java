package org.aidledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aidledger.access.Permits;
import org.aidledger.access.Right;
import org.aidledger.access.Role;
import org.aidledger.api.Api;
import org.aidledger.api.Api.Answer;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.CommandNames;
import org.aidledger.api.security.People.Person;
import org.aidledger.approval.ApprovalId;
import org.aidledger.payee.Pseudonym;
import org.aidledger.sample.SampleId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every endpoint that the OpenAPI document names, for every role and for those who have none. What
 * should come of it is read from the table of permits; an endpoint that is not in it fails.
 */
class EndpointsByRoleIT {

    private static final Map<Role, Person> BY_ROLE = new EnumMap<>(Role.class);
    private static final CommandBinding BINDING = new CommandBinding();

    private static final Pseudonym PAYEE = new Pseudonym("payee-" + "0123456789".repeat(4));

    private static String fund = "";
    private static String finding = "";
    private static String approval = "";
    private static final String SAMPLE = "S-walked";
    private static String account = "";
    private static String expired = "";
    private static String revoked = "";
    private static String withoutRole = "";
    private static String elsewhere = "";

    @BeforeAll
    static void settle() {
        for (Role role : Role.values()) {
            BY_ROLE.put(role, People.of(role, "*"));
        }
        fund = Api.unique("walked");
        finding = Api.unique("F-walked");
        account = People.of(Set.of(), "*").user();
        opened(fund, "ZJ/QZ");
        assertThat(
                        Api.post(
                                        "/api/v1/findings",
                                        """
                                        {"finding":"%s","postingId":"f","effective":"2024-01-02",
                                         "fund":"%s","type":"OTHER","amount":"0.00","currency":"CNY",
                                         "description":"d","source":"s"}\
                                        """
                                                .formatted(finding, fund))
                                .status())
                .isEqualTo(201);
        approval = asked();
        String user = People.of(Role.AUDITOR, "*").user();
        expired = People.token(user, Instant.now().minusSeconds(1));
        revoked = revokedToken(user);
        withoutRole = People.of(Set.of(), "*").token();
        elsewhere = People.of(Set.of(Role.values()), "ZJ/NB", "fund:other-*").token();
    }

    private static void opened(String id, String organisation) {
        Answer opened =
                Api.post(
                        "/api/v1/funds",
                        """
                        {"fund":"%s","postingId":"open","effective":"2024-01-01",
                         "name":"n","donor":"d","recipient":"r","fiscalYear":2024,
                         "mode":"STRICT","channels":["LOCAL"],"organisation":"%s",
                         "authorised":"1000.00","currency":"CNY"}\
                        """
                                .formatted(id, organisation));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
    }

    /** A request that waits for a second person. */
    private static String asked() {
        Answer asked =
                Api.post(
                        "/api/v1/funds/" + fund + "/set-policy",
                        """
                        {"postingId":"ask","effective":"2024-01-02","item":"FOUR_EYES_FROM",
                         "value":"100"}\
                        """,
                        "Prefer",
                        "request-approval");
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        return asked.at("/approval");
    }

    private static String revokedToken(String user) {
        Answer made = Api.post("/api/v1/tokens", "{\"user\":\"%s\",\"days\":1}".formatted(user));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String token = made.at("/token");
        assertThat(Api.get("/api/v1/me", People.bearer(token)).status()).isEqualTo(200);
        assertThat(Api.send("DELETE", "/api/v1/tokens/" + made.at("/id"), "").status())
                .isEqualTo(204);
        return token;
    }

    /** An endpoint and the one request that is sent to it. */
    private record Endpoint(
            String method,
            String path,
            String body,
            String contentType,
            Set<Role> roles,
            boolean own) {

        @Override
        public String toString() {
            return method + " " + path;
        }

        /** About one fund, or about all of them, so that a smaller scope is not enough. */
        private boolean reachesFurther() {
            boolean opens =
                    method.equals("POST")
                            && Set.of("/api/v1/funds", "/api/v1/findings").contains(path);
            boolean maintains =
                    Set.of("/api/v1/rebuild", "/api/v1/backup", "/api/v1/restore").contains(path);
            boolean payees = path.startsWith("/api/v1/payees/");
            return Stream.of(fund, finding, approval).anyMatch(path::contains)
                    || opens
                    || maintains
                    || payees;
        }

        private Answer ask(String... signIn) {
            HttpRequest.Builder request = Api.stranger(path);
            if (signIn.length > 0) {
                request.headers(signIn);
            }
            return Api.send(
                    request.header("Accept", "application/x-ndjson, application/json, */*;q=0.1")
                            .header("Content-Type", contentType)
                            .method(
                                    method,
                                    body.isEmpty()
                                            ? BodyPublishers.noBody()
                                            : BodyPublishers.ofString(body)));
        }
    }

    @TestFactory
    Stream<DynamicTest> everyEndpointForEveryRole() {
        List<Endpoint> endpoints = endpoints();
        assertThat(endpoints.size()).isGreaterThan(70);
        return endpoints.stream()
                .map(endpoint ->
                        DynamicTest.dynamicTest(endpoint.toString(), () -> walk(endpoint)));
    }

    private static void walk(Endpoint endpoint) {
        denied(endpoint, endpoint.ask(), 401, "SIGN_IN_REQUIRED");
        denied(endpoint, endpoint.ask(People.bearer(expired)), 401, "TOKEN_NOT_ACCEPTED");
        denied(endpoint, endpoint.ask(People.bearer(revoked)), 401, "TOKEN_NOT_ACCEPTED");
        denied(endpoint, endpoint.ask(People.bearer("aidl_x")), 401, "TOKEN_NOT_ACCEPTED");
        if (endpoint.own()) {
            admitted(endpoint, endpoint.ask(People.bearer(withoutRole)));
        } else {
            denied(endpoint, endpoint.ask(People.bearer(withoutRole)), 403, "RIGHT_MISSING");
        }
        if (endpoint.reachesFurther()) {
            denied(endpoint, endpoint.ask(People.bearer(elsewhere)), 403, "OUTSIDE_SCOPE");
        } else if (!endpoint.method().equals("POST")) {
            assertThat(endpoint.ask(People.bearer(elsewhere)).body())
                    .as("%s tells those of another organisation", endpoint)
                    .doesNotContain("\"" + fund + "\"");
        }
        BY_ROLE.forEach((role, person) -> {
            Answer answer = endpoint.ask(person.signIn());
            if (endpoint.own() || endpoint.roles().contains(role)) {
                admitted(endpoint, answer);
            } else {
                denied(endpoint, answer, 403, "RIGHT_MISSING");
            }
        });
    }

    private static void denied(Endpoint endpoint, Answer answer, int status, String code) {
        assertThat(answer.status()).as("%s: %s", endpoint, answer.body()).isEqualTo(status);
        assertThat(answer.at("/code")).as("%s: %s", endpoint, answer.body()).isEqualTo(code);
        assertThat(answer.header("www-authenticate").startsWith("Bearer")).isEqualTo(status == 401);
    }

    private static void admitted(Endpoint endpoint, Answer answer) {
        assertThat(answer.status())
                .as("%s: %s", endpoint, answer.body())
                .isNotIn(401, 403, 429)
                .isLessThan(500);
    }

    private static List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        Api.description()
                .path("paths")
                .forEachEntry((path, item) ->
                        item.forEachEntry((method, operation) ->
                                endpoints.add(endpoint(method, path, operation))));
        return endpoints;
    }

    private static Endpoint endpoint(String method, String path, JsonNode operation) {
        String right = operation.path("x-right").asString("");
        assertThat(right).as("%s %s names the right that it needs", method, path).isNotEmpty();
        String example =
                operation.at("/requestBody/content/application~1json/example").asString("");
        boolean imports = path.startsWith("/api/v1/imports/") && method.equals("post");
        boolean restores = path.equals("/api/v1/restore");
        String body =
                method.equals("get") || method.equals("delete")
                        ? ""
                        : imports || restores ? "x" : example.isEmpty() ? "{}" : own(example, path);
        return new Endpoint(
                method.toUpperCase(java.util.Locale.ROOT),
                filled(path) + query(operation),
                path.endsWith("/batches") ? "[" + receiving() + "]" : body,
                imports ? "text/csv" : restores ? "application/zip" : contentType(operation),
                path.endsWith("/batches")
                        ? Permits.of(
                                BINDING.fundCommand("receive", BINDING.example(fund("receive"))))
                        : roles(right),
                right.equals(Right.OWN.toString()));
    }

    /** The first that the document names, or JSON. */
    private static String contentType(JsonNode operation) {
        return operation.at("/requestBody/content").propertyNames().stream()
                .findFirst()
                .orElse("application/json");
    }

    /** Roles by the table, not by what the document says about them. */
    private static Set<Role> roles(String right) {
        Optional<Class<?>> ofFund = CommandNames.fundCommand(right).map(c -> c);
        if (ofFund.isPresent()) {
            return Permits.of(BINDING.fundCommand(right, BINDING.example(ofFund.get())));
        }
        Optional<Class<?>> ofFinding = CommandNames.findingCommand(right).map(c -> c);
        if (ofFinding.isPresent()) {
            return Permits.of(BINDING.findingCommand(right, BINDING.example(ofFinding.get())));
        }
        if (CommandNames.ofPayees().containsKey(right)) {
            return Permits.of(
                    BINDING.payeeCommand(
                            right, PAYEE, BINDING.example(CommandNames.ofPayees().get(right))));
        }
        Optional<Class<?>> decision = Optional.ofNullable(CommandNames.ofApprovals().get(right));
        if (decision.isPresent()) {
            return Permits.of(
                    BINDING.decision(
                            right,
                            new ApprovalId(approval),
                            BINDING.example(decision.get()).put("approval", approval)));
        }
        if (CommandNames.ofSamples().containsKey(right)) {
            return Permits.of(
                    BINDING.examination(
                            right,
                            new SampleId(SAMPLE),
                            BINDING.example(CommandNames.ofSamples().get(right))
                                    .put("sample", SAMPLE)));
        }
        return Permits.of(
                Arrays.stream(Right.values())
                        .filter(r -> r.toString().equals(right))
                        .findFirst()
                        .orElseThrow());
    }

    private static Class<?> fund(String command) {
        return CommandNames.fundCommand(command).orElseThrow();
    }

    private static String receiving() {
        return """
        {"command":"receive","postingId":"%s","effective":"2024-02-01","amount":"1.00",\
        "currency":"CNY"}\
        """
                .formatted(Api.unique("b"));
    }

    /** The example, about the fund and finding that are there. */
    private static String own(String example, String path) {
        ObjectNode body = (ObjectNode) BINDING.parse(example);
        if (body.has("fund")) {
            body.put("fund", path.equals("/api/v1/funds") ? "walked-new" : fund);
        }
        if (path.startsWith("/api/v1/approvals/")) {
            body.put("postingId", Api.unique("decide"));
        }
        if (body.has("finding") && path.startsWith("/api/v1/findings")) {
            body.put("finding", finding);
        }
        return body.toString();
    }

    private static String filled(String path) {
        return path.replace("{fund}", fund)
                .replace("{finding}", finding)
                .replace("{approval}", approval)
                .replace("{sample}", SAMPLE)
                .replace("{position}", "0")
                .replace("{level}", "0")
                .replace("{path}", "000")
                .replace("{format}", "csv")
                .replace("{user}", account)
                .replace("{payee}", PAYEE.value())
                .replace("{id}", "none")
                .replace("{snapshot}", "none")
                .replace("{other}", "none");
    }

    private static String query(JsonNode operation) {
        List<String> query = new ArrayList<>();
        operation
                .path("parameters")
                .forEach(p -> {
                    if (p.path("in").asString().equals("query")
                            && p.path("required").asBoolean(false)) {
                        query.add(
                                switch (p.path("name").asString()) {
                                    case "figure" -> "figure=received";
                                    case "from" -> "from=2024-01-01";
                                    case "to" -> "to=2024-06-30";
                                    default -> p.path("name").asString() + "=1";
                                });
                    }
                });
        return query.isEmpty() ? "" : "?" + String.join("&", query);
    }
}
