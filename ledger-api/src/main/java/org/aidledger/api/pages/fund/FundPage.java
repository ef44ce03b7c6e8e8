package org.aidledger.api.pages.fund;

import java.math.RoundingMode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.aidledger.api.fund.FundReading;
import org.aidledger.api.pages.chart.Flow;
import org.aidledger.api.pages.frame.Address;
import org.aidledger.api.pages.frame.AlertWords;
import org.aidledger.api.pages.frame.Basis;
import org.aidledger.api.pages.frame.Cards;
import org.aidledger.api.pages.frame.Figure;
import org.aidledger.api.pages.frame.Foot;
import org.aidledger.api.pages.frame.Frame;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.Alert;
import org.aidledger.indicator.Alerts;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.Indicator.Code;
import org.aidledger.indicator.Indicators;
import org.aidledger.indicator.ProjectFigures;
import org.aidledger.indicator.ProjectStatus;
import org.aidledger.indicator.Totals;
import org.aidledger.money.Money;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows a fund: where its money is, and how its projects stand. */
@Controller
class FundPage {

    private static final int ROWS = 100;
    private static final int ALERTS = 30;

    /** Parameters of the address that ask for all rows or all alerts, and what they say. */
    private static final String ROWS_SHOWN = "rows";

    private static final String ALERTS_SHOWN = "alerts";
    private static final String ALL = "all";

    private static final List<String> COLUMNS =
            List.of(
                    "name",
                    "planned",
                    "allocated",
                    "disbursed",
                    "paid",
                    "progress",
                    "gap",
                    "status");

    private final FundReading reading;
    private final Frame frame;
    private final Foot foot;

    FundPage(FundReading reading, Frame frame, Foot foot) {
        this.reading = reading;
        this.frame = frame;
        this.foot = foot;
    }

    @GetMapping("/funds/{fund}")
    String fund(Model model, Visit visit, @PathVariable FundId fund) {
        FundFigures figures = reading.figures(fund, visit.at());
        List<Alert> alerts = Alerts.of(figures);
        frame.about(model, visit, new Frame.Subject(fund, figures.name()), "fund");
        model.addAttribute("fund", figures);
        model.addAttribute("posted", visit.here().get("posted"));
        model.addAttribute("stages", stages(visit, figures));
        model.addAttribute("flow", flow(figures));
        cards(model, visit, figures, alerts);
        projects(model, visit, figures, alerts);
        alerts(model, visit, figures, alerts);
        model.addAttribute("foot", foot.of(visit, fund));
        return "pages/fund";
    }

    private static void alerts(Model model, Visit visit, FundFigures figures, List<Alert> alerts) {
        Address here = visit.here();
        boolean all = here.get(ALERTS_SHOWN).equals(ALL);
        model.addAttribute(
                "alerts",
                alerts.stream()
                        .limit(all ? alerts.size() : ALERTS)
                        .map(a -> AlertWords.of(visit.say(), figures, a))
                        .toList());
        model.addAttribute("alertCount", alerts.size());
        model.addAttribute("allAlerts", here.with(ALERTS_SHOWN, ALL).toString());
    }

    /**
     * A stage of the flow.
     *
     * @param notes what did not go on, and what came back
     */
    record Stage(String name, Figure figure, List<Note> notes) {}

    /** A remark to a stage. */
    record Note(String name, Figure figure, boolean cameBack) {}

    private static List<Stage> stages(Visit visit, FundFigures f) {
        Say say = visit.say();
        Totals t = f.totals();
        Function<String, Address> postings =
                figure -> visit.to("funds", f.fund().value(), "postings").with("figure", figure);
        Function<String, String> name = figure -> say.word("figure." + figure);
        return List.of(
                new Stage(
                        name.apply("authorised"),
                        Figure.of(say, f.authorised(), postings.apply("authorised")),
                        List.of(
                                new Note(
                                        name.apply("received"),
                                        Figure.of(say, f.received(), postings.apply("received")),
                                        false),
                                new Note(
                                        name.apply("remaining"),
                                        Figure.of(say, f.remaining(), postings.apply("remaining")),
                                        false))),
                new Stage(
                        name.apply("allocated"),
                        Figure.of(say, t.allocated(), postings.apply("allocated")),
                        back(
                                new Note(
                                        name.apply("unspent"),
                                        Figure.of(
                                                say,
                                                t.allocated().minus(t.disbursed()),
                                                postings.apply("unspent")),
                                        false),
                                new Note(
                                        name.apply("reclaimed"),
                                        Figure.of(say, t.reclaimed(), postings.apply("reclaimed")),
                                        true))),
                new Stage(
                        name.apply("disbursed"),
                        Figure.of(say, t.disbursed(), postings.apply("disbursed")),
                        back(
                                new Note(
                                        name.apply("held"),
                                        Figure.of(
                                                say,
                                                t.disbursed().minus(t.paid()),
                                                postings.apply("held")),
                                        false),
                                new Note(
                                        name.apply("recovered"),
                                        Figure.of(say, t.recovered(), postings.apply("recovered")),
                                        true))),
                new Stage(
                        name.apply("paid"),
                        Figure.of(say, t.paid(), postings.apply("paid")),
                        List.of()));
    }

    /** What came back is shown only where something did. */
    private static List<Note> back(Note still, Note cameBack) {
        return cameBack.figure().isZero() ? List.of(still) : List.of(still, cameBack);
    }

