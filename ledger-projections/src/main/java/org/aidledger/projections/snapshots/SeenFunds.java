package org.aidledger.projections.snapshots;

import org.aidledger.fund.FundId;
import org.aidledger.fund.Organisation;
import org.aidledger.projections.reading.Reads;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The funds that whoever asks may know of. */
final class SeenFunds {

    private static final String FUNDS =
            """
            select distinct on (fund) fund, organisation
            from read.fund
            order by fund, position
            """;

    private record Owned(FundId fund, Organisation organisation) {}

    private SeenFunds() {}

    /** Their ids, as a statement takes them. */
    static String[] of(Reads reads, JdbcClient jdbc) {
        return jdbc
                .sql(FUNDS)
                .query((row, _) ->
                        new Owned(
                                new FundId(row.getString("fund")),
                                new Organisation(row.getString("organisation"))))
                .list()
                .stream()
                .filter(f -> reads.sees(f.fund(), f.organisation()))
                .map(f -> f.fund().value())
                .toArray(String[]::new);
    }
}
