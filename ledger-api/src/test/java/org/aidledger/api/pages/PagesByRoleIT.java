package org.aidledger.api.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.aidledger.access.Permits;
import org.aidledger.access.Right;
import org.aidledger.access.Role;
import org.aidledger.event.EventLog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every page and form there is, for every role. What should come of it stands in a table here; a
 * page that is not in it fails.
 */
class PagesByRoleIT {

    private static final Set<Role> EVERYBODY = Set.of(Role.values());
    private static final Set<Role> ADMINISTRATOR = Set.of(Role.ADMINISTRATOR);
    private static final Set<Role> FILES = Permits.of(Right.IMPORT);
    private static final Set<Role> SAMPLES = Permits.of(Right.SAMPLES);
    private static final Set<Role> APPROVALS = Permits.of(Right.APPROVALS);
    private static final Set<Role> EXAMINERS = Set.of(Role.AUDITOR, Role.REGULATOR);
    private static final Set<Role> OPENERS = Set.of(Role.FINANCE_APPROVER, Role.ADMINISTRATOR);

    private static final Set<Role> NOT_ADMINISTRATORS =
            Set.copyOf(EnumSet.complementOf(EnumSet.of(Role.ADMINISTRATOR)));

    /** Whom a page or form does not turn away; forms of commands turn away by command. */
    private static final Map<String, Set<Role>> TABLE = new TreeMap<>();

    static {
        for (String page :
                List.of(
                        "GET /",
                        "GET /login",
                        "GET /password",
                        "GET /account",
                        "GET /funds/{fund}",
                        "GET /funds/{fund}/postings",
                        "GET /funds/{fund}/events/{position}",
                        "GET /funds/{fund}/replay",
                        "GET /funds/{fund}/projects/{project}",
                        "GET /funds/{fund}/findings",
                        "GET /funds/{fund}/findings/{finding}",
                        "GET /funds/{fund}/changes",
                        "GET /funds/{fund}/policies",
                        "GET /snapshots",
                        "GET /snapshots/{snapshot}",
                        "GET /snapshots/{snapshot}/print",
                        "GET /snapshots/{snapshot}/compare")) {
            TABLE.put(page, EVERYBODY);
        }
        TABLE.put("GET /funds/{fund}/post", NOT_ADMINISTRATORS);
        TABLE.put("GET /funds/{fund}/reads", Permits.of(Right.READS));
        TABLE.put("GET /snapshots/new", EVERYBODY);
        TABLE.put("GET /sheet/file", FILES); // leads to the page of all sheets
        TABLE.put("GET /samples", SAMPLES);
        TABLE.put("GET /samples/{sample}", SAMPLES);
        TABLE.put("GET /funds/{fund}/samples/draw", SAMPLES);
        TABLE.put("POST /funds/{fund}/samples/draw", SAMPLES);
        TABLE.put("POST /samples/{sample}", SAMPLES);
        TABLE.put("GET /approvals", APPROVALS);
        TABLE.put("GET /approvals/{approval}", APPROVALS);
        TABLE.put("GET /approvals/selected", APPROVALS); // of nothing, without a choice
        TABLE.put("POST /snapshots", Permits.of(Right.SNAPSHOTS));
        TABLE.put("POST /snapshots/{snapshot}", Permits.of(Right.SIGNING));
        TABLE.put("POST /approvals/selected", APPROVALS);
        TABLE.put("POST /approvals/{approval}", APPROVALS);
        for (String sheet :
                List.of(
                        "GET /sheet",
                        "GET /sheet/template",
                        "GET /sheet/{id}",
                        "GET /sheet/{id}/result",
                        "POST /sheet/file",
                        "POST /sheet/{id}/drop",
                        "POST /sheet/{id}/judge",
                        "POST /sheet/{id}/post",
                        "POST /sheet/{id}/rows/{row}")) {
            TABLE.put(sheet, FILES);
        }
        for (String page :
                List.of(
                        "GET /administration",
                        "GET /administration/people",
                        "GET /administration/people/{user}",
                        "GET /administration/tokens",
                        "GET /administration/reads",
                        "GET /administration/system",
                        "GET /administration/payees",
                        "POST /administration/people",
                        "POST /administration/people/{user}",
                        "POST /administration/people/{user}/lock",
                        "POST /administration/people/{user}/unlock",
                        "POST /administration/people/{user}/reset-password",
                        "POST /administration/tokens",
                        "POST /administration/tokens/{id}/revoke",
                        "POST /administration/system/rebuild",
                        "POST /administration/system/checkpoint",
                        "POST /administration/payees/find",
                        "POST /administration/payees/erase")) {
            TABLE.put(page, ADMINISTRATOR);
        }
        TABLE.put("GET /post/open-fund", OPENERS);
        TABLE.put("POST /post/open-fund", OPENERS);
        TABLE.put("POST /post/open-fund/check", OPENERS);
        TABLE.put("POST /post/open-fund/rows", OPENERS);
        TABLE.put("GET /findings/raise", EXAMINERS);
        TABLE.put("POST /findings/raise", EXAMINERS);
        TABLE.put("POST /findings/raise/rows", EXAMINERS);
        TABLE.put("POST /findings/raise/check", EXAMINERS);
    }

    /** What a command needs is asked for where it is sent; {@code FormsIT} walks all commands. */
    private static final Set<String> BY_COMMAND =
            Set.of(
                    "POST /funds/{fund}/post",
                    "POST /funds/{fund}/post/check",
                    "POST /funds/{fund}/post/rows",
                    "GET /funds/{fund}/findings/{finding}/{command}",
                    "POST /funds/{fund}/findings/{finding}/{command}",
                    "POST /funds/{fund}/findings/{finding}/{command}/rows",
                    "POST /funds/{fund}/findings/{finding}/{command}/check");