    private static String flow(FundFigures f) {
        Totals t = f.totals();
        Money whole = f.authorised().isZero() ? f.received() : f.authorised();
        return Flow.of(
                Stream.of(f.authorised(), t.allocated(), t.disbursed(), t.paid())
                        .map(m -> share(m, whole))
                        .toList(),
                List.of(false, t.reclaimed().isPositive(), t.recovered().isPositive(), false));
    }

    private static double share(Money part, Money whole) {
        return whole.isPositive()
                ? part.value().divide(whole.value(), 6, RoundingMode.HALF_UP).doubleValue()
                : 0;
    }

    private static void cards(Model model, Visit visit, FundFigures figures, List<Alert> alerts) {
        List<Alert> ofFund =
                alerts.stream().filter(a -> a.subject().equals(figures.fund().value())).toList();
        List<Cards.Card> all = Cards.of(visit.say(), Indicators.of(figures), ofFund);
        Code disbursement = Basis.of(visit.here()).code();
        Set<Code> chosen =
                EnumSet.of(
                        Code.RECEIVED_RATE,
                        disbursement,
                        Code.START_RATE,
                        Code.INVESTMENT_COMPLETION,
                        Code.PROGRESS_PAYMENT_GAP);
        model.addAttribute("cards", all.stream().filter(c -> chosen.contains(c.code())).toList());
        model.addAttribute("allCards", all);
        model.addAttribute("bases", Basis.links(visit, disbursement));
        model.addAttribute("disbursement", disbursement);
    }

    private static void projects(
            Model model, Visit visit, FundFigures figures, List<Alert> alerts) {
        Map<String, Alert.Kind> worst = new HashMap<>();
        alerts.forEach(a -> worst.putIfAbsent(a.subject(), a.kind()));
        Choice choice = Choice.of(visit.here());
        List<ProjectFigures> shown =
                figures.projects().stream()
                        .filter(choice.filter(worst.keySet()))
                        .sorted(Order.of(choice.sort()))
                        .toList();
        model.addAttribute("choice", choice);
        model.addAttribute("chips", chips(visit, figures, worst.keySet()));
        Address here = visit.here();
        boolean all = here.get(ROWS_SHOWN).equals(ALL);
        model.addAttribute(
                "rows",
                shown.stream()
                        .limit(all ? shown.size() : ROWS)
                        .map(p -> ProjectRow.of(visit, figures.fund(), p, worst))
                        .toList());
        model.addAttribute("shown", shown.size());
        model.addAttribute("allRows", here.with(ROWS_SHOWN, ALL).toString());
        model.addAttribute(
                "firstRows", all && shown.size() > ROWS ? here.without(ROWS_SHOWN).toString() : "");
        model.addAttribute("columns", columns(visit.here()));
        model.addAttribute("sums", sums(visit.say(), figures, shown));
        model.addAttribute("categories", values(figures, p -> p.profile().category()));
        model.addAttribute("places", values(figures, p -> p.profile().place()));
        model.addAttribute(
                "statuses",
                Arrays.stream(ProjectStatus.values())
                        .filter(s -> figures.projects().stream().anyMatch(p -> p.status() == s))
                        .toList());
    }

    private static Map<String, Order.Column> columns(Address here) {
        Map<String, Order.Column> columns = new HashMap<>();
        COLUMNS.forEach(name -> columns.put(name, Order.column(here, name)));
        return columns;
    }

    private static Map<String, Figure> sums(
            Say say, FundFigures figures, List<ProjectFigures> shown) {
        Money zero = figures.denomination().zero();
        Map<String, Function<ProjectFigures, Money>> sums =
                Map.of(
                        "planned", p -> p.inPlan() ? p.planned() : zero,
                        "allocated", ProjectFigures::allocated,
                        "disbursed", ProjectFigures::disbursed,
                        "paid", ProjectFigures::paid);
        Map<String, Figure> figuresByName = new HashMap<>();
        sums.forEach((name, of) ->
                figuresByName.put(
                        name, Figure.of(say, shown.stream().map(of).reduce(zero, Money::plus))));
        return figuresByName;
    }

    /** A mark to filter by. */
    record Chip(String flag, String name, long count, boolean on, String address) {}

    private static List<Chip> chips(Visit visit, FundFigures figures, Set<String> alerted) {
        Address here = visit.here();
        String now = here.get(Choice.FLAG);
        Stream<Chip> all =
                Stream.of(
                        new Chip(
                                "",
                                visit.say().word("flag.all"),
                                figures.projects().size(),
                                now.isEmpty(),
                                here.without(Choice.FLAG).toString()));
        return Stream.concat(
                        all,
                        Choice.FLAGS.stream()
                                .map(flag ->
                                        new Chip(
                                                flag,
                                                visit.say().word("flag." + flag),
                                                figures.projects().stream()
                                                        .filter(p -> Choice.has(p, flag, alerted))
                                                        .count(),
                                                now.equals(flag),
                                                here.with(Choice.FLAG, flag).toString())))
                .filter(chip -> chip.count() > 0 || chip.on())
                .toList();
    }

    private static Set<String> values(
            FundFigures figures, Function<ProjectFigures, String> property) {
        Set<String> values = new TreeSet<>();
        figures.projects().forEach(p -> values.add(property.apply(p)));
        values.remove("");
        return values;
    }
}
