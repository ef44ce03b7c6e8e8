package org.aidledger.api.pages.findings;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aidledger.api.fund.FundReading;
import org.aidledger.api.http.ProblemException;
import org.aidledger.api.pages.findings.Actions.Sent;
import org.aidledger.api.pages.form.Form;
import org.aidledger.api.pages.form.Offer;
import org.aidledger.api.pages.form.Option;
import org.aidledger.api.pages.form.Typed;
import org.aidledger.api.pages.frame.Address;
import org.aidledger.api.pages.frame.Again;
import org.aidledger.api.pages.frame.Frame;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.event.AsOf;
import org.aidledger.finding.FindingId;
import org.aidledger.finding.FindingRejection.FindingUnknown;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.FundFigures;
import org.aidledger.projections.budget.Budgets;
import org.aidledger.projections.findings.FindingRegister;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Raises findings, and takes what is done about them, from forms. */
@Controller
class ActPage {

    /** A paper that is an event of this ledger. */
    static final String EVENT = "ledger-event";

    private static final String RAISING = "/findings/raise";
    private static final String ACTING = "/funds/{fund}/findings/{finding}/{command}";

    private final Actions actions;
    private final FindingRegister register;
    private final FundReading reading;
    private final Budgets budgets;
    private final Frame frame;

    ActPage(
            Actions actions,
            FindingRegister register,
            FundReading reading,
            Budgets budgets,
            Frame frame) {
        this.actions = actions;
        this.register = register;
        this.reading = reading;
        this.budgets = budgets;
        this.frame = frame;
    }

    /** About which fund, where the address does not say so. */
    @GetMapping(path = RAISING, params = "!fund")
    String fund(Model model, Visit visit) {
        raising(visit);
        frame.aboutAll(model, visit, "findings");
        model.addAttribute(
                "funds",
                budgets.all(now(visit)).stream()
                        .map(f -> new Option(f.fund().value(), f.name()))
                        .toList());
        return "pages/finding-act";
    }

    @GetMapping(path = RAISING, params = "fund")
    String raise(Model model, Visit visit, @RequestParam MultiValueMap<String, String> parameters) {
        Typed asked = new Typed(parameters);
        String id = UUID.randomUUID().toString();
        Typed typed =
                asked.with("postingId", id)
                        .orElse("effective", visit.moment().today().toString())
                        .orElse("finding", Actions.suggested(visit, id).value())
                        .orElse("description", asked.get("text"))
                        .orElse("amount", "0");
        if (asked.get("event").matches("[0-9]{1,18}")) {
            typed =
                    typed.with("documents[0].type", EVENT)
                            .with("documents[0].number", asked.get("event"));
        }
        Form form = raising(visit);
        show(model, visit, fund(visit, typed), form, typed, RAISING);
        return "pages/finding-act";
    }

    @PostMapping({RAISING + "/rows", RAISING + "/check"})
    String rows(Model model, Visit visit, @RequestParam MultiValueMap<String, String> parameters) {
        Typed typed = new Typed(parameters).edited();
        Form form = raising(visit);
        show(model, visit, fund(visit, typed), form, typed, RAISING);
        return "pages/finding-act";
    }

    @PostMapping(RAISING)
    String raised(
            Model model,
            Visit visit,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response) {
        Typed typed = new Typed(parameters);
        Form form = raising(visit);
        FundFigures fund = fund(visit, typed);
        Sent sent =
                actions.send(
                        visit,
                        form,
                        offer(fund, form.command()),
                        typed,
                        Map.of("fund", fund.fund().value()));
        if (sent.isDone()) {
            return redirect(fund.fund(), typed.get("finding"), form);
        }
        show(model, visit, fund, form, typed, RAISING);
        Again.at(model, RAISING + "?fund=" + fund.fund());
        return wrong(model, visit, form, fund, typed, sent, response);
    }

    private Form raising(Visit visit) {
        return actions.find(visit.caller(), Actions.RAISE).orElseThrow();
    }

    private FundFigures fund(Visit visit, Typed typed) {
        try {
            return reading.figures(new FundId(typed.get("fund")), now(visit));
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("fund", String.valueOf(e.getMessage()));
        }
    }

