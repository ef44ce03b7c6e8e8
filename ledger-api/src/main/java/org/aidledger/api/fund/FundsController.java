package org.aidledger.api.fund;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.http.Columns;
import org.aidledger.api.http.Listing;
import org.aidledger.api.http.Paging;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.FundFigures;
import org.aidledger.projections.budget.Budgets;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows funds and their budget at any point in time. */
@RestController
@Needs(Right.FIGURES)
class FundsController {

    private static final String JSON = "application/json";
    private static final String CSV = "text/csv";

    private final Budgets budgets;
    private final FundReading reading;

    FundsController(Budgets budgets, FundReading reading) {
        this.budgets = budgets;
        this.reading = reading;
    }

    /** What a view of several funds begins with. */
    record Dates(LocalDate asOf, Instant knownAt) {}

    @GetMapping(
            path = "/api/v1/funds",
            produces = {JSON, CSV})
    Listing<Dates, FundSummary> funds(AsOf asOf, Paging paging) {
        List<FundSummary> all = budgets.all(asOf).stream().map(FundSummary::of).toList();
        return Listing.ofWhole(
                new Dates(asOf.effective(), asOf.known()),
                all,
                paging,
                Columns.of(FundSummary.class));
    }

    @GetMapping(path = "/api/v1/funds/{fund}", produces = JSON)
    FundView fund(@PathVariable FundId fund, AsOf asOf) {
        return FundView.of(reading.figures(fund, asOf));
    }

    @GetMapping(
            path = "/api/v1/funds/{fund}/projects",
            produces = {JSON, CSV})
    Listing<Head, ProjectView> projects(@PathVariable FundId fund, AsOf asOf, Paging paging) {
        FundFigures figures = reading.figures(fund, asOf);
        return Listing.ofWhole(
                Head.of(figures),
                figures.projects().stream().map(p -> ProjectView.of(figures, p)).toList(),
                paging,
                Columns.of(ProjectView.class));
    }

    @GetMapping(
            path = "/api/v1/funds/{fund}/budget",
            produces = {JSON, CSV})
    BudgetView budget(@PathVariable FundId fund, AsOf asOf) {
        return BudgetView.of(reading.figures(fund, asOf));
    }

    @GetMapping(
            path = "/api/v1/funds/{fund}/report",
            produces = {JSON, CSV})
    ReportView report(@PathVariable FundId fund, AsOf asOf) {
        return ReportView.of(reading.figures(fund, asOf));
    }
}
