package org.aidledger.api.pages.administration;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aidledger.access.KeptRead;
import org.aidledger.access.ReadFilter;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.fund.FundReading;
import org.aidledger.api.http.Paging;
import org.aidledger.api.http.ProblemException;
import org.aidledger.api.pages.frame.Frame;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.api.security.ReadDesk;
import org.aidledger.api.security.ReadFilters;
import org.aidledger.fund.FundId;
import org.aidledger.projections.Page;
import org.aidledger.projections.budget.Budgets;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What auditors and regulators asked: about a fund for who answers for it, or about all. */
@Controller
class ReadsPage {

    private static final String USER = "user";
    private static final String RIGHT = "right";

    private final ReadDesk desk;
    private final FundReading reading;
    private final Budgets budgets;
    private final Frame frame;

    ReadsPage(ReadDesk desk, FundReading reading, Budgets budgets, Frame frame) {
        this.desk = desk;
        this.reading = reading;
        this.budgets = budgets;
        this.frame = frame;
    }

    /** A kind of question to choose. */
    record Kind(String right, String name) {}

    /** A question. */
    record Row(
            String asked,
            String user,
            String actor,
            String right,
            String fund,
            String fundId,
            String at,
            String address) {

        static Row of(Say say, KeptRead read, Map<FundId, Budgets.Names> names) {
            return new Row(
                    say.instant(read.asked()),
                    read.user(),
                    read.actor(),
                    say.name("right." + read.right(), read.right()),
                    read.fund()
                            .flatMap(f -> Optional.ofNullable(names.get(new FundId(f))))
                            .map(Budgets.Names::fund)
                            .orElse(""),
                    read.fund().orElse(""),
                    read.asOf().map(say::date).orElse("")
                            + read.knownAt().map(k -> " · " + say.instant(k)).orElse(""),
                    read.figure());
        }
    }

    @Needs(Right.ACCOUNTS)
    @GetMapping("/administration/reads")
    String all(Model model, Visit visit, @RequestParam Optional<String> about, Paging paging) {
        frame.aboutAll(model, visit, "administration");
        model.addAttribute("sections", Section.links(visit, Section.READS));
        model.addAttribute("about", about.orElse(""));
        show(model, visit, about.filter(f -> !f.isBlank()).map(ReadsPage::fund), paging);
        return "pages/reads";
    }

    private static FundId fund(String text) {
        try {
            return new FundId(text.strip());
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("about", String.valueOf(e.getMessage()));
        }
    }

    @Needs(Right.READS)
    @GetMapping("/funds/{fund}/reads")
    String ofFund(Model model, Visit visit, @PathVariable FundId fund, Paging paging) {
        desk.require(fund);
        String name = reading.figures(fund, visit.at()).name();
        frame.about(model, visit, new Frame.Subject(fund, name), "reads");
        model.addAttribute("sections", List.of());
        show(model, visit, Optional.of(fund), paging);
        return "pages/reads";
    }

    private void show(Model model, Visit visit, Optional<FundId> fund, Paging paging) {
        Function<String, Optional<String>> asked = name -> Optional.of(visit.here().get(name));
        ReadFilter wanted =
                ReadFilters.of(
                        fund,
                        asked.apply(USER),
                        asked.apply(RIGHT),
                        asked.apply("from"),
                        asked.apply("to"));
        Page<KeptRead> page = desk.page(wanted, paging.after(), paging.limit());
        model.addAttribute("wanted", wanted);
        model.addAttribute(
                "isNarrowed",
                Stream.of("about", USER, RIGHT, "from", "to")
                        .anyMatch(name -> !visit.here().get(name).isEmpty()));
        model.addAttribute(
                "kinds",
                Arrays.stream(Right.values())
                        .filter(Right::isAsked)
                        .map(Right::toString)
                        .map(r -> new Kind(r, visit.say().name("right." + r, r)))
                        .toList());
        Map<FundId, Budgets.Names> names =
                budgets.names(
                        page.items().stream()
                                .flatMap(r -> r.fund().stream())
                                .map(FundId::new)
                                .collect(Collectors.toSet()),
                        visit.at());
        model.addAttribute(
                "rows", page.items().stream().map(r -> Row.of(visit.say(), r, names)).toList());
        model.addAttribute(
                "next", page.next().map(c -> visit.here().with("cursor", c).toString()).orElse(""));
    }
}
