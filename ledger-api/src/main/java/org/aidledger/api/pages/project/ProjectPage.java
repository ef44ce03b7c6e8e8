package org.aidledger.api.pages.project;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aidledger.api.fund.FundReading;
import org.aidledger.api.http.ProblemCode;
import org.aidledger.api.http.ProblemException;
import org.aidledger.api.pages.frame.Address;
import org.aidledger.api.pages.frame.AlertWords;
import org.aidledger.api.pages.frame.Figure;
import org.aidledger.api.pages.frame.Foot;
import org.aidledger.api.pages.frame.Frame;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.api.pages.postings.EventRow;
import org.aidledger.event.DocumentRef;
import org.aidledger.fund.FundId;
import org.aidledger.fund.ProjectId;
import org.aidledger.indicator.Alerts;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.ProjectFigures;
import org.aidledger.money.Money;
import org.aidledger.projections.Cursor;
import org.aidledger.projections.findings.FindingRegister;
import org.aidledger.projections.journal.Courses;
import org.aidledger.projections.journal.Courses.Stand;
import org.aidledger.projections.trail.Trail;
import org.aidledger.projections.trail.TrailEntry;
import org.aidledger.projections.trail.TrailFilter;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shows a project: how its money ran beside its works, and what is on file about it. */
@Controller
class ProjectPage {

    /** Events of a project that the page reads; there are fewer of nearly every one. */
    private static final int EVENTS = 500;

    private final FundReading reading;
    private final Courses courses;
    private final Trail trail;
    private final FindingRegister findings;
    private final Frame frame;
    private final Foot foot;
    private final JsonMapper json;

    ProjectPage(
            FundReading reading,
            Courses courses,
            Trail trail,
            FindingRegister findings,
            Frame frame,
            Foot foot,
            JsonMapper json) {
        this.reading = reading;
        this.courses = courses;
        this.trail = trail;
        this.findings = findings;
        this.frame = frame;
        this.foot = foot;
        this.json = json;
    }

    @GetMapping("/funds/{fund}/projects/{project}")
    String project(
            Model model, Visit visit, @PathVariable FundId fund, @PathVariable ProjectId project) {
        FundFigures figures = reading.figures(fund, visit.at());
        ProjectFigures p =
                figures.projects().stream()
                        .filter(x -> x.id().equals(project))
                        .findFirst()
                        .orElseThrow(() ->
                                new ProblemException(
                                        ProblemCode.NOT_FOUND,
                                        "The fund %s has no project %s at the point in time asked about."
                                                .formatted(fund, project)));
        frame.about(model, visit, new Frame.Subject(fund, figures.name()), "fund");
        Say say = visit.say();
        List<TrailEntry> events =
                trail.of(
                                fund,
                                visit.at(),
                                new TrailFilter(
                                        Optional.of(project),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()),
                                Cursor.START,
                                EVENTS)
                        .items();
        model.addAttribute("fund", figures);
        model.addAttribute("p", p);
        model.addAttribute("figures", figures(visit, fund, p));
        model.addAttribute(
                "alerts",
                Alerts.of(figures).stream()
                        .filter(a -> a.subject().equals(project.value()))
                        .map(a -> AlertWords.of(say, figures, a))
                        .toList());
        course(model, visit, fund, p, events);
        model.addAttribute("contracts", contracts(visit, fund, events));
        model.addAttribute(
                "findings",
                findings.findings(fund, visit.at()).stream()
                        .filter(f -> f.project().equals(Optional.of(project.value())))
                        .toList());
        model.addAttribute("documents", documents(events));
        model.addAttribute(
                "events",
                events.reversed().stream()
                        .map(e ->
                                EventRow.of(
                                        visit,
                                        fund,
                                        e,
                                        Map.of(project.value(), p.profile().name()),
                                        e.amount()))
                        .toList());
        model.addAttribute("foot", foot.of(visit, fund));
        return "pages/project";
    }

