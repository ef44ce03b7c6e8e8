package org.aidledger.api.pages.postings;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aidledger.api.fund.FundReading;
import org.aidledger.api.http.Paging;
import org.aidledger.api.http.ProblemException;
import org.aidledger.api.pages.frame.Address;
import org.aidledger.api.pages.frame.Foot;
import org.aidledger.api.pages.frame.Frame;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.api.payee.PayeeNames;
import org.aidledger.event.PostingId;
import org.aidledger.fund.FundId;
import org.aidledger.fund.ProjectId;
import org.aidledger.indicator.FundFigures;
import org.aidledger.projections.Page;
import org.aidledger.projections.trail.Trail;
import org.aidledger.projections.trail.TrailEntry;
import org.aidledger.projections.trail.TrailFilter;
import org.aidledger.projections.why.Explanation;
import org.aidledger.projections.why.Figure;
import org.aidledger.projections.why.Why;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists the events behind a figure, or all of them. */
@Controller
class PostingsPage {

    /** Those that are always offered; the others are asked for where they are shown. */
    private static final Set<Figure> MAIN = EnumSet.range(Figure.AUTHORISED, Figure.RECOVERED);

    private static final String FIGURE = "figure";
    private static final String CURSOR = "cursor";

    private final FundReading reading;
    private final Why why;
    private final Trail trail;
    private final Frame frame;
    private final Foot foot;
    private final PayeeNames payees;

    PostingsPage(
            FundReading reading, Why why, Trail trail, Frame frame, Foot foot, PayeeNames payees) {
        this.reading = reading;
        this.why = why;
        this.trail = trail;
        this.frame = frame;
        this.foot = foot;
        this.payees = payees;
    }

    @GetMapping("/funds/{fund}/postings")
    String postings(
            Model model,
            Visit visit,
            @PathVariable FundId fund,
            @RequestParam Optional<String> figure,
            @RequestParam Optional<ProjectId> project,
            @RequestParam Optional<String> type,
            @RequestParam Optional<String> actor,
            @RequestParam Optional<PostingId> posting,
            Paging paging) {
        FundFigures figures = reading.figures(fund, visit.at());
        frame.about(model, visit, new Frame.Subject(fund, figures.name()), "postings");
        Map<String, String> names =
                figures.projects().stream()
                        .collect(Collectors.toMap(p -> p.id().value(), p -> p.profile().name()));
        model.addAttribute("fund", figures);
        model.addAttribute("project", project.map(ProjectId::value).orElse(""));
        model.addAttribute(
                "projectName",
                project.map(p -> names.getOrDefault(p.value(), p.value())).orElse(""));
        model.addAttribute("links", links(visit, project.isPresent(), figure));
        Optional<Figure> asked = figure.filter(f -> !f.isEmpty()).map(PostingsPage::figure);
        if (asked.isPresent()) {
            behind(model, visit, fund, asked.get(), project, names, paging);
        } else {
            TrailFilter filter = new TrailFilter(project, some(type), some(actor), posting);
            all(model, visit, fund, filter, names, paging);
        }
        model.addAttribute("foot", foot.of(visit, fund));
        return "pages/postings";
    }

    private static Optional<String> some(Optional<String> text) {
        return text.filter(t -> !t.isEmpty());
    }

    private static Figure figure(String text) {
        try {
            return Figure.parse(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(FIGURE, String.valueOf(e.getMessage()));
        }
    }

    private void behind(
            Model model,
            Visit visit,
            FundId fund,
            Figure figure,
            Optional<ProjectId> project,
            Map<String, String> names,
            Paging paging) {
        Optional<ProjectId> of = project.filter(_ -> figure.isPerProject());
        Explanation found =
                why.of(fund, figure, of, visit.at(), paging.after(), paging.limit())
                        .orElseThrow(() -> ProblemException.unknownFund(fund));
        model.addAttribute("figure", figure.written());
        model.addAttribute("figureName", visit.say().word("figure." + figure.written()));
        model.addAttribute("total", visit.say().exact(found.total()));
        model.addAttribute("totalExact", found.total().decimal());
        model.addAttribute("events", found.events());
        Page<EventRow> page =
                found.contributions()
                        .map(c -> EventRow.behind(visit, fund, c.entry(), names, c.amount()));
        rows(model, visit, page);
    }

    private void all(
            Model model,
            Visit visit,
            FundId fund,
            TrailFilter filter,
            Map<String, String> names,
            Paging paging) {
        Page<TrailEntry> page = trail.of(fund, visit.at(), filter, paging.after(), paging.limit());
        model.addAttribute("figure", "");
        model.addAttribute("filter", filter);
        rows(model, visit, page.map(e -> EventRow.of(visit, fund, e, names, e.amount())));
    }

    private void rows(Model model, Visit visit, Page<EventRow> page) {
        PayeeNames.Shown names = payees.in(page.items().stream().map(EventRow::payee));
        model.addAttribute("rows", page.items().stream().map(r -> r.named(names)).toList());
        model.addAttribute(
                "next", page.next().map(c -> visit.here().with(CURSOR, c).toString()).orElse(""));
        model.addAttribute(
                "first",
                visit.here().get(CURSOR).isEmpty() ? "" : visit.here().without(CURSOR).toString());
    }

    /** A figure to look behind. */
    record Link(String name, String address, boolean on) {}

    private static List<Link> links(Visit visit, boolean ofProject, Optional<String> now) {
        Address here = visit.here().without(CURSOR);
        Function<String, Boolean> isNow = name -> now.orElse("").equalsIgnoreCase(name);
        return Stream.concat(
                        Stream.of(
                                new Link(
                                        visit.say().word("postings.all"),
                                        here.without(FIGURE).toString(),
                                        isNow.apply(""))),
                        Arrays.stream(Figure.values())
                                .filter(f -> MAIN.contains(f) || isNow.apply(f.written()))
                                .filter(f -> !ofProject || f.isPerProject())
                                .map(f ->
                                        new Link(
                                                visit.say().word("figure." + f.written()),
                                                here.without("type")
                                                        .with(FIGURE, f.written())
                                                        .toString(),
                                                isNow.apply(f.written()))))
                .toList();
    }
}
