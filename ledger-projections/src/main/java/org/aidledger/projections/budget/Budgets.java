package org.aidledger.projections.budget;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.FundFigures;
import org.aidledger.projections.reading.Reads;
import org.aidledger.projections.tally.Tallies;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads funds' figures at any point in time. */
public final class Budgets {

    private final Reads reads;
    private final Tallies tallies;

    public Budgets(Reads reads, Tallies tallies) {
        this.reads = reads;
        this.tallies = tallies;
    }

    /** The figures of one fund; empty if it was not open, or not known, by then. */
    public Optional<FundFigures> of(FundId fund, AsOf asOf) {
        return reads.ask(jdbc ->
                figures(jdbc, OpenedFund.some(jdbc, List.of(fund), asOf), asOf).stream()
                        .findFirst());
    }

    /**
     * The figures of every fund that was open and known by then, in the order of their ids. The
     * number of statements does not depend on the number of funds.
     */
    public List<FundFigures> all(AsOf asOf) {
        return reads.ask(jdbc -> figures(jdbc, OpenedFund.all(jdbc, asOf), asOf));
    }

    private List<FundFigures> figures(JdbcClient jdbc, List<OpenedFund> opened, AsOf asOf) {
        List<FundId> ids = opened.stream().map(OpenedFund::fund).toList();
        var tally = tallies.of(jdbc, ids, asOf);
        Enrolments enrolments = Enrolments.of(jdbc, ids, asOf);
        return opened.stream()
                .map(f ->
                        new FundStatement(
                                        f,
                                        Objects.requireNonNull(tally.get(f.fund())),
                                        enrolments)
                                .figures(asOf))
                .toList();
    }
}
