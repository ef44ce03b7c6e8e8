package org.aidledger.api.pages.samples;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.CommandSink;
import org.aidledger.api.command.MalformedRequest;
import org.aidledger.api.fund.FundReading;
import org.aidledger.api.http.CommandRequests;
import org.aidledger.api.http.Problem;
import org.aidledger.api.pages.frame.Frame;
import org.aidledger.api.pages.frame.Refusals;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.api.pages.postings.EventRow;
import org.aidledger.api.sample.SampleDesk;
import org.aidledger.event.AsOf;
import org.aidledger.event.Outcome;
import org.aidledger.indicator.FundFigures;
import org.aidledger.projections.samples.RegisteredSample;
import org.aidledger.projections.samples.Ticked;
import org.aidledger.projections.trail.Trail;
import org.aidledger.projections.trail.TrailEntry;
import org.aidledger.sample.Result;
import org.aidledger.sample.SampleId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A sample as a list of items to tick, and what came of it. */
@Controller
@Needs(Right.SAMPLES)
class SamplePage {

    private static final int PAGE = 100;
    private static final String VIEW = "pages/sample";

    private final SampleDesk desk;
    private final CommandBinding binding;
    private final CommandSink sink;
    private final FundReading reading;
    private final Trail trail;
    private final Frame frame;
    private final JsonMapper json;

    SamplePage(
            SampleDesk desk,
            CommandBinding binding,
            CommandSink sink,
            FundReading reading,
            Trail trail,
            Frame frame,
            JsonMapper json) {
        this.desk = desk;
        this.binding = binding;
        this.sink = sink;
        this.reading = reading;
        this.trail = trail;
        this.frame = frame;
        this.json = json;
    }