    /** One's own account is anybody's. */
    private static final Set<String> OWN =
            Set.of("POST /password", "POST /account/tokens", "POST /account/tokens/{id}/revoke");

    /** Enough of everything that no form is turned away for what it lacks. */
    private static final Map<String, List<String>> FILLED =
            Map.of(
                    "user", List.of("nobody"),
                    "fund", List.of("zhejiang-aksu-2024"),
                    "id", List.of("0123456789abcdef01234567"),
                    "decision", List.of("approve"),
                    "postingId", List.of("by-role"),
                    "do", List.of("close"),
                    "position", List.of("1"));

    private static final Map<String, List<String>> NOTHING = Map.of();

    private static final Map<String, List<String>> NONSENSE =
            Map.of(
                    "fund", List.of("no such fund/"),
                    "decision", List.of("perhaps"),
                    "payee", List.of("nobody's pseudonym"),
                    "scope", List.of("?"),
                    "roles", List.of("KING"));

    private static String position = "";

    @BeforeAll
    static void find() {
        position = Long.toString(Figures.anEvent());
    }

    private static Set<String> pages() {
        Set<String> pages = new TreeSet<>();
        Objects.requireNonNull(Workbench.bean(DispatcherServlet.class).getHandlerMappings())
                .stream()
                .filter(RequestMappingHandlerMapping.class::isInstance)
                .flatMap(m ->
                        ((RequestMappingHandlerMapping) m).getHandlerMethods().entrySet().stream())
                .filter(e ->
                        e.getValue().getBeanType().getName().startsWith("org.aidledger.api.pages."))
                .forEach(e ->
                        e.getKey()
                                .getMethodsCondition()
                                .getMethods()
                                .forEach(method ->
                                        e.getKey()
                                                .getPatternValues()
                                                .forEach(p -> pages.add(method + " " + p))));
        pages.removeIf(p -> p.startsWith("GET /api/") || p.startsWith("GET /assets/"));
        return pages;
    }

    @Test
    void everyPageStandsInTheTable() {
        Set<String> known = new TreeSet<>(TABLE.keySet());
        known.addAll(BY_COMMAND);
        known.addAll(OWN);
        assertThat(pages()).isEqualTo(known);
    }

    private static String path(String page) {
        return page.substring(page.indexOf(' ') + 1)
                .replace("{fund}", "zhejiang-aksu-2024")
                .replace("{position}", position)
                .replace("{project}", "AKS-001")
                .replace("{snapshot}", "monthly-2024-06")
                .replace("{user}", "nobody-of-that-name")
                .replace("{approval}", "0123456789abcdef01234567")
                .replaceAll("\\{[a-z]+\\}", "1");
    }

    @Test
    void everyPageIsForWhomTheTableSays() {
        List<String> wrong = new ArrayList<>();
        TABLE.forEach((page, roles) -> {
            if (page.startsWith("GET ")) {
                for (Role role : Role.values()) {
                    String path =
                            path(page) + (page.endsWith("/compare") ? "?with=monthly-2024-05" : "");
                    int status = Workbench.get(role, path).statusCode();
                    if (status >= 500 || (status == 403) == roles.contains(role)) {
                        wrong.add("%s for %s: %d".formatted(page, role, status));
                    }
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    /**
     * With a token against forgery that is good, filled in or with nothing in it: who sends a form
     * is looked at before what it says.
     */
    @Test
    void whoMaySeeNoFormMaySendNone() {
        long before = Workbench.bean(EventLog.class).count();
        List<String> wrong = new ArrayList<>();
        TABLE.forEach((page, roles) -> {
            for (Role role : Role.values()) {
                if (page.startsWith("POST ") && !roles.contains(role)) {
                    for (Map<String, List<String>> fields : List.of(FILLED, NOTHING, NONSENSE)) {
                        HttpResponse<String> answer =
                                Visitor.as(role).submit("/account", path(page), fields);
                        boolean stale = answer.body().contains("什么也没有记下");
                        if (answer.statusCode() != 403 || stale) {
                            wrong.add(
                                    "%s for %s with %s: %d"
                                            .formatted(
                                                    page,
                                                    role,
                                                    fields.keySet(),
                                                    answer.statusCode()));
                        }
                    }
                }
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(Workbench.bean(EventLog.class).count()).isEqualTo(before);
    }

    /** A command is refused where it arrives, whatever page it was sent from. */
    @Test
    void aFormOfAnotherPageCarriesNoCommandPastTheRights() {
        long before = Workbench.bean(EventLog.class).count();
        String fund = "/funds/taizhou-division1-2022";
        HttpResponse<String> disbursed =
                Visitor.as(Role.AUDITOR)
                        .submit(
                                "/account",
                                fund + "/post",
                                Map.of(
                                        "command", List.of("disburse"),
                                        "postingId", List.of("not-mine"),
                                        "effective", List.of("2024-06-03"),
                                        "project", List.of("TZ22-009"),
                                        "amount", List.of("1")));
        assertThat(disbursed.statusCode()).isEqualTo(403);
        HttpResponse<String> signed =
                Visitor.as(Role.FINANCE_APPROVER)
                        .submit(
                                "/account",
                                "/snapshots/monthly-2024-07",
                                Map.of("do", List.of("sign")));
        assertThat(signed.statusCode()).isEqualTo(403);
        HttpResponse<String> closed =
                Visitor.as(Role.FINANCE_OFFICER)
                        .submit(
                                "/account",
                                fund + "/findings/F-1/close-finding",
                                Map.of("conclusion", List.of("done")));
        assertThat(closed.statusCode()).isEqualTo(403);
        assertThat(Workbench.bean(EventLog.class).count()).isEqualTo(before);
    }
}
