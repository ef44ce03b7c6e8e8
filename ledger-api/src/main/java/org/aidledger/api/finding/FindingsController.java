package org.aidledger.api.finding;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.fund.FundReading;
import org.aidledger.api.fund.Head;
import org.aidledger.api.http.Columns;
import org.aidledger.api.http.Listing;
import org.aidledger.api.http.Paging;
import org.aidledger.api.http.ProblemException;
import org.aidledger.event.AsOf;
import org.aidledger.finding.FindingId;
import org.aidledger.finding.FindingRejection.FindingUnknown;
import org.aidledger.finding.FindingType;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.FundFigures;
import org.aidledger.money.Money;
import org.aidledger.projections.budget.Budgets;
import org.aidledger.projections.findings.FindingRegister;
import org.aidledger.projections.findings.FindingStep;
import org.aidledger.projections.findings.NotedBreach;
import org.aidledger.projections.findings.RegisteredFinding;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the register of findings and the breaches that the ledger noted by itself. */
@RestController
@Needs(Right.FINDINGS)
class FindingsController {

    private static final String JSON = "application/json";
    private static final String CSV = "text/csv";

    private final FindingRegister register;
    private final Budgets budgets;
    private final FundReading reading;

    FindingsController(FindingRegister register, Budgets budgets, FundReading reading) {
        this.register = register;
        this.budgets = budgets;
        this.reading = reading;
    }

    /** The dates of a view of several funds. */
    record Dates(LocalDate asOf, Instant knownAt) {}

    /**
     * A finding as it stands.
     *
     * @param typeName the type's name in published audits
     * @param currency of the amount
     * @param overdue not closed although the deadline has passed
     */
    record FindingView(
            FindingId finding,
            FundId fund,
            Optional<String> project,
            FindingType type,
            String typeName,
            Money amount,
            String currency,
            String description,
            String source,
            LocalDate raisedOn,
            String raisedBy,
            RegisteredFinding.Status status,
            boolean overdue,
            Optional<RegisteredFinding.Rectification> rectification,
            List<RegisteredFinding.Evidence> evidence,
            Optional<RegisteredFinding.Closing> closing,
            int reopened) {

        static FindingView of(RegisteredFinding f) {
            return new FindingView(
                    f.finding(),
                    f.fund(),
                    f.project(),
                    f.type(),
                    f.type().chinese(),
                    f.amount(),
                    f.amount().currency(),
                    f.description(),
                    f.source(),
                    f.raisedOn(),
                    f.raisedBy(),
                    f.status(),
                    f.overdue(),
                    f.rectification(),
                    f.evidence(),
                    f.closing(),
                    f.reopened());
        }
    }

    /** A finding as a row. */
    private static final Columns<FindingView> ROW =
            new Columns<>(
                    List.of(
                            "finding",
                            "fund",
                            "project",
                            "type",
                            "typeName",
                            "amount",
                            "currency",
                            "description",
                            "source",
                            "raisedOn",
                            "raisedBy",
                            "status",
                            "overdue",
                            "measure",
                            "leader",
                            "office",
                            "deadline",
                            "evidence",
                            "closedOn",
                            "closedBy",
                            "conclusion",
                            "reopened"),
                    f ->
                            List.of(
                                    f.finding(),
                                    f.fund(),
                                    f.project(),
                                    f.type(),
                                    f.typeName(),
                                    f.amount(),
                                    f.currency(),
                                    f.description(),
                                    f.source(),
                                    f.raisedOn(),
                                    f.raisedBy(),
                                    f.status(),
                                    f.overdue(),
                                    f.rectification().map(r -> r.measure()),
                                    f.rectification().map(r -> r.leader()),
                                    f.rectification().map(r -> r.office()),
                                    f.rectification().map(r -> r.deadline()),
                                    f.evidence().stream().map(e -> e.evidence()).toList(),
                                    f.closing().map(c -> c.on()),
                                    f.closing().map(c -> c.by()),
                                    f.closing().map(c -> c.conclusion()),
                                    f.reopened()));

    @GetMapping(
            path = "/api/v1/findings",
            produces = {JSON, CSV})
    Listing<Dates, FindingView> all(@RequestParam Optional<FundId> fund, AsOf asOf, Paging paging) {
        List<FundId> funds =
                fund.map(f -> List.of(reading.head(f, asOf).fund()))
                        .orElseGet(
                                () -> budgets.all(asOf).stream().map(FundFigures::fund).toList());
        List<FindingView> findings =
                funds.stream()
                        .flatMap(f -> register.findings(f, asOf).stream())
                        .map(FindingView::of)
                        .toList();
        return Listing.ofWhole(new Dates(asOf.effective(), asOf.known()), findings, paging, ROW);
    }

    /**
     * How the register of a fund stands.
     *
     * @param raised how many were raised
     * @param closed how many of them stand closed
     * @param breaches how many breaches the ledger noted by itself; see {@code /breaches}
     */
    record RegisterHead(
            @JsonUnwrapped Head head,
            int raised,
            int closed,
            Money amountRaised,
            Money amountClosed,
            int breaches) {}

    @GetMapping(
            path = "/api/v1/funds/{fund}/findings",
            produces = {JSON, CSV})
    Listing<RegisterHead, FindingView> ofFund(@PathVariable FundId fund, AsOf asOf, Paging paging) {
        FundFigures f = reading.figures(fund, asOf);
        RegisterHead head =
                new RegisterHead(
                        Head.of(f),
                        f.findings().raised(),
                        f.findings().closed(),
                        f.findings().amountRaised(),
                        f.findings().amountClosed(),
                        f.breaches());
        List<FindingView> findings =
                register.findings(fund, asOf).stream().map(FindingView::of).toList();
        return Listing.ofWhole(head, findings, paging, ROW.without(Set.of("fund", "currency")));
    }

    /**
     * A finding with all that became of it.
     *
     * @param steps in the order of recording
     */
    record FindingHistory(@JsonUnwrapped FindingView finding, List<FindingStep> steps) {}

    @GetMapping(path = "/api/v1/funds/{fund}/findings/{finding}", produces = JSON)
    FindingHistory one(@PathVariable FundId fund, @PathVariable FindingId finding, AsOf asOf) {
        return register.findings(fund, asOf).stream()
                .filter(f -> f.finding().equals(finding))
                .findFirst()
                .map(f ->
                        new FindingHistory(FindingView.of(f), register.steps(fund, finding, asOf)))
                .orElseThrow(() -> new ProblemException(new FindingUnknown(finding)));
    }

    @GetMapping(
            path = "/api/v1/funds/{fund}/breaches",
            produces = {JSON, CSV})
    Listing<Head, NotedBreach> breaches(@PathVariable FundId fund, AsOf asOf, Paging paging) {
        return Listing.ofPages(
                reading.head(fund, asOf),
                paging,
                after -> register.breaches(fund, asOf, after, paging.limit()),
                Columns.of(NotedBreach.class));
    }
}
