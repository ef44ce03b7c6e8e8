package org.aidledger.api.pages.post;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aidledger.api.fund.FundReading;
import org.aidledger.api.pages.frame.Address;
import org.aidledger.api.pages.frame.Frame;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.fund.ReclaimReason;
import org.aidledger.indicator.FundFigures;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes postings from a form. */
@Controller
class PostPage {

    private final FundReading reading;
    private final Posting posting;
    private final Frame frame;

    PostPage(FundReading reading, Posting posting, Frame frame) {
        this.reading = reading;
        this.posting = posting;
        this.frame = frame;
    }

    @GetMapping("/funds/{fund}/post")
    String form(
            Model model,
            Visit visit,
            @PathVariable FundId fund,
            @RequestParam Map<String, String> parameters) {
        FundFigures figures = figures(visit, fund);
        Map<String, String> typed = new HashMap<>(parameters);
        typed.put("postingId", UUID.randomUUID().toString());
        typed.putIfAbsent("effective", visit.moment().today().toString());
        Entry entry = Entry.of(typed);
        page(model, visit, figures, entry);
        if (!entry.get("project").isEmpty() || !entry.get(Entry.AMOUNT).isEmpty()) {
            model.addAttribute("check", posting.check(visit, figures, entry));
        }
        return "pages/post";
    }

    /** What would come of it, while it is being typed. */
    @PostMapping("/funds/{fund}/post/check")
    String check(
            Model model,
            Visit visit,
            @PathVariable FundId fund,
            @RequestParam Map<String, String> parameters) {
        FundFigures figures = figures(visit, fund);
        Entry entry = Entry.of(parameters);
        page(model, visit, figures, entry);
        model.addAttribute("check", posting.check(visit, figures, entry));
        return "pages/post";
    }

    @PostMapping("/funds/{fund}/post")
    String send(
            Model model,
            Visit visit,
            @PathVariable FundId fund,
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response) {
        FundFigures figures = figures(visit, fund);
        Entry entry = Entry.of(parameters);
        Posting.Check check = posting.check(visit, figures, entry);
        if (check.state() != Posting.State.INCOMPLETE) {
            switch (posting.send(visit, figures, entry, request)) {
                case Posting.Sent.Posted(var position) -> {
                    return "redirect:"
                            + Address.path("funds", fund.value(), "events", Long.toString(position))
                            + "?posted="
                            + entry.command();
                }
                case Posting.Sent.Asked(var approval) -> {
                    return "redirect:" + Address.path("approvals", approval);
                }
                case Posting.Sent.Refused _ -> {
                    // Checked again below, with what would be accepted now.
                }
            }
        }
        response.setStatus(422);
        page(model, visit, figures, entry);
        model.addAttribute("check", posting.check(visit, figures, entry));
        model.addAttribute("sent", true);
        return "pages/post";
    }

    /** As things stand now: nothing is posted into what was known once. */
    private FundFigures figures(Visit visit, FundId fund) {
        return reading.figures(fund, new AsOf(visit.moment().today(), visit.moment().now()));
    }

    private void page(Model model, Visit visit, FundFigures figures, Entry entry) {
        frame.about(model, visit, new Frame.Subject(figures.fund(), figures.name()), "post");
        model.addAttribute("fund", figures);
        model.addAttribute("entry", entry);
        model.addAttribute("commands", commands(visit, figures.fund(), entry));
        model.addAttribute(
                "projects",
                figures.projects().stream()
                        .filter(p -> p.inPlan() && p.closed().isEmpty())
                        .sorted(Comparator.comparing(p -> p.id().value()))
                        .toList());
        model.addAttribute("reasons", ReclaimReason.values());
        figures.projects().stream()
                .filter(p -> p.id().value().equals(entry.get("project")))
                .findFirst()
                .ifPresent(p -> model.addAttribute("chosen", p));
    }

    /** A form to choose. */
    record Link(String name, String address, boolean on) {}

    private static List<Link> commands(Visit visit, FundId fund, Entry entry) {
        return Entry.FORMS.keySet().stream()
                .map(name ->
                        new Link(
                                visit.say().word("command." + name),
                                visit.to("funds", fund.value(), "post")
                                        .now()
                                        .with("command", name)
                                        .toString(),
                                name.equals(entry.command())))
                .toList();
    }
}
