package org.aidledger.projections.budget;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.fund.Mode;
import org.aidledger.fund.PolicyItem;
import org.aidledger.indicator.FundFigures.OtherFlow;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;
import org.aidledger.projections.reading.Reads;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what belongs to funds as a whole, of many funds with one statement each. */
final class FundRows {

    private static final String OPEN =
            """
            select distinct fund
            from read.fund
            where effective <= :effective and recorded <= :known
            """;

    private static final String FUNDS =
            """
            select distinct on (fund)
                   fund, name, donor, recipient, fiscal_year, mode, currency, scale
            from read.fund
            where fund = any(:funds) and effective <= :effective and recorded <= :known
            order by fund, effective, position
            """;

    private static final String POLICIES =
            """
            select distinct on (fund, item) fund, item, value
            from read.policy
            where fund = any(:funds) and effective <= :effective and recorded <= :known
            order by fund, item, effective desc, position desc
            """;

    private static final String VERSIONS =
            """
            select fund, max(version) as version
            from read.plan
            where fund = any(:funds) and effective <= :effective and recorded <= :known
            group by fund
            """;

    private static final String FLOWS =
            """
            select fund, flow, count(*) as lines, sum(amount) as amount
            from read.flow
            where fund = any(:funds) and effective <= :effective and recorded <= :known
            group by fund, flow
            """;

    private FundRows() {}

    /** A fund as it was opened. */
    record Opened(
            FundId fund,
            String name,
            String donor,
            String recipient,
            int fiscalYear,
            Mode mode,
            Denomination denomination) {

        Money money(long minorUnits) {
            return new Money(minorUnits, denomination);
        }
    }

    private record Policy(FundId fund, PolicyItem item, BigDecimal value) {}

    private record Version(FundId fund, int version) {}

    private record Flow(FundId fund, String flow, OtherFlow sum) {}

    /** The ids of all funds that were open and known by then. */
    static List<FundId> open(JdbcClient jdbc, AsOf asOf) {
        return Reads.at(jdbc.sql(OPEN), asOf)
                .query((row, _) -> new FundId(row.getString("fund")))
                .list();
    }

    /** Those of the funds that were open and known by then, in the order of their ids. */
    static List<Opened> opened(JdbcClient jdbc, Collection<FundId> funds, AsOf asOf) {
        return Reads.at(jdbc, FUNDS, funds, asOf)
                .query((row, _) ->
                        new Opened(
                                new FundId(row.getString("fund")),
                                row.getString("name"),
                                row.getString("donor"),
                                row.getString("recipient"),
                                row.getInt("fiscal_year"),
                                Mode.valueOf(row.getString("mode")),
                                new Denomination(row.getString("currency"), row.getInt("scale"))))
                .list()
                .stream()
                .sorted(Comparator.comparing(f -> f.fund().value()))
                .toList();
    }

    static Map<FundId, Map<PolicyItem, BigDecimal>> policies(
            JdbcClient jdbc, Collection<FundId> funds, AsOf asOf) {
        return Reads.at(jdbc, POLICIES, funds, asOf)
                .query((row, _) ->
                        new Policy(
                                new FundId(row.getString("fund")),
                                PolicyItem.valueOf(row.getString("item")),
                                row.getBigDecimal("value")))
                .list()
                .stream()
                .collect(groupingBy(Policy::fund, toMap(Policy::item, Policy::value)));
    }

    static Map<FundId, Integer> planVersions(JdbcClient jdbc, Collection<FundId> funds, AsOf asOf) {
        return Reads.at(jdbc, VERSIONS, funds, asOf)
                .query((row, _) ->
                        new Version(new FundId(row.getString("fund")), row.getInt("version")))
                .list()
                .stream()
                .collect(toMap(Version::fund, Version::version));
    }

    static Map<FundId, Map<String, OtherFlow>> flows(
            JdbcClient jdbc, Collection<Opened> funds, AsOf asOf) {
        Map<FundId, Denomination> denominations = denominations(funds);
        return Reads.at(jdbc, FLOWS, denominations.keySet(), asOf)
                .query((row, _) ->
                        new Flow(
                                new FundId(row.getString("fund")),
                                row.getString("flow"),
                                new OtherFlow(
                                        row.getInt("lines"),
                                        new Money(
                                                row.getLong("amount"),
                                                Objects.requireNonNull(
                                                        denominations.get(
                                                                new FundId(
                                                                        row.getString("fund"))))))))
                .list()
                .stream()
                .collect(groupingBy(Flow::fund, toMap(Flow::flow, Flow::sum)));
    }

    static Map<FundId, Denomination> denominations(Collection<Opened> funds) {
        return funds.stream().collect(toMap(Opened::fund, Opened::denomination));
    }
}
