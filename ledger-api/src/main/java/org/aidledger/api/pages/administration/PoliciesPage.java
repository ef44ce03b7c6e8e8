package org.aidledger.api.pages.administration;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.aidledger.access.Role;
import org.aidledger.api.fund.FundReading;
import org.aidledger.api.http.Paging;
import org.aidledger.api.pages.frame.Frame;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.fund.FundId;
import org.aidledger.fund.PolicyItem;
import org.aidledger.indicator.FundFigures;
import org.aidledger.projections.Page;
import org.aidledger.projections.trail.Trail;
import org.aidledger.projections.trail.TrailEntry;
import org.aidledger.projections.trail.TrailFilter;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shows what a fund has settled: each policy as in force on the day, and every setting of one. */
@Controller
class PoliciesPage {

    private static final String SET = "fund.policy-set";

    private final FundReading reading;
    private final Trail trail;
    private final Frame frame;
    private final JsonMapper json;

    PoliciesPage(FundReading reading, Trail trail, Frame frame, JsonMapper json) {
        this.reading = reading;
        this.trail = trail;
        this.frame = frame;
        this.json = json;
    }

    /**
     * A policy.
     *
     * @param own whether the fund settled it otherwise than common practice
     * @param change where it can be set; empty for who may not
     */
    record Policy(String name, String value, String initial, boolean own, String change) {}

    /** A setting of one. */
    record Setting(
            String address,
            String effective,
            String recorded,
            String name,
            String value,
            String actor,
            String approvedBy) {}

    @GetMapping("/funds/{fund}/policies")
    String policies(Model model, Visit visit, @PathVariable FundId fund, Paging paging) {
        FundFigures figures = reading.figures(fund, visit.at());
        frame.about(model, visit, new Frame.Subject(fund, figures.name()), "policies");
        model.addAttribute("fund", figures);
        boolean sets =
                visit.caller().roles().contains(Role.FINANCE_APPROVER)
                        || visit.caller().roles().contains(Role.REGULATOR);
        model.addAttribute(
                "policies",
                Arrays.stream(PolicyItem.values())
                        .map(item -> policy(visit, figures, item, sets))
                        .toList());
        TrailFilter filter =
                new TrailFilter(
                        Optional.empty(), Optional.of(SET), Optional.empty(), Optional.empty());
        Page<TrailEntry> page = trail.of(fund, visit.at(), filter, paging.after(), paging.limit());
        List<Setting> settings = page.items().stream().map(e -> setting(visit, fund, e)).toList();
        model.addAttribute("settings", settings);
        model.addAttribute(
                "next", page.next().map(c -> visit.here().with("cursor", c).toString()).orElse(""));
        return "pages/policies";
    }

    private static Policy policy(Visit visit, FundFigures fund, PolicyItem item, boolean sets) {
        String value = fund.policy(item).toPlainString();
        return new Policy(
                visit.say().word("value." + item),
                written(visit.say(), item, fund.policy(item)),
                written(visit.say(), item, item.initial()),
                fund.policy(item).compareTo(item.initial()) != 0,
                sets
                        ? visit.to("funds", fund.fund().value(), "post")
                                .now()
                                .with("command", "set-policy")
                                .with("item", item)
                                .with("value", value)
                                .toString()
                        : "");
    }

    private static String written(Say say, PolicyItem item, BigDecimal value) {
        return item.isSwitch()
                ? say.word("value." + (value.signum() > 0))
                : say.number(value, Math.max(0, value.stripTrailingZeros().scale()));
    }

    private Setting setting(Visit visit, FundId fund, TrailEntry entry) {
        Say say = visit.say();
        JsonNode detail = json.readTree(entry.detail());
        PolicyItem item = PolicyItem.valueOf(detail.path("item").asString());
        return new Setting(
                visit.to("funds", fund.value(), "events", Long.toString(entry.position()))
                        .toString(),
                say.date(entry.effective()),
                say.instant(entry.recorded()),
                say.word("value." + item),
                written(say, item, detail.path("value").asDecimal()),
                entry.actor(),
                String.join("、", entry.approvedBy()));
    }
}
