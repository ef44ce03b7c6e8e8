package org.aidledger.projections.budget;

import java.util.Collection;
import java.util.List;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.fund.Mode;
import org.aidledger.fund.Organisation;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;
import org.aidledger.projections.reading.Reads;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A fund as it was opened. */
record OpenedFund(
        FundId fund,
        String name,
        String donor,
        String recipient,
        Organisation organisation,
        int fiscalYear,
        Mode mode,
        Denomination denomination) {

    private static final String ALL =
            """
            select distinct on (fund)
                   fund, name, donor, recipient, organisation, fiscal_year, mode, currency, scale
            from read.fund
            where effective <= :effective and recorded <= :known %s
            order by fund, effective, position
            """;

    private static final String SOME = ALL.formatted("and fund = any(:funds)");

    /** Every fund that was open and known by then, in the order of their ids. */
    static List<OpenedFund> all(JdbcClient jdbc, AsOf asOf) {
        return read(Reads.at(jdbc.sql(ALL.formatted("")), asOf));
    }

    /** Those of the funds that were open and known by then. */
    static List<OpenedFund> some(JdbcClient jdbc, Collection<FundId> funds, AsOf asOf) {
        return read(Reads.at(jdbc, SOME, funds, asOf));
    }

    private static List<OpenedFund> read(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, _) ->
                        new OpenedFund(
                                new FundId(row.getString("fund")),
                                row.getString("name"),
                                row.getString("donor"),
                                row.getString("recipient"),
                                new Organisation(row.getString("organisation")),
                                row.getInt("fiscal_year"),
                                Mode.valueOf(row.getString("mode")),
                                new Denomination(row.getString("currency"), row.getInt("scale"))))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(f -> f.fund().value()))
                .toList();
    }

    Money money(long minorUnits) {
        return new Money(minorUnits, denomination);
    }
}