    /**
     * @param from place of the first item shown
     * @param redraw yes, to draw it again beside
     */
    @GetMapping("/samples/{sample}")
    String show(
            Model model,
            Visit visit,
            @PathVariable SampleId sample,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "") String redraw) {
        fill(model, visit, desk.sample(sample), from);
        if (redraw.equals("yes")) {
            model.addAttribute("redrawn", desk.redraw(sample));
        }
        return VIEW;
    }

    private void fill(Model model, Visit visit, RegisteredSample sample, int from) {
        FundFigures figures = reading.figures(sample.fund(), visit.at());
        frame.about(model, visit, new Frame.Subject(sample.fund(), figures.name()), "samples");
        model.addAttribute("fund", figures);
        model.addAttribute("sample", sample);
        model.addAttribute("facts", facts(visit.say(), sample));
        model.addAttribute("result", Shown.of(visit.say(), sample.result()));
        int start = Math.clamp(from, 0, sample.items().size() - 1) / PAGE * PAGE;
        int end = Math.min(start + PAGE, sample.items().size());
        model.addAttribute(
                "rows", rows(visit, sample, sample.items().subList(start, end), figures));
        model.addAttribute(
                "previous", start == 0 ? "" : visit.here().with("from", start - PAGE).toString());
        model.addAttribute(
                "next",
                end == sample.items().size() ? "" : visit.here().with("from", end).toString());
        model.addAttribute("postingId", UUID.randomUUID().toString());
        model.addAttribute("open", sample.closing().isEmpty());
        model.addAttribute(
                "first",
                sample.items().stream()
                        .filter(i -> i.tick().isEmpty())
                        .findFirst()
                        .map(i -> i.item().position())
                        .orElse(-1L));
    }

    /** What makes the sample one that anybody can draw again. */
    record Fact(String name, String value, boolean code) {}

    private static List<Fact> facts(Say say, RegisteredSample s) {
        List<Fact> facts = new ArrayList<>();
        facts.add(
                new Fact(
                        say.word("sample.population"),
                        say.word(
                                "sample.population.said",
                                say.word("population." + s.population()),
                                say.count(s.drawn().count()),
                                say.exact(s.drawn().total()),
                                s.drawn().total().currency()),
                        false));
        facts.add(
                new Fact(
                        say.word("sample.at"),
                        say.word(
                                "changes.point",
                                say.date(s.at().effective()),
                                say.instant(s.at().known())),
                        false));
        facts.add(new Fact(say.word("sample.design"), Designs.said(say, s.design()), false));
        facts.add(new Fact(say.word("sample.seed"), s.seed(), true));
        if (s.drawn().start().isPositive()) {
            facts.add(new Fact(say.word("sample.start"), say.exact(s.drawn().start()), false));
        }
        facts.add(new Fact(say.word("sample.digest"), s.drawn().digest(), true));
        facts.add(new Fact(say.word("sample.algorithm"), s.drawn().algorithm(), true));
        facts.add(
                new Fact(
                        say.word("sample.drawnby"),
                        s.by() + " · " + say.instant(s.drawnAt()) + " UTC",
                        false));
        return facts;
    }

    /** The result as text. */
    record Shown(String rate, String made, String misstated, String projected) {

        static Shown of(Say say, Result r) {
            return new Shown(
                    r.examined() == 0
                            ? Say.NONE
                            : say.number(
                                            java.math.BigDecimal.valueOf(100L * r.exceptions())
                                                    .divide(
                                                            java.math.BigDecimal.valueOf(
                                                                    r.examined()),
                                                            2,
                                                            java.math.RoundingMode.HALF_UP),
                                            2)
                                    + "%",
                    r.exceptions() + " ÷ " + r.examined(),
                    say.exact(r.misstated()),
                    say.exact(r.projected()));
        }
    }

    private List<ItemRow> rows(
            Visit visit, RegisteredSample sample, List<Ticked> items, FundFigures figures) {
        Map<String, String> names =
                figures.projects().stream()
                        .collect(Collectors.toMap(p -> p.id().value(), p -> p.profile().name()));
        AsOf at = new AsOf(visit.at().effective(), visit.at().known());
        Map<Long, TrailEntry> entries =
                trail
                        .at(
                                sample.fund(),
                                at,
                                items.stream().map(i -> i.item().position()).toList())
                        .entries()
                        .stream()
                        .collect(Collectors.toMap(TrailEntry::position, e -> e));
        return items.stream()
                .map(item -> {
                    TrailEntry entry =
                            Optional.ofNullable(entries.get(item.item().position())).orElseThrow();
                    return ItemRow.of(
                            visit,
                            sample,
                            item,
                            entry,
                            EventRow.of(visit, sample.fund(), entry, names, entry.amount()));
                })
                .toList();
    }

    /**
     * What a form on the page says.
     *
     * @param action a mark, note or close
     */
    record Said(
            String postingId,
            String action,
            long position,
            int from,
            String misstated,
            String remark,
            String finding) {}

    @PostMapping("/samples/{sample}")
    String say(
            Model model,
            Visit visit,
            @PathVariable SampleId sample,
            @ModelAttribute Said said,
            HttpServletResponse response) {
        try {
            RegisteredSample before = desk.sample(sample);
            return switch (sink.send(
                    binding.examination(
                            command(said.action()), sample, fields(visit, before, said)))) {
                case Outcome.Accepted _ -> "redirect:" + after(sample, said);
                case Outcome.Refused(var rejection) ->
                        refused(
                                model,
                                visit,
                                sample,
                                said,
                                Refusals.of(visit.say(), rejection).text(),
                                response);
            };
        } catch (MalformedRequest e) {
            return refused(
                    model,
                    visit,
                    sample,
                    said,
                    Refusals.of(visit.say(), Problem.of(e.problems())).text(),
                    response);
        }
    }

    private static String command(String action) {
        return switch (action) {
            case "note" -> "note-item";
            case "close" -> "close-sample";
            default -> "tick-item";
        };
    }

    private ObjectNode fields(Visit visit, RegisteredSample sample, Said said) {
        ObjectNode fields = json.createObjectNode();
        fields.put("postingId", said.postingId());
        fields.put("effective", visit.moment().today().toString());
        switch (command(said.action())) {
            case "close-sample" -> fields.put("conclusion", said.remark());
            case "note-item" ->
                    fields.put("position", said.position()).put("remark", said.remark());
            default -> {
                fields.put("position", said.position());
                fields.put("mark", said.action());
                fields.put("remark", said.remark());
                fields.put("finding", said.finding());
                if (said.action().equals("EXCEPTION") && !said.misstated().isBlank()) {
                    fields.put("misstated", said.misstated().replace(",", "").strip());
                    fields.put("currency", sample.drawn().total().currency());
                }
            }
        }
        return CommandRequests.inOwnName(fields);
    }

    /** Back to the list, at the next item that waits. */
    private String after(SampleId id, Said said) {
        RegisteredSample now = desk.sample(id);
        List<Ticked> items = now.items();
        int next = items.size();
        for (int i = items.size() - 1; i >= 0; i--) {
            boolean behind = items.get(i).item().position() > said.position();
            if (behind && items.get(i).tick().isEmpty()) {
                next = i;
            }
        }
        boolean goesOn = next < items.size() && !command(said.action()).equals("note-item");
        long target = goesOn ? items.get(next).item().position() : said.position();
        int from = goesOn ? next / PAGE * PAGE : said.from();
        String page = from == 0 ? "" : "?from=" + from;
        return "/samples/%s%s%s"
                .formatted(id, page, said.action().equals("close") ? "" : "#item-" + target);
    }

    private String refused(
            Model model,
            Visit visit,
            SampleId sample,
            Said said,
            String why,
            HttpServletResponse response) {
        response.setStatus(422);
        fill(model, visit, desk.sample(sample), said.from());
        model.addAttribute("mistake", why);
        return VIEW;
    }
}