    private void course(
            Model model, Visit visit, FundId fund, ProjectFigures p, List<TrailEntry> events) {
        List<Stand> stands = courses.of(fund, p.id(), visit.at());
        List<Story.Reported> reports =
                events.stream()
                        .filter(e -> e.type().equals("fund.progress-reported"))
                        .map(e -> reported(visit, fund, e))
                        .sorted(Comparator.comparing(Story.Reported::day))
                        .toList();
        Story story = new Story(visit.say(), p);
        java.time.LocalDate until = visit.at().effective();
        java.time.LocalDate last =
                events.stream()
                        .map(TrailEntry::effective)
                        .max(Comparator.naturalOrder())
                        .orElse(until);
        model.addAttribute("course", story.picture(stands, reports, last.plusDays(7)));
        model.addAttribute("courseLines", story.table(stands, reports));
    }

    private Story.Reported reported(Visit visit, FundId fund, TrailEntry e) {
        JsonNode detail = json.readTree(e.detail());
        return new Story.Reported(
                e.effective(),
                new BigDecimal(detail.path("physicalPercent").asString()),
                visit.to("funds", fund.value(), "events", Long.toString(e.position())).toString());
    }

    /** A figure with its name. */
    record Named(String name, Figure figure) {}

    private static List<Named> figures(Visit visit, FundId fund, ProjectFigures p) {
        Say say = visit.say();
        Address postings =
                visit.to("funds", fund.value(), "postings").with("project", p.id().value());
        List<Named> named = new ArrayList<>();
        link(named, say, postings, "planned", p.planned());
        link(named, say, postings, "allocated", p.allocated());
        link(named, say, postings, "disbursed", p.disbursed());
        link(named, say, postings, "paid", p.paid());
        if (!p.reclaimed().isZero()) {
            link(named, say, postings, "reclaimed", p.reclaimed());
        }
        if (!p.recovered().isZero()) {
            link(named, say, postings, "recovered", p.recovered());
        }
        link(named, say, postings, "contracted", p.contracted());
        link(named, say, postings, "workValue", p.workValue());
        return named;
    }

    private static void link(
            List<Named> named, Say say, Address postings, String figure, Money amount) {
        named.add(
                new Named(
                        say.word("figure." + figure),
                        Figure.of(say, amount, postings.with("figure", figure))));
    }

    /**
     * A contract or change order.
     *
     * @param with the supplier, or who stands behind the change
     * @param how the tender, or the consultant's opinion
     */
    record Contract(
            String kind,
            String number,
            String with,
            String how,
            String amount,
            String day,
            String address) {}

    private List<Contract> contracts(Visit visit, FundId fund, List<TrailEntry> events) {
        return events.stream()
                .filter(e ->
                        e.type().equals("fund.contract-recorded")
                                || e.type().equals("fund.change-order-approved"))
                .map(e -> contract(visit, fund, e))
                .toList();
    }

    private Contract contract(Visit visit, FundId fund, TrailEntry e) {
        JsonNode detail = json.readTree(e.detail());
        boolean change = e.type().equals("fund.change-order-approved");
        return new Contract(
                EventRow.kind(visit.say(), e.type()),
                detail.path(change ? "changeOrder" : "contract").asString(),
                detail.path(change ? "linkedOfficer" : "supplier").asString(),
                change
                        ? detail.path("consultantOpinion").asString()
                        : tender(visit.say(), detail.path("tender").asString()),
                e.amount().map(visit.say()::exact).orElse(""),
                visit.say().date(e.effective()),
                visit.to("funds", fund.value(), "events", Long.toString(e.position())).toString());
    }

    /** {@code tender:NUMBER} or {@code exempt:REASON} in words. */
    private static String tender(Say say, String text) {
        String[] parts = text.split(":", 2);
        return parts.length < 2
                ? text
                : say.name("contract." + parts[0], parts[0]) + " " + parts[1].strip();
    }

    private static Set<DocumentRef> documents(List<TrailEntry> events) {
        Set<DocumentRef> documents = new LinkedHashSet<>();
        events.forEach(e -> documents.addAll(e.documents()));
        return documents;
    }
}
