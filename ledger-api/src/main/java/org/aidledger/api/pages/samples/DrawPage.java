package org.aidledger.api.pages.samples;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.MalformedRequest;
import org.aidledger.api.fund.FundReading;
import org.aidledger.api.http.CommandRequests;
import org.aidledger.api.http.Problem;
import org.aidledger.api.http.ProblemException;
import org.aidledger.api.pages.frame.Frame;
import org.aidledger.api.pages.frame.Refusals;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.api.sample.Drawing;
import org.aidledger.api.sample.SampleDesk;
import org.aidledger.event.Outcome;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.FundFigures;
import org.aidledger.sample.Population;
import org.aidledger.sample.PopulationKind;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The form that draws a sample, with what there is to draw from. */
@Controller
@Needs(Right.SAMPLES)
class DrawPage {

    private static final int ID_DIGITS = 4;

    private final SampleDesk desk;
    private final CommandBinding binding;
    private final FundReading reading;
    private final Frame frame;
    private final JsonMapper json;

    DrawPage(
            SampleDesk desk,
            CommandBinding binding,
            FundReading reading,
            Frame frame,
            JsonMapper json) {
        this.desk = desk;
        this.binding = binding;
        this.reading = reading;
        this.frame = frame;
        this.json = json;
    }

    /**
     * What the form holds.
     *
     * @param method random or monetary-unit
     * @param size items or hits
     */
    record Wish(
            String postingId,
            String sample,
            String population,
            String method,
            String size,
            String seed) {

        /** What a form leaves out is empty. */
        Wish {
            postingId = Objects.requireNonNullElse(postingId, "");
            sample = Objects.requireNonNullElse(sample, "");
            population = Objects.requireNonNullElse(population, "");
            method = Objects.requireNonNullElse(method, "");
            size = Objects.requireNonNullElse(size, "");
            seed = Objects.requireNonNullElse(seed, "");
        }

        private String design() {
            return method + ":" + size.strip();
        }
    }

    /** A population to choose. */
    record Kind(String name, String address, boolean on) {}

    @GetMapping("/funds/{fund}/samples/draw")
    String form(
            Model model,
            Visit visit,
            @PathVariable FundId fund,
            @RequestParam(defaultValue = "PAYMENTS") PopulationKind kind) {
        String digits = UUID.randomUUID().toString().substring(0, ID_DIGITS);
        show(
                model,
                visit,
                fund,
                kind,
                new Wish(
                        UUID.randomUUID().toString(),
                        "S-%s-%s".formatted(visit.moment().today(), digits),
                        kind.name(),
                        "random",
                        "25",
                        ""));
        return "pages/draw";
    }

    private void show(Model model, Visit visit, FundId fund, PopulationKind kind, Wish wish) {
        Say say = visit.say();
        FundFigures figures = reading.figures(fund, visit.at());
        Population population = desk.population(fund, kind, visit.at());
        frame.about(model, visit, new Frame.Subject(fund, figures.name()), "samples");
        model.addAttribute("fund", figures);
        model.addAttribute("wish", wish);
        model.addAttribute("kinds", kinds(visit, fund, kind));
        model.addAttribute("kindName", say.word("population." + kind));
        model.addAttribute("count", population.count());
        model.addAttribute("countText", say.count(population.count()));
        model.addAttribute("totalExact", population.total().decimal());
        model.addAttribute("total", say.exact(population.total()));
        model.addAttribute("digest", population.digest());
        model.addAttribute("at", visit.at());
    }

    private static List<Kind> kinds(Visit visit, FundId fund, PopulationKind now) {
        return Arrays.stream(PopulationKind.values())
                .map(k ->
                        new Kind(
                                visit.say().word("population." + k),
                                visit.to("funds", fund.value(), "samples", "draw")
                                        .with("kind", k)
                                        .toString(),
                                k == now))
                .toList();
    }

    @PostMapping("/funds/{fund}/samples/draw")
    String draw(
            Model model,
            Visit visit,
            @PathVariable FundId fund,
            @ModelAttribute Wish wish,
            HttpServletResponse response) {
        try {
            ObjectNode fields = json.createObjectNode();
            fields.put("sample", wish.sample());
            fields.put("postingId", wish.postingId());
            fields.put("effective", visit.moment().today().toString());
            fields.put("fund", fund.value());
            fields.put("asOf", visit.here().get("asOf"));
            fields.put("knownAt", visit.moment().knownAt().map(Object::toString).orElse(""));
            fields.put("population", wish.population());
            fields.put("design", wish.design());
            fields.put("seed", wish.seed());
            Drawing drawing = binding.request(Drawing.class, CommandRequests.inOwnName(fields));
            return switch (desk.draw(drawing)) {
                case Outcome.Accepted _ -> "redirect:/samples/" + drawing.sample();
                case Outcome.Refused(var rejection) ->
                        refused(
                                model,
                                visit,
                                fund,
                                wish,
                                Refusals.of(visit.say(), rejection).text(),
                                response);
            };
        } catch (MalformedRequest e) {
            return refused(
                    model,
                    visit,
                    fund,
                    wish,
                    Refusals.of(visit.say(), Problem.of(e.problems())).text(),
                    response);
        } catch (ProblemException e) {
            return refused(
                    model,
                    visit,
                    fund,
                    wish,
                    Refusals.of(visit.say(), e.problem()).text(),
                    response);
        }
    }

    private String refused(
            Model model,
            Visit visit,
            FundId fund,
            Wish wish,
            String why,
            HttpServletResponse response) {
        response.setStatus(422);
        PopulationKind kind =
                Arrays.stream(PopulationKind.values())
                        .filter(k -> k.name().equals(wish.population()))
                        .findFirst()
                        .orElse(PopulationKind.PAYMENTS);
        show(model, visit, fund, kind, wish);
        model.addAttribute("mistake", why);
        return "pages/draw";
    }
}
