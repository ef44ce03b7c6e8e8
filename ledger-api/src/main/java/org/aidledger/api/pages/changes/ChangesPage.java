package org.aidledger.api.pages.changes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aidledger.api.http.PointInTime;
import org.aidledger.api.http.ProblemException;
import org.aidledger.api.pages.frame.Frame;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.api.pages.postings.EventRow;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.FundFigures;
import org.aidledger.money.Money;
import org.aidledger.projections.changes.Changes;
import org.aidledger.projections.standing.Standing;
import org.aidledger.projections.status.Present;
import org.aidledger.projections.trail.Trail;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Explains by events how a fund's sums at one point in time differ from those at another. */
@Controller
class ChangesPage {

    private static final int ROWS = 100;
    private static final String CURSOR = "cursor";

    private final Changes changes;
    private final Frame frame;
    private final Present present;

    ChangesPage(Changes changes, Frame frame, Present present) {
        this.changes = changes;
        this.frame = frame;
        this.present = present;
    }

    @GetMapping("/funds/{fund}/changes")
    String changes(
            Model model,
            Visit visit,
            @PathVariable FundId fund,
            @RequestParam(defaultValue = "") String cursor) {
        AsOf from = from(visit);
        AsOf to = to(visit);
        Changes.Outline outline =
                changes.outline(fund, from, to, place(cursor), ROWS)
                        .orElseThrow(() -> ProblemException.unknownFund(fund));
        FundFigures figures = outline.figures();
        frame.about(model, visit, new Frame.Subject(fund, figures.name()), "changes");
        Say say = visit.say();
        model.addAttribute("fund", figures);
        model.addAttribute("from", point(say, from));
        model.addAttribute("to", point(say, to));
        model.addAttribute("fromText", written(from));
        model.addAttribute("toText", written(to));
        model.addAttribute("sums", sums(say, outline));
        Map<String, String> names =
                figures.projects().stream()
                        .collect(Collectors.toMap(p -> p.id().value(), p -> p.profile().name()));
        model.addAttribute(
                "rows",
                outline.between().some().stream().map(c -> row(visit, fund, c, names)).toList());
        model.addAttribute("count", outline.between().all());
        model.addAttribute("countText", say.count(outline.between().all()));
        // The points of the page that it goes on from: "now" is later by then.
        model.addAttribute(
                "next",
                outline.between()
                        .next()
                        .map(next ->
                                visit.here()
                                        .with("from", written(from))
                                        .with("to", written(to))
                                        .with(CURSOR, next.number())
                                        .toString())
                        .orElse(""));
        model.addAttribute(
                "first", cursor.isEmpty() ? "" : visit.here().without(CURSOR).toString());
        return "pages/changes";
    }

    private static Trail.Place place(String cursor) {
        if (cursor.isEmpty()) {
            return Trail.Place.START;
        }
        if (!cursor.matches("-?[0-9]{1,18}")) {
            throw ProblemException.invalid(
                    CURSOR, "cursor must be one that this page gave, not '" + cursor + "'");
        }
        return new Trail.Place(Long.parseLong(cursor));
    }

    /** The point that the page is at; where that is now, the end of the month before. */
    private AsOf from(Visit visit) {
        return given(visit, "from")
                .orElseGet(() ->
                        visit.moment().isNow()
                                ? new AsOf(
                                        visit.moment().today().withDayOfMonth(1).minusDays(1),
                                        visit.at().known())
                                : visit.at());
    }

    private AsOf to(Visit visit) {
        return given(visit, "to")
                .orElseGet(() ->
                        new AsOf(
                                visit.moment().hasOtherKnowledge()
                                        ? visit.at().effective()
                                        : present.today(),
                                present.known()));
    }

    private Optional<AsOf> given(Visit visit, String name) {
        return Optional.of(visit.here().get(name))
                .filter(text -> !text.isEmpty())
                .map(text -> PointInTime.pair(name, text, present));
    }

    private static String written(AsOf at) {
        return at.effective() + "@" + at.known();
    }

    private static String point(Say say, AsOf at) {
        return say.word("changes.point", say.day(at.effective()), say.instant(at.known()));
    }

    /**
     * A sum at both points, in the reader's unit.
     *
     * @param exact the difference to the last minor unit
     */
    record Sum(
            String name,
            String before,
            String after,
            String difference,
            String exact,
            boolean same) {}

    private static List<Sum> sums(Say say, Changes.Outline between) {
        return Stream.<Map.Entry<String, Function<Standing, Money>>>of(
                        Map.entry("authorised", Standing::authorised),
                        Map.entry("received", Standing::received),
                        Map.entry("planned", s -> s.totals().planned()),
                        Map.entry("allocated", s -> s.totals().allocated()),
                        Map.entry("disbursed", s -> s.totals().disbursed()),
                        Map.entry("paid", s -> s.totals().paid()),
                        Map.entry("reclaimed", s -> s.totals().reclaimed()),
                        Map.entry("recovered", s -> s.totals().recovered()))
                .map(e -> sum(say, e.getKey(), e.getValue(), between))
                .toList();
    }

    private static Sum sum(
            Say say, String name, Function<Standing, Money> of, Changes.Outline between) {
        Money before = of.apply(between.before());
        Money after = of.apply(between.after());
        Money difference = after.minus(before);
        return new Sum(
                say.word("figure." + name),
                say.money(before),
                say.money(after),
                (difference.isPositive() ? "+" : "") + say.money(difference),
                say.signed(difference),
                difference.isZero());
    }

    /**
     * An event between.
     *
     * @param came whether it counts at the second point and not at the first
     */
    record ChangeRow(boolean came, EventRow event) {}

    private static ChangeRow row(
            Visit visit, FundId fund, Trail.Passing change, Map<String, String> names) {
        return new ChangeRow(
                change.came(),
                EventRow.of(visit, fund, change.entry(), names, change.entry().amount()));
    }
}
