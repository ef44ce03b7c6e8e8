package org.aidledger.snapshot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.fund.FundId;
import org.aidledger.fund.PolicyItem;
import org.aidledger.indicator.Alerts;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.Indicator;
import org.aidledger.indicator.Indicators;
import org.aidledger.indicator.ProjectFigures;
import org.aidledger.indicator.Totals;
import org.aidledger.money.Money;

/**
 * The data document of a snapshot in its form {@code aid-ledger snapshot data v1}, in {@link
 * CanonicalJson}: one value for each of the dates, with every fund's sums, its indicators with
 * numerator, denominator and basis, its alerts, and the ranking; at the cut-off date also every
 * project. Amounts are decimals in major units, as texts.
 *
 * <p>What was frozen has to come out the same for ever. So this form never changes: what a later
 * release adds to figures goes into a form of its own, and a stored example in the tests holds this
 * one to its bytes.
 */
final class SnapshotData {

    /** Says which form the data has. */
    static final String FORM = "aid-ledger snapshot data v1";

    /** The indicators of this form. */
    private static final List<Indicator.Code> CODES =
            List.of(
                    Indicator.Code.RECEIVED_RATE,
                    Indicator.Code.DISBURSEMENT_RATE,
                    Indicator.Code.DISBURSEMENT_RATE_ON_ALLOCATED,
                    Indicator.Code.DISBURSEMENT_RATE_ON_RECEIVED,
                    Indicator.Code.EXECUTION_RATE,
                    Indicator.Code.START_RATE,
                    Indicator.Code.COMPLETION_RATE,
                    Indicator.Code.COMPLETION_RATE_CAPITAL,
                    Indicator.Code.INVESTMENT_COMPLETION,
                    Indicator.Code.PROGRESS_PAYMENT_GAP,
                    Indicator.Code.LIVELIHOOD_SHARE,
                    Indicator.Code.GRASSROOTS_SHARE,
                    Indicator.Code.LIVELIHOOD_OR_GRASSROOTS_SHARE,
                    Indicator.Code.RECTIFICATION_RATE,
                    Indicator.Code.RECTIFICATION_RATE_BY_AMOUNT,
                    Indicator.Code.MATCHING_RATE,
                    Indicator.Code.IDLE_SHARE);

    /** What alerts and indicators are measured by. */
    private static final List<PolicyItem> POLICY =
            List.of(
                    PolicyItem.IDLE_AFTER_DAYS,
                    PolicyItem.GAP_ALERT_POINTS,
                    PolicyItem.LIVELIHOOD_FLOOR_PERCENT);

    private SnapshotData() {}

    static byte[] of(SnapshotFigures figures) {
        SnapshotTerms terms = figures.terms();
        return CanonicalJson.of(
                Map.of(
                        "form",
                        FORM,
                        "kind",
                        terms.kind(),
                        "asOf",
                        terms.asOf(),
                        "knownAt",
                        terms.knownAt(),
                        "funds",
                        terms.funds().stream().map(FundId::value).toList(),
                        "rankedBy",
                        terms.rankedBy(),
                        "points",
                        figures.points().stream().map(p -> point(p, terms)).toList()));
    }

    private static Map<String, Object> point(SnapshotFigures.Point point, SnapshotTerms terms) {
        boolean closing = point.asOf().equals(terms.asOf());
        return Map.of(
                "asOf",
                point.asOf(),
                "funds",
                point.funds().stream().map(f -> fund(f, closing)).toList(),
                "ranking",
                Ranking.of(point.funds(), terms.rankedBy()).stream()
                        .map(SnapshotData::place)
                        .toList());
    }

