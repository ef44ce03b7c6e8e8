package org.aidledger.api.pages.overview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aidledger.api.pages.frame.AlertWords;
import org.aidledger.api.pages.frame.Basis;
import org.aidledger.api.pages.frame.Frame;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.indicator.Alert;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.Indicator.Code;
import org.aidledger.projections.budget.Budgets;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows all funds that the reader may see, side by side. */
@Controller
class OverviewPage {

    private static final int ALERTS = 4;

    private final Budgets budgets;
    private final Years years;
    private final Frame frame;

    OverviewPage(Budgets budgets, Years years, Frame frame) {
        this.budgets = budgets;
        this.years = years;
        this.frame = frame;
    }

    @GetMapping("/")
    String overview(Model model, Visit visit) {
        List<FundFigures> funds = budgets.all(visit.at());
        frame.aboutAll(model, visit, "overview");
        Code basis = Basis.of(visit.here()).code();
        Code by = League.by(visit, basis);
        List<League.Line> lines = League.lines(visit, funds, by);
        model.addAttribute("lines", lines);
        model.addAttribute("columns", columns(visit, basis, by));
        model.addAttribute("bases", Basis.links(visit, basis));
        model.addAttribute("by", by);
        model.addAttribute("byName", visit.say().name(by));
        model.addAttribute("codes", Code.values());
        model.addAttribute("alerts", alerts(visit.say(), lines));
        boolean inFull = visit.here().get("trend").equals("yes");
        model.addAttribute("trendAddress", visit.here().with("trend", "yes").toString());
        if (inFull) {
            model.addAttribute("trend", years.of(visit, funds, by));
        }
        model.addAttribute(
                "currency", funds.isEmpty() ? "CNY" : funds.getFirst().denomination().currency());
        return "pages/overview";
    }

    /** A column of the table, which ranks by it when it is clicked. */
    record Column(Code code, String name, String basis, String address, boolean on) {}

    private static List<Column> columns(Visit visit, Code disbursement, Code by) {
        List<Code> codes =
                new ArrayList<>(
                        List.of(
                                Code.RECEIVED_RATE,
                                disbursement,
                                Code.EXECUTION_RATE,
                                Code.START_RATE,
                                Code.COMPLETION_RATE,
                                Code.INVESTMENT_COMPLETION,
                                Code.PROGRESS_PAYMENT_GAP,
                                Code.LIVELIHOOD_OR_GRASSROOTS_SHARE,
                                Code.RECTIFICATION_RATE));
        if (!codes.contains(by)) {
            codes.add(by);
        }
        return codes.stream()
                .map(code ->
                        new Column(
                                code,
                                visit.say().name(code),
                                visit.say().word("basis." + code),
                                visit.here().with("by", code).toString(),
                                code == by))
                .toList();
    }

    /**
     * What needs a person in a fund.
     *
     * @param counts how many of each kind
     * @param first some of them
     */
    record FundAlerts(
            League.Line line, int total, Map<String, Long> counts, List<AlertWords.Line> first) {}

    private static List<FundAlerts> alerts(Say say, List<League.Line> lines) {
        return lines.stream()
                .filter(line -> !line.alerts().isEmpty())
                .map(line ->
                        new FundAlerts(
                                line,
                                line.alerts().size(),
                                line.alerts().stream()
                                        .collect(
                                                Collectors.groupingBy(
                                                        (Alert a) -> say.word("alert." + a.kind()),
                                                        LinkedHashMap::new,
                                                        Collectors.counting())),
                                line.alerts().stream()
                                        .limit(ALERTS)
                                        .map(a -> AlertWords.of(say, line.figures(), a))
                                        .toList()))
                .toList();
    }
}
