package org.aidledger.projections.findings;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.FundFigures.FindingFigures;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;
import org.aidledger.projections.reading.Reads;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts findings and breaches, of many funds with one statement each. */
public final class FindingCounts {

    private static final String FINDINGS =
            """
            select fund,
                   (array_agg(amount order by effective desc, position desc)
                       filter (where stage = 'RAISED'))[1] as amount,
                   coalesce(
                       (array_agg(stage order by effective desc, position desc)
                           filter (where stage in ('CLOSED', 'REOPENED')))[1],
                       '') as stage
            from read.finding
            where fund = any(:funds) and effective <= :effective and recorded <= :known
            group by fund, finding
            having bool_or(stage = 'RAISED')
            """;

    private static final String BREACHES =
            """
            select fund, count(*) as breaches
            from read.breach
            where fund = any(:funds) and effective <= :effective and recorded <= :known
            group by fund
            """;

    private FindingCounts() {}

    private record Found(FundId fund, Money amount, boolean closed) {}

    private record Noted(FundId fund, int breaches) {}

    /** The register of each fund, in sums. Amounts in another currency count zero. */
    public static Map<FundId, FindingFigures> of(
            JdbcClient jdbc, Map<FundId, Denomination> funds, AsOf asOf) {
        Map<FundId, List<Found>> found =
                Reads.at(jdbc, FINDINGS, funds.keySet(), asOf)
                        .query((row, _) ->
                                new Found(
                                        new FundId(row.getString("fund")),
                                        Money.parse(row.getString("amount")),
                                        row.getString("stage").equals("CLOSED")))
                        .list()
                        .stream()
                        .collect(groupingBy(Found::fund));
        Map<FundId, FindingFigures> figures = new HashMap<>();
        funds.forEach((fund, denomination) ->
                figures.put(fund, sums(found.getOrDefault(fund, List.of()), denomination)));
        return figures;
    }

    private static FindingFigures sums(List<Found> found, Denomination denomination) {
        List<Found> closed = found.stream().filter(Found::closed).toList();
        return new FindingFigures(
                found.size(), closed.size(), sum(found, denomination), sum(closed, denomination));
    }

    private static Money sum(List<Found> found, Denomination denomination) {
        return found.stream()
                .map(f -> f.amount().in(denomination).orElse(denomination.zero()))
                .reduce(denomination.zero(), Money::plus);
    }

    /** How many breaches the ledger noted, of each fund that has some. */
    public static Map<FundId, Integer> breaches(
            JdbcClient jdbc, Collection<FundId> funds, AsOf asOf) {
        return Reads.at(jdbc, BREACHES, funds, asOf)
                .query((row, _) ->
                        new Noted(new FundId(row.getString("fund")), row.getInt("breaches")))
                .list()
                .stream()
                .collect(toMap(Noted::fund, Noted::breaches));
    }
}