    private static Map<String, Object> place(Ranking.Place place) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("fund", place.id());
        place.rank().ifPresent(rank -> json.put("rank", rank));
        place.indicator().ifPresent(i -> json.putAll(indicator(i)));
        return json;
    }

    private static Map<String, Object> fund(FundFigures f, boolean closing) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("fund", f.fund());
        json.put("name", f.name());
        json.put("donor", f.donor());
        json.put("recipient", f.recipient());
        json.put("fiscalYear", f.fiscalYear());
        json.put("mode", f.mode());
        json.put("currency", f.denomination().currency());
        json.put("planVersion", f.planVersion());
        json.put("authorised", amount(f.authorised()));
        json.put("received", amount(f.received()));
        json.put("remaining", amount(f.remaining()));
        json.put("pool", amount(f.pool()));
        json.put("totals", totals(f.totals()));
        json.put("findings", findings(f.findings()));
        json.put("breaches", f.breaches());
        Map<String, Object> flows = new LinkedHashMap<>();
        f.otherFlows()
                .forEach((kind, flow) ->
                        flows.put(
                                kind,
                                Map.of("lines", flow.lines(), "amount", amount(flow.amount()))));
        json.put("otherFlows", flows);
        Map<String, Object> policy = new LinkedHashMap<>();
        POLICY.forEach(item -> policy.put(item.name(), f.policy(item)));
        json.put("policy", policy);
        json.put(
                "indicators",
                Indicators.of(f).stream()
                        .filter(i -> CODES.contains(i.code()))
                        .map(SnapshotData::indicator)
                        .toList());
        json.put(
                "alerts",
                Alerts.of(f).stream()
                        .map(a ->
                                Map.of(
                                        "kind",
                                        a.kind(),
                                        "subject",
                                        a.subject(),
                                        "message",
                                        a.message()))
                        .toList());
        if (closing) {
            json.put("projects", f.projects().stream().map(p -> project(p, f)).toList());
        }
        return json;
    }

    private static String amount(Money money) {
        return money.decimal();
    }

    private static Map<String, Object> totals(Totals t) {
        return Map.of(
                "projects", t.projects(),
                "planned", amount(t.planned()),
                "investment", amount(t.investment()),
                "allocated", amount(t.allocated()),
                "disbursed", amount(t.disbursed()),
                "paid", amount(t.paid()),
                "reclaimed", amount(t.reclaimed()),
                "recovered", amount(t.recovered()),
                "workValue", amount(t.workValue()),
                "idle", amount(t.idle()));
    }

    private static Map<String, Object> findings(FundFigures.FindingFigures f) {
        return Map.of(
                "raised", f.raised(),
                "closed", f.closed(),
                "amountRaised", amount(f.amountRaised()),
                "amountClosed", amount(f.amountClosed()));
    }

    /** What is n/a has no value. */
    private static Map<String, Object> indicator(Indicator i) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", i.code());
        json.put("basis", i.basis());
        json.put("numerator", i.numerator());
        json.put("denominator", i.denominator());
        i.value().ifPresent(value -> json.put("value", value.toPlainString()));
        return json;
    }

    /** What a project does not have is left out. */
    private static Map<String, Object> project(ProjectFigures p, FundFigures f) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("project", p.id());
        json.put("name", p.profile().name());
        json.put("category", p.profile().category());
        json.put("place", p.profile().place());
        json.put("channel", p.profile().channel());
        json.put("kind", p.profile().kind());
        json.put("delivery", p.profile().delivery());
        json.put("capital", p.profile().capital());
        json.put("livelihood", p.profile().livelihood());
        json.put("grassroots", p.profile().grassroots());
        json.put("enterprise", p.profile().enterprise());
        json.put("status", p.status());
        json.put("inPlan", p.inPlan());
        json.put("frozen", p.frozen());
        json.put("planned", amount(p.planned()));
        json.put("investment", amount(p.investment()));
        json.put("allocated", amount(p.allocated()));
        json.put("disbursed", amount(p.disbursed()));
        json.put("paid", amount(p.paid()));
        json.put("reclaimed", amount(p.reclaimed()));
        json.put("recovered", amount(p.recovered()));
        json.put("reallocated", amount(p.reallocated()));
        json.put("contracted", amount(p.contracted()));
        json.put("matched", amount(p.matched()));
        json.put("workValue", amount(p.workValue()));
        json.put("idle", amount(p.idle(f.asOf().effective(), f.idleAfterDays())));
        put(json, "physicalPercent", p.physicalPercent());
        put(json, "started", p.started());
        put(json, "completed", p.completed());
        put(json, "accepted", p.accepted());
        put(json, "archived", p.archived());
        put(json, "closed", p.closed());
        put(json, "lastMovement", p.lastMovement());
        return json;
    }

    private static void put(Map<String, Object> json, String name, Optional<?> value) {
        value.ifPresent(v -> json.put(name, v));
    }
}
