package org.aidledger.api.pages.samples;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.http.Paging;
import org.aidledger.api.pages.frame.Frame;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.fund.FundId;
import org.aidledger.projections.Page;
import org.aidledger.projections.budget.Budgets;
import org.aidledger.projections.samples.RegisteredSample;
import org.aidledger.projections.samples.SampleRegister;
import org.aidledger.sample.Result;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists the samples that auditors drew. */
@Controller
@Needs(Right.SAMPLES)
class SamplesPage {

    private final SampleRegister register;
    private final Budgets budgets;
    private final Frame frame;

    SamplesPage(SampleRegister register, Budgets budgets, Frame frame) {
        this.register = register;
        this.budgets = budgets;
        this.frame = frame;
    }

    /**
     * A sample in a list.
     *
     * @param rate exceptions of what was examined
     */
    record Row(
            String id,
            String address,
            String fund,
            String population,
            String count,
            String design,
            String drawn,
            String by,
            String left,
            String rate,
            boolean closed) {

        static Row of(Visit visit, RegisteredSample s, Map<FundId, Budgets.Names> names) {
            Say say = visit.say();
            return new Row(
                    s.sample().value(),
                    visit.to("samples", s.sample().value()).toString(),
                    Optional.ofNullable(names.get(s.fund()))
                            .map(Budgets.Names::fund)
                            .orElse(s.fund().value()),
                    say.word("population." + s.population()),
                    say.count(s.drawn().count()),
                    Designs.said(say, s.design()),
                    say.count(s.items().size()),
                    s.by() + " · " + say.instant(s.drawnAt()) + " UTC",
                    say.count(s.left()),
                    rate(s.result()),
                    s.closing().isPresent());
        }

        private static String rate(Result result) {
            return result.exceptions() + " / " + result.examined();
        }
    }

    @GetMapping("/samples")
    String list(Model model, Visit visit, @RequestParam Optional<FundId> fund, Paging paging) {
        frame.aboutAll(model, visit, "samples");
        Page<RegisteredSample> page =
                register.page(fund, visit.at().known(), paging.after(), paging.limit());
        Map<FundId, Budgets.Names> names =
                budgets.names(
                        page.items().stream()
                                .map(RegisteredSample::fund)
                                .collect(Collectors.toSet()),
                        visit.at());
        model.addAttribute(
                "rows", page.items().stream().map(s -> Row.of(visit, s, names)).toList());
        model.addAttribute("of", fund.map(FundId::value).orElse(""));
        model.addAttribute(
                "next", page.next().map(c -> visit.here().with("cursor", c).toString()).orElse(""));
        return "pages/samples";
    }
}