    @GetMapping(ACTING)
    String form(
            Model model,
            Visit visit,
            @PathVariable FundId fund,
            @PathVariable FindingId finding,
            @PathVariable String command,
            @RequestParam MultiValueMap<String, String> parameters) {
        Typed typed =
                new Typed(parameters)
                        .with("postingId", UUID.randomUUID().toString())
                        .orElse("effective", visit.moment().today().toString());
        about(model, visit, fund, finding, command, typed);
        return "pages/finding-act";
    }

    @PostMapping({ACTING + "/rows", ACTING + "/check"})
    String rows(
            Model model,
            Visit visit,
            @PathVariable FundId fund,
            @PathVariable FindingId finding,
            @PathVariable String command,
            @RequestParam MultiValueMap<String, String> parameters) {
        about(model, visit, fund, finding, command, new Typed(parameters).edited());
        return "pages/finding-act";
    }

    @PostMapping(ACTING)
    String act(
            Model model,
            Visit visit,
            @PathVariable FundId fund,
            @PathVariable FindingId finding,
            @PathVariable String command,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response) {
        Typed typed = new Typed(parameters);
        Form form = acting(visit, finding, command);
        FundFigures figures = about(model, visit, fund, finding, command, typed);
        Sent sent =
                actions.send(
                        visit,
                        form,
                        offer(figures, command),
                        typed,
                        Map.of("finding", finding.value()));
        return sent.isDone()
                ? redirect(fund, finding.value(), form)
                : wrong(model, visit, form, figures, typed, sent, response);
    }

    private FundFigures about(
            Model model, Visit visit, FundId fund, FindingId finding, String command, Typed typed) {
        Form form = acting(visit, finding, command);
        FundFigures figures = reading.figures(fund, now(visit));
        model.addAttribute(
                "finding",
                register.findings(fund, now(visit)).stream()
                        .filter(f -> f.finding().equals(finding))
                        .findFirst()
                        .orElseThrow(() -> new ProblemException(new FindingUnknown(finding))));
        String action = Address.path("funds", fund.value(), "findings", finding.value(), command);
        show(model, visit, figures, form, typed, action);
        return figures;
    }

    private Form acting(Visit visit, FindingId finding, String command) {
        return actions.find(visit.caller(), command)
                .filter(f -> !f.command().equals(Actions.RAISE))
                .orElseThrow(() -> new ProblemException(new FindingUnknown(finding)));
    }

    /** As things stand now: nothing is done in what was known once. */
    private static AsOf now(Visit visit) {
        return new AsOf(visit.moment().today(), visit.moment().now());
    }

    private static Offer offer(FundFigures fund, String command) {
        Offer offer = Offer.of(fund.denomination(), "fund", "currency");
        return command.equals(Actions.RAISE)
                ? offer.choice(
                        "project",
                        fund.projects().stream()
                                .map(p ->
                                        new Option(
                                                p.id().value(), p.id() + " " + p.profile().name()))
                                .toList())
                : Offer.of(fund.denomination(), "finding");
    }

    private static String redirect(FundId fund, String finding, Form form) {
        return "redirect:"
                + Address.path("funds", fund.value(), "findings", finding)
                + "?posted="
                + form.command();
    }

    private void show(
            Model model, Visit visit, FundFigures fund, Form form, Typed typed, String action) {
        frame.about(model, visit, new Frame.Subject(fund.fund(), fund.name()), "findings");
        model.addAttribute("fund", fund);
        model.addAttribute("command", form.command());
        model.addAttribute("postingId", typed.get("postingId"));
        model.addAttribute("action", action);
        model.addAttribute(
                "echoes", actions.echoes(visit, form, offer(fund, form.command()), typed));
        model.addAttribute(
                "controls", form.draw(visit.say(), offer(fund, form.command()), typed, Map.of()));
    }

    private static String wrong(
            Model model,
            Visit visit,
            Form form,
            FundFigures fund,
            Typed typed,
            Sent sent,
            HttpServletResponse response) {
        response.setStatus(422);
        sent.refusal().ifPresent(r -> model.addAttribute("why", r));
        List<Form.Mistaken> mistaken = form.listed(visit.say(), sent.mistakes());
        model.addAttribute("mistaken", mistaken);
        model.addAttribute(
                "controls",
                form.draw(visit.say(), offer(fund, form.command()), typed, sent.mistakes()));
        return "pages/finding-act";
    }
}
