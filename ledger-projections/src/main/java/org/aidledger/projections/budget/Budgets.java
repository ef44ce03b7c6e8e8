package org.aidledger.projections.budget;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.FundFigures;
import org.aidledger.projections.budget.FundRows.Opened;
import org.aidledger.projections.findings.FindingCounts;
import org.aidledger.projections.journal.JournalSums;
import org.aidledger.projections.reading.Reads;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads funds' figures at any point in time. */
public final class Budgets {

    private final Reads reads;

    public Budgets(Reads reads) {
        this.reads = reads;
    }

    /** The figures of one fund; empty if it was not open, or not known, by then. */
    public Optional<FundFigures> of(FundId fund, AsOf asOf) {
        return reads.ask(jdbc -> figures(jdbc, List.of(fund), asOf).stream().findFirst());
    }

    /**
     * The figures of every fund that was open and known by then, in the order of their ids. The
     * number of statements does not depend on the number of funds.
     */
    public List<FundFigures> all(AsOf asOf) {
        return reads.ask(jdbc -> figures(jdbc, FundRows.open(jdbc, asOf), asOf));
    }

    private static List<FundFigures> figures(JdbcClient jdbc, Collection<FundId> asked, AsOf asOf) {
        List<Opened> opened = FundRows.opened(jdbc, asked, asOf);
        List<FundId> funds = opened.stream().map(Opened::fund).toList();
        var policies = FundRows.policies(jdbc, funds, asOf);
        var versions = FundRows.planVersions(jdbc, funds, asOf);
        var flows = FundRows.flows(jdbc, opened, asOf);
        var findings = FindingCounts.of(jdbc, FundRows.denominations(opened), asOf);
        var breaches = FindingCounts.breaches(jdbc, funds, asOf);
        var sums = JournalSums.of(jdbc, funds, asOf);
        var projects = ProjectStatements.read(jdbc, funds, asOf);
        return opened.stream()
                .map(f -> {
                    FundId id = f.fund();
                    var money = sums.getOrDefault(id, JournalSums.Sums.NONE);
                    var policy = policies.getOrDefault(id, Map.of());
                    return new FundFigures(
                            id,
                            asOf,
                            f.name(),
                            f.donor(),
                            f.recipient(),
                            f.fiscalYear(),
                            f.mode(),
                            f.denomination(),
                            versions.getOrDefault(id, 0),
                            f.money(money.fund().authorised()),
                            f.money(money.fund().received()),
                            policy,
                            Objects.requireNonNull(findings.get(id)),
                            breaches.getOrDefault(id, 0),
                            flows.getOrDefault(id, Map.of()),
                            projects.of(f, policy, money));
                })
                .toList();
    }
}
