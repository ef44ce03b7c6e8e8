package org.aidledger.api.fund;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.http.Columns;
import org.aidledger.api.http.Listing;
import org.aidledger.api.http.Paging;
import org.aidledger.api.http.PointInTime;
import org.aidledger.api.http.ProblemException;
import org.aidledger.api.payee.PayeeNames;
import org.aidledger.api.payee.PayeeNames.Shown;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.fund.ProjectId;
import org.aidledger.money.Money;
import org.aidledger.projections.Page;
import org.aidledger.projections.changes.Change;
import org.aidledger.projections.changes.Changes;
import org.aidledger.projections.changes.FundChanges;
import org.aidledger.projections.status.Present;
import org.aidledger.projections.why.Contribution;
import org.aidledger.projections.why.Explanation;
import org.aidledger.projections.why.Figure;
import org.aidledger.projections.why.Why;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Explains figures: by the events behind one, and by the events between two points in time. */
@RestController
@Needs(Right.TRAIL)
class ChangesController {

    private static final String JSON = "application/json";
    private static final String CSV = "text/csv";

    private final Changes changes;
    private final Why why;
    private final PayeeNames names;
    private final Present present;

    ChangesController(Changes changes, Why why, PayeeNames names, Present present) {
        this.changes = changes;
        this.why = why;
        this.names = names;
        this.present = present;
    }

    /** A point on both time axes. */
    record Point(LocalDate asOf, Instant knownAt) {

        static Point of(AsOf at) {
            return new Point(at.effective(), at.known());
        }
    }

    /**
     * What lies between two points in time: {@code before} plus {@code passageOfTime} plus the
     * effects of all items is {@code after}.
     *
     * @param head with the dates of {@code to}
     * @param count how many events lie between, on all pages
     */
    record ChangesHead(
            @JsonUnwrapped Head head,
            Point from,
            Point to,
            Sums before,
            Sums after,
            Sums passageOfTime,
            int count) {}

    /**
     * An event that counts at one of the two points and not at the other.
     *
     * @param direction whether it came or went on the way
     * @param effect by how much the fund's sums changed with it
     */
    record ChangeView(Change.Direction direction, Sums effect, @JsonUnwrapped TrailView event) {

        static ChangeView of(Change change, Shown names) {
            return new ChangeView(
                    change.direction(),
                    Sums.of(change.effect()),
                    TrailView.of(change.entry(), names));
        }
    }

    @GetMapping(
            path = "/api/v1/funds/{fund}/changes",
            produces = {JSON, CSV})
    Listing<ChangesHead, ChangeView> changes(
            @PathVariable FundId fund,
            @RequestParam String from,
            @RequestParam String to,
            Paging paging) {
        FundChanges between =
                changes.between(
                                fund,
                                PointInTime.pair("from", from, present),
                                PointInTime.pair("to", to, present))
                        .orElseThrow(() -> ProblemException.unknownFund(fund));
        Shown shown =
                names.in(between.changes().stream().map(Change::entry).flatMap(TrailView::texts));
        return Listing.ofWhole(
                head(between),
                between.changes().stream().map(c -> ChangeView.of(c, shown)).toList(),
                paging,
                Columns.of(ChangeView.class));
    }

    private static ChangesHead head(FundChanges between) {
        AsOf to = between.to();
        return new ChangesHead(
                new Head(
                        between.fund(),
                        to.effective(),
                        to.known(),
                        between.after().authorised().currency()),
                Point.of(between.from()),
                Point.of(to),
                Sums.of(between.before()),
                Sums.of(between.after()),
                Sums.of(between.passageOfTime()),
                between.changes().size());
    }

    /**
     * A figure and how many events are behind it, on all pages.
     *
     * @param total to which the amounts of all items sum
     */
    record WhyHead(
            @JsonUnwrapped Head head,
            String figure,
            Optional<ProjectId> project,
            Money total,
            long events) {}

    /** An event behind a figure, and what it adds to it. */
    record ContributionView(Money contribution, @JsonUnwrapped TrailView event) {

        static ContributionView of(Contribution c, Shown names) {
            return new ContributionView(c.amount(), TrailView.of(c.entry(), names));
        }
    }

    @GetMapping(
            path = "/api/v1/funds/{fund}/why",
            produces = {JSON, CSV})
    Listing<WhyHead, ContributionView> why(
            @PathVariable FundId fund,
            @RequestParam String figure,
            @RequestParam Optional<ProjectId> project,
            AsOf asOf,
            Paging paging) {
        Figure asked = figure(figure, project);
        Explanation first =
                why.of(fund, asked, project, asOf, paging.after(), paging.limit())
                        .orElseThrow(() -> ProblemException.unknownFund(fund));
        WhyHead head =
                new WhyHead(
                        new Head(fund, asOf.effective(), asOf.known(), first.total().currency()),
                        asked.written(),
                        project,
                        first.total(),
                        first.events());
        return Listing.ofPages(
                head,
                paging,
                after ->
                        named(
                                (after.equals(paging.after())
                                                ? first
                                                : why.of(
                                                                fund,
                                                                asked,
                                                                project,
                                                                asOf,
                                                                after,
                                                                paging.limit())
                                                        .orElseThrow())
                                        .contributions()),
                Columns.of(ContributionView.class));
    }

    private Page<ContributionView> named(Page<Contribution> page) {
        Shown shown =
                names.in(page.items().stream().map(Contribution::entry).flatMap(TrailView::texts));
        return page.map(c -> ContributionView.of(c, shown));
    }

    private static Figure figure(String text, Optional<ProjectId> project) {
        Figure figure;
        try {
            figure = Figure.parse(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("figure", String.valueOf(e.getMessage()));
        }
        if (project.isPresent() && !figure.isPerProject()) {
            throw ProblemException.invalid(
                    "project", "projects have no figure " + text + "; leave project out");
        }
        return figure;
    }
}
