package org.aidledger.api.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import org.aidledger.access.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every figure of a report, and both sides of every indicator, against the postings that are given
 * for it, at points in time drawn from a seed.
 */
class WhyIT {

    private static final long SEED = Long.getLong("ledger.seed", 20240630L);
    private static final JsonMapper JSON = new JsonMapper();
    private static final int POINTS = 3;
    private static final int PROJECTS = 6;

    private static final List<String> OF_FUND =
            List.of(
                    "authorised",
                    "received",
                    "planned",
                    "investment",
                    "allocated",
                    "disbursed",
                    "paid",
                    "reclaimed",
                    "recovered",
                    "idle",
                    "remaining",
                    "pool",
                    "workValue");

    private static final List<String> OF_PROJECT =
            List.of(
                    "planned",
                    "investment",
                    "allocated",
                    "disbursed",
                    "paid",
                    "reclaimed",
                    "recovered",
                    "reallocated",
                    "unspent",
                    "held",
                    "idle",
                    "contracted",
                    "matched",
                    "workValue");

    /** What a rate divides, in the order numerator, denominator. */
    private static final Map<String, List<String>> RATES =
            Map.of(
                    "RECEIVED_RATE", List.of("received", "authorised"),
                    "DISBURSEMENT_RATE", List.of("disbursed", "planned"),
                    "DISBURSEMENT_RATE_ON_ALLOCATED", List.of("disbursed", "allocated"),
                    "DISBURSEMENT_RATE_ON_RECEIVED", List.of("disbursed", "received"),
                    "EXECUTION_RATE", List.of("paid", "received"),
                    "INVESTMENT_COMPLETION", List.of("workValue", "investment"),
                    "IDLE_SHARE", List.of("idle", "allocated"));

    /** A fund at a point in time. */
    private record At(String fund, String point) {

        JsonNode get(String path) {
            HttpResponse<String> answer =
                    Workbench.get(
                            Role.AUDITOR,
                            "/api/v1/funds/%s/%s%s%s"
                                    .formatted(fund, path, path.contains("?") ? "&" : "?", point));
            assertThat(answer.statusCode()).as("%s %s", this, answer.body()).isEqualTo(200);
            return JSON.readTree(answer.body());
        }

        /** All items of a list, page by page. */
        List<JsonNode> all(String path) {
            List<JsonNode> items = new ArrayList<>();
            JsonNode page = get(path + "&limit=500");
            page.path("items").forEach(items::add);
            while (page.has("next")) {
                page = get(path + "&limit=500&cursor=" + page.path("next").asString());
                page.path("items").forEach(items::add);
            }
            return items;
        }

        /** The sum of the postings that are given for a figure. */
        BigDecimal postings(String figure, String project) {
            String path = "why?figure=" + figure + (project.isEmpty() ? "" : "&project=" + project);
            BigDecimal sum = BigDecimal.ZERO;
            LocalDate asOf = LocalDate.parse(point.substring(5, 15));
            for (JsonNode item : all(path)) {
                sum = sum.add(decimal(item.path("contribution")));
                assertThat(LocalDate.parse(item.path("effective").asString()))
                        .as("%s of %s", path, this)
                        .isBeforeOrEqualTo(asOf);
                if (!project.isEmpty()) {
                    assertThat(item.path("projects").toString()).contains('"' + project + '"');
                }
            }
            assertThat(sum)
                    .as("total of %s, %s", path, this)
                    .isEqualByComparingTo(decimal(get(path + "&limit=1").path("total")));
            return sum;
        }
    }

    private static BigDecimal decimal(JsonNode node) {
        return new BigDecimal(node.asString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zhejiang-aksu-2024",
                "quzhou-wushi-2021",
                "taizhou-division1-2022",
                "quzhou-wushi-2020",
                "wushan-2022",
                "tacheng-2017"
            })
    void thePostingsAddUpToTheFigure(String fund) {
        Random random = new Random(SEED + fund.hashCode());
        int year = Integer.parseInt(fund.substring(fund.length() - 4));
        for (int i = 0; i < POINTS; i++) {
            LocalDate asOf = LocalDate.of(year, 3, 1).plusDays(random.nextInt(500));
            LocalDate known = asOf.plusDays(random.nextInt(90));
            At at = new At(fund, "asOf=%s&knownAt=%s".formatted(asOf, known));
            JsonNode report = at.get("report");
            for (String figure : OF_FUND) {
                assertThat(at.postings(figure, ""))
                        .as("%s of %s, seed %d", figure, at, SEED)
                        .isEqualByComparingTo(decimal(report.path("totals").path(figure)));
            }
            List<JsonNode> projects = report.path("projects").valueStream().toList();
            for (int p = 0; p < PROJECTS && !projects.isEmpty(); p++) {
                JsonNode project = projects.get(random.nextInt(projects.size()));
                String id = project.path("id").asString();
                for (String figure : OF_PROJECT) {
                    assertThat(at.postings(figure, id))
                            .as("%s of %s in %s, seed %d", figure, id, at, SEED)
                            .isEqualByComparingTo(decimal(project.path(figure)));
                }
            }
            indicators(at, projects);
        }
    }

