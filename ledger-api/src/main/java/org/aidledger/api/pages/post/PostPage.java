package org.aidledger.api.pages.post;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aidledger.access.Denial.RightMissing;
import org.aidledger.api.fund.FundReading;
import org.aidledger.api.pages.form.Typed;
import org.aidledger.api.pages.frame.Address;
import org.aidledger.api.pages.frame.Again;
import org.aidledger.api.pages.frame.Frame;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.api.pages.post.Posting.Filled;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.FundFigures;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes commands for a fund from forms. */
@Controller
class PostPage {

    /** What finance staff do most. */
    private static final String USUAL = "disburse";

    /** What stands in an address besides what is typed. */
    private static final Set<String> NOT_TYPED =
            Set.of("command", "postingId", "effective", "asOf", "knownAt", "lang", "unit", "_csrf");

    private final FundReading reading;
    private final Posting posting;
    private final Forms forms;
    private final Offers offers;
    private final Frame frame;

    PostPage(FundReading reading, Posting posting, Forms forms, Offers offers, Frame frame) {
        this.reading = reading;
        this.posting = posting;
        this.forms = forms;
        this.offers = offers;
        this.frame = frame;
    }

    @GetMapping("/funds/{fund}/post")
    String form(
            Model model,
            Visit visit,
            @PathVariable FundId fund,
            @RequestParam MultiValueMap<String, String> parameters) {
        FundFigures figures = figures(visit, fund);
        Typed typed = new Typed(parameters).with("postingId", UUID.randomUUID().toString());
        Filled filled = filled(visit, figures, typed, true);
        Posting.Check check = posting.check(visit, filled, names(figures));
        boolean begun = !NOT_TYPED.containsAll(parameters.keySet());
        page(model, visit, figures, filled, Map.of());
        if (begun) {
            Posting.show(model, visit, filled, check);
        }
        return "pages/post";
    }

    /** What would come of it, while it is being typed; or one more row to type into. */
    @PostMapping({"/funds/{fund}/post/check", "/funds/{fund}/post/rows"})
    String check(
            Model model,
            Visit visit,
            @PathVariable FundId fund,
            @RequestParam MultiValueMap<String, String> parameters) {
        FundFigures figures = figures(visit, fund);
        Filled filled = filled(visit, figures, new Typed(parameters).edited(), false);
        page(model, visit, figures, filled, Map.of());
        Posting.show(model, visit, filled, posting.check(visit, filled, names(figures)));
        return "pages/post";
    }

    @PostMapping("/funds/{fund}/post")
    String send(
            Model model,
            Visit visit,
            @PathVariable FundId fund,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response) {
        FundFigures figures = figures(visit, fund);
        Filled filled = filled(visit, figures, new Typed(parameters), false);
        return switch (posting.send(visit, filled, request)) {
            case Posting.Sent.Posted(var of, var position) ->
                    "redirect:"
                            + Address.path("funds", of.value(), "events", Long.toString(position))
                            + "?posted="
                            + filled.form().command();
            case Posting.Sent.Asked(var approval) ->
                    "redirect:" + Address.path("approvals", approval) + "?asked";
            case Posting.Sent.NotTaken(var why) -> {
                // Checked again, with what would be accepted now.
                Posting.Check check = posting.check(visit, filled, names(figures));
                response.setStatus(422);
                page(model, visit, figures, filled, check.mistakes());
                Again.at(
                        model,
                        Address.path("funds", fund.value(), "post")
                                + "?command="
                                + filled.form().command());
                Posting.show(model, visit, filled, check);
                model.addAttribute("sent", true);
                why.ifPresent(w -> model.addAttribute("why", w));
                yield "pages/post";
            }
        };
    }

    private Filled filled(Visit visit, FundFigures fund, Typed typed, boolean first) {
        List<Forms.Offered> permitted = forms.of(visit.caller());
        if (permitted.isEmpty()) {
            throw RightMissing.of("commands", Set.of()).asException();
        }
        String usual =
                permitted.stream()
                        .map(f -> f.form().command())
                        .filter(USUAL::equals)
                        .findFirst()
                        .orElse(permitted.getFirst().form().command());
        String asked = typed.get("command");
        var form =
                forms.find(visit.caller(), asked.isEmpty() ? usual : asked)
                        .filter(f -> !f.command().equals(Forms.OPEN))
                        .orElse(permitted.getFirst().form());
        String command = form.command();
        return new Filled(
                java.util.Optional.of(fund.fund()),
                form,
                offers.of(visit, fund, command),
                first ? Offers.atFirst(visit, command, typed) : typed);
    }

    /** As things stand now: nothing is posted into what was known once. */
    private FundFigures figures(Visit visit, FundId fund) {
        return reading.figures(fund, new AsOf(visit.moment().today(), visit.moment().now()));
    }

    private static Map<String, String> names(FundFigures fund) {
        return fund.projects().stream()
                .collect(Collectors.toMap(p -> p.id().value(), p -> p.profile().name()));
    }

    private void page(
            Model model,
            Visit visit,
            FundFigures fund,
            Filled filled,
            Map<String, String> mistakes) {
        frame.about(model, visit, new Frame.Subject(fund.fund(), fund.name()), "post");
        model.addAttribute("fund", fund);
        model.addAttribute("command", filled.form().command());
        model.addAttribute("postingId", filled.typed().get("postingId"));
        model.addAttribute(
                "controls",
                filled.form().draw(visit.say(), filled.offer(), filled.typed(), mistakes));
        model.addAttribute("tasks", tasks(visit, fund.fund(), filled.form().command()));
        model.addAttribute("action", Address.path("funds", fund.fund().value(), "post"));
        fund.projects().stream()
                .filter(p -> p.id().value().equals(filled.typed().get("project")))
                .findFirst()
                .ifPresent(p -> model.addAttribute("chosen", p));
    }

    /** Forms for one kind of work. */
    record Group(String name, List<Link> links) {}

    /** A form to choose. */
    record Link(String name, String address, boolean on) {}

    private List<Group> tasks(Visit visit, FundId fund, String now) {
        return forms.of(visit.caller()).stream()
                .collect(
                        Collectors.groupingBy(
                                Forms.Offered::task,
                                () -> new java.util.EnumMap<>(Task.class),
                                Collectors.mapping(
                                        f -> link(visit, fund, f.form().command(), now),
                                        Collectors.toList())))
                .entrySet()
                .stream()
                .map(e -> new Group(visit.say().word("task." + e.getKey()), e.getValue()))
                .toList();
    }

    private static Link link(Visit visit, FundId fund, String command, String now) {
        return new Link(
                visit.say().word("command." + command),
                visit.to("funds", fund.value(), "post").now().with("command", command).toString(),
                command.equals(now));
    }
}
