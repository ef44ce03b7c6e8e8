package org.aidledger.api.pages.findings;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aidledger.api.fund.FundReading;
import org.aidledger.api.http.Paging;
import org.aidledger.api.pages.frame.Cards;
import org.aidledger.api.pages.frame.Frame;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.Indicator.Code;
import org.aidledger.indicator.Indicators;
import org.aidledger.projections.Page;
import org.aidledger.projections.findings.FindingRegister;
import org.aidledger.projections.findings.NotedBreach;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows the register of findings of a fund, and the breaches that the ledger noted. */
@Controller
class FindingsPage {

    private final FundReading reading;
    private final FindingRegister register;
    private final Actions actions;
    private final Frame frame;

    FindingsPage(FundReading reading, FindingRegister register, Actions actions, Frame frame) {
        this.reading = reading;
        this.register = register;
        this.actions = actions;
        this.frame = frame;
    }

    @GetMapping("/funds/{fund}/findings")
    String findings(Model model, Visit visit, @PathVariable FundId fund, Paging paging) {
        FundFigures figures = reading.figures(fund, visit.at());
        frame.about(model, visit, new Frame.Subject(fund, figures.name()), "findings");
        Map<String, String> names =
                figures.projects().stream()
                        .collect(Collectors.toMap(p -> p.id().value(), p -> p.profile().name()));
        model.addAttribute("fund", figures);
        model.addAttribute(
                "cards",
                Cards.of(visit.say(), Indicators.of(figures), List.of()).stream()
                        .filter(c ->
                                c.code() == Code.RECTIFICATION_RATE
                                        || c.code() == Code.RECTIFICATION_RATE_BY_AMOUNT)
                        .toList());
        model.addAttribute(
                "findings",
                register.findings(fund, visit.at()).stream()
                        .map(f -> FindingRow.of(visit, f, names))
                        .toList());
        Page<NotedBreach> breaches =
                register.breaches(fund, visit.at(), paging.after(), paging.limit());
        model.addAttribute("breaches", breaches.items());
        model.addAttribute("names", names);
        model.addAttribute("raises", actions.mayRaise(visit.caller()));
        model.addAttribute(
                "next",
                breaches.next().map(c -> visit.here().with("cursor", c).toString()).orElse(""));
        return "pages/findings";
    }
}