    private static void indicators(At at, List<JsonNode> projects) {
        Map<String, JsonNode> found = new java.util.HashMap<>();
        at.get("indicators")
                .path("indicators")
                .forEach(i -> found.put(i.path("code").asString(), i));
        RATES.forEach((code, sides) ->
                same(
                        at,
                        found,
                        code,
                        at.postings(sides.getFirst(), ""),
                        at.postings(sides.getLast(), "")));
        shares(at, found, projects);
        works(at, found, projects);
        matching(at, found, projects);
        findings(at, found);
        JsonNode gap = found.remove("PROGRESS_PAYMENT_GAP");
        if (gap != null) {
            assertThat(decimal(gap.path("value")))
                    .isEqualByComparingTo(
                            decimal(gap.path("numerator"))
                                    .subtract(decimal(gap.path("denominator")))
                                    .setScale(2, java.math.RoundingMode.HALF_UP));
        }
        assertThat(found.keySet()).as("every indicator was looked behind").isEmpty();
    }

    /** Takes an indicator out and compares both sides of it. */
    private static void same(
            At at,
            Map<String, JsonNode> found,
            String code,
            BigDecimal numerator,
            BigDecimal denominator) {
        JsonNode indicator = Objects.requireNonNull(found.remove(code), code);
        assertThat(numerator)
                .as("numerator of %s, %s, seed %d", code, at, SEED)
                .isEqualByComparingTo(decimal(indicator.path("numerator")));
        assertThat(denominator)
                .as("denominator of %s, %s, seed %d", code, at, SEED)
                .isEqualByComparingTo(decimal(indicator.path("denominator")));
    }

    /** Planned money by what the profile of each project says. */
    private static void shares(At at, Map<String, JsonNode> found, List<JsonNode> projects) {
        Map<String, Predicate<JsonNode>> flags =
                Map.of(
                        "LIVELIHOOD_SHARE", flag("livelihood"),
                        "GRASSROOTS_SHARE", flag("grassroots"),
                        "LIVELIHOOD_OR_GRASSROOTS_SHARE",
                                flag("livelihood").or(flag("grassroots")));
        BigDecimal planned = at.postings("planned", "");
        flags.forEach((code, flag) ->
                same(
                        at,
                        found,
                        code,
                        projects.stream()
                                .filter(flag("inPlan").and(flag))
                                .map(p -> decimal(p.path("planned")))
                                .reduce(BigDecimal.ZERO, BigDecimal::add),
                        planned));
    }

    private static Predicate<JsonNode> flag(String name) {
        return project -> project.path(name).asBoolean();
    }

    /** Counts of projects, by the events with which they began and ended. */
    private static void works(At at, Map<String, JsonNode> found, List<JsonNode> projects) {
        List<String> started = projectsOf(at, "fund.project-started");
        List<String> completed = projectsOf(at, "fund.project-completed");
        Predicate<JsonNode> isNew = p -> p.path("kind").asString().equals("NEW");
        count(at, found, "START_RATE", projects, isNew, started);
        count(at, found, "COMPLETION_RATE", projects, _ -> true, completed);
        count(at, found, "COMPLETION_RATE_CAPITAL", projects, flag("capital"), completed);
    }

    private static List<String> projectsOf(At at, String type) {
        return at.all("trail?type=" + type).stream()
                .map(e -> e.path("projects").path(0).asString())
                .toList();
    }

    private static void count(
            At at,
            Map<String, JsonNode> found,
            String code,
            List<JsonNode> projects,
            Predicate<JsonNode> of,
            List<String> passed) {
        List<String> all =
                projects.stream()
                        .filter(flag("inPlan").and(of))
                        .map(p -> p.path("id").asString())
                        .toList();
        same(
                at,
                found,
                code,
                BigDecimal.valueOf(all.stream().filter(passed::contains).count()),
                BigDecimal.valueOf(all.size()));
    }

    private static void matching(At at, Map<String, JsonNode> found, List<JsonNode> projects) {
        BigDecimal matched = BigDecimal.ZERO;
        BigDecimal due = BigDecimal.ZERO;
        for (JsonNode project : projects) {
            BigDecimal investment = decimal(project.path("investment"));
            if (project.path("enterprise").asBoolean()
                    && investment.compareTo(BigDecimal.valueOf(10_000_000)) >= 0) {
                String id = project.path("id").asString();
                matched = matched.add(at.postings("matched", id));
                due = due.add(at.postings("investment", id).multiply(new BigDecimal("0.05")));
            }
        }
        same(at, found, "MATCHING_RATE", matched, due);
    }

    /** Findings by the events of the trail: raised, and of these closed and not opened again. */
    private static void findings(At at, Map<String, JsonNode> found) {
        Map<String, BigDecimal> raised = new java.util.TreeMap<>();
        at.all("trail?type=finding.raised")
                .forEach(e ->
                        raised.put(
                                e.path("finding").asString(),
                                e.has("amount") ? decimal(e.path("amount")) : BigDecimal.ZERO));
        List<JsonNode> stages = new ArrayList<>(at.all("trail?type=finding.closed"));
        stages.addAll(at.all("trail?type=finding.reopened"));
        stages.sort(
                java.util.Comparator.comparing((JsonNode e) -> e.path("effective").asString())
                        .thenComparingLong(e -> e.path("position").asLong()));
        Map<String, BigDecimal> closed = new java.util.TreeMap<>();
        for (JsonNode stage : stages) {
            String finding = stage.path("finding").asString();
            if (stage.path("type").asString().equals("finding.closed")) {
                closed.put(finding, Objects.requireNonNull(raised.get(finding)));
            } else {
                closed.remove(finding);
            }
        }
        same(
                at,
                found,
                "RECTIFICATION_RATE",
                BigDecimal.valueOf(closed.size()),
                BigDecimal.valueOf(raised.size()));
        same(at, found, "RECTIFICATION_RATE_BY_AMOUNT", sum(closed), sum(raised));
    }

    private static BigDecimal sum(Map<String, BigDecimal> amounts) {
        return amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
