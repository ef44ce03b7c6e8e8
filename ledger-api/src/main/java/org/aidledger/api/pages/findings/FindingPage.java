package org.aidledger.api.pages.findings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aidledger.api.fund.FundReading;
import org.aidledger.api.http.ProblemException;
import org.aidledger.api.pages.frame.Frame;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.event.DocumentRef;
import org.aidledger.finding.FindingId;
import org.aidledger.finding.FindingRejection.FindingUnknown;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.FundFigures;
import org.aidledger.projections.findings.FindingRegister;
import org.aidledger.projections.findings.FindingStep;
import org.aidledger.projections.findings.RegisteredFinding;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows one finding: what became of it step by step, and what can be done next. */
@Controller
class FindingPage {

    private final FundReading reading;
    private final FindingRegister register;
    private final Actions actions;
    private final Frame frame;

    FindingPage(FundReading reading, FindingRegister register, Actions actions, Frame frame) {
        this.reading = reading;
        this.register = register;
        this.actions = actions;
        this.frame = frame;
    }

    /** Something to do. */
    record Link(String name, String address) {}

    /**
     * A step.
     *
     * @param by who is to do it and until when, where it is an assignment
     */
    record Step(
            String address,
            String name,
            String day,
            String recorded,
            String actor,
            String text,
            String by,
            List<Paper> papers) {}

    /** A paper; an event of this ledger has an address. */
    record Paper(String type, String number, String address) {}

    @GetMapping("/funds/{fund}/findings/{finding}")
    String finding(
            Model model, Visit visit, @PathVariable FundId fund, @PathVariable FindingId finding) {
        FundFigures figures = reading.figures(fund, visit.at());
        Optional<RegisteredFinding> here = find(visit, fund, finding);
        if (here.isEmpty()) {
            return elsewhere(visit, finding);
        }
        RegisteredFinding found = here.get();
        frame.about(model, visit, new Frame.Subject(fund, figures.name()), "findings");
        Map<String, String> names =
                figures.projects().stream()
                        .collect(Collectors.toMap(p -> p.id().value(), p -> p.profile().name()));
        model.addAttribute("fund", figures);
        model.addAttribute("posted", visit.here().get("posted"));
        model.addAttribute("row", FindingRow.of(visit, found, names));
        model.addAttribute(
                "steps",
                register.steps(fund, finding, visit.at()).stream()
                        .map(s -> step(visit, fund, s))
                        .toList());
        boolean closed = found.status() == RegisteredFinding.Status.CLOSED;
        model.addAttribute(
                "actions",
                visit.moment().isNow()
                        ? actions.of(visit.caller(), closed).stream()
                                .map(command -> link(visit, found, command))
                                .toList()
                        : List.of());
        return "pages/finding";
    }

    private Optional<RegisteredFinding> find(Visit visit, FundId fund, FindingId finding) {
        return register.findings(fund, visit.at()).stream()
                .filter(f -> f.finding().equals(finding))
                .findFirst();
    }

    /** What is recovered from one fund may follow from a finding about another. */
    private String elsewhere(Visit visit, FindingId finding) {
        return register.fundOf(finding, visit.at())
                .map(fund ->
                        "redirect:" + visit.to("funds", fund.value(), "findings", finding.value()))
                .orElseThrow(() -> new ProblemException(new FindingUnknown(finding)));
    }

    private static Link link(Visit visit, RegisteredFinding found, String command) {
        return new Link(
                visit.say().word("command." + command),
                visit.to(
                                "funds",
                                found.fund().value(),
                                "findings",
                                found.finding().value(),
                                command)
                        .toString());
    }

    private static Step step(Visit visit, FundId fund, FindingStep step) {
        Say say = visit.say();
        return new Step(
                visit.to("funds", fund.value(), "events", Long.toString(step.position()))
                        .toString(),
                say.word("finding.step." + step.stage()),
                say.day(step.effective()),
                say.instant(step.recorded()),
                step.actor(),
                step.text(),
                step.leader().isEmpty()
                        ? ""
                        : say.word(
                                "finding.step.by", step.leader(), step.office(), step.deadline()),
                step.documents().stream().map(d -> paper(visit, fund, d)).toList());
    }

    private static Paper paper(Visit visit, FundId fund, DocumentRef paper) {
        return paper.type().equals(ActPage.EVENT) && paper.number().matches("[0-9]{1,18}")
                ? new Paper(
                        visit.say().word("finding.event"),
                        paper.number(),
                        visit.to("funds", fund.value(), "events", paper.number()).toString())
                : new Paper(paper.type(), paper.number(), "");
    }
}
