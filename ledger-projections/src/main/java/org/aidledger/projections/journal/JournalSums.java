package org.aidledger.projections.journal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.fund.ProjectId;
import org.aidledger.projections.reading.Reads;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sums over the journal, of many funds with one statement. Amounts are in minor units. */
public final class JournalSums {

    private static final String BY_PROJECT =
            """
            select fund, project,
                   coalesce(-sum(amount) filter (where kind = 'GRANT'), 0) as authorised,
                   coalesce(-sum(amount) filter (where kind = 'DONOR'), 0) as received,
                   coalesce(sum(amount) filter (where kind = 'ALLOCATED'), 0) as allocated,
                   coalesce(sum(amount) filter (where kind in ('HELD', 'PAID')), 0) as disbursed,
                   coalesce(sum(amount) filter (where kind = 'PAID'), 0) as paid,
                   coalesce(-sum(amount) filter (
                       where kind = 'ALLOCATED' and movement = 'RECLAIM'), 0) as reclaimed,
                   coalesce(-sum(amount) filter (
                       where kind in ('HELD', 'PAID') and movement = 'RECOVER'), 0) as recovered,
                   coalesce(sum(amount) filter (
                       where kind = 'ALLOCATED' and movement = 'REALLOCATE'), 0) as reallocated,
                   max(effective) as last_movement
            from read.journal
            where fund = any(:funds) and effective <= :effective and recorded <= :known
            group by fund, project
            """;

    private JournalSums() {}

    /** What the accounts of a fund itself come to. */
    public record OfFund(long authorised, long received) {
        public static final OfFund NONE = new OfFund(0, 0);
    }

    /** What the accounts of a project come to. */
    public record OfProject(
            long allocated,
            long disbursed,
            long paid,
            long reclaimed,
            long recovered,
            long reallocated,
            Optional<LocalDate> lastMovement) {
        public static final OfProject NONE = new OfProject(0, 0, 0, 0, 0, 0, Optional.empty());
    }

    /** The sums of one fund. */
    public record Sums(OfFund fund, Map<ProjectId, OfProject> projects) {
        public static final Sums NONE = new Sums(OfFund.NONE, Map.of());

        /** The sums of a project; zero without lines. */
        public OfProject of(ProjectId project) {
            return projects.getOrDefault(project, OfProject.NONE);
        }
    }

    private record Row(FundId fund, String project, OfFund ofFund, OfProject ofProject) {}

    /** The sums of each fund that has lines. */
    public static Map<FundId, Sums> of(JdbcClient jdbc, Collection<FundId> funds, AsOf asOf) {
        Map<FundId, List<Row>> byFund = new HashMap<>();
        Reads.at(jdbc, BY_PROJECT, funds, asOf)
                .query((row, _) ->
                        new Row(
                                new FundId(row.getString("fund")),
                                row.getString("project"),
                                new OfFund(row.getLong("authorised"), row.getLong("received")),
                                new OfProject(
                                        row.getLong("allocated"),
                                        row.getLong("disbursed"),
                                        row.getLong("paid"),
                                        row.getLong("reclaimed"),
                                        row.getLong("recovered"),
                                        row.getLong("reallocated"),
                                        Optional.of(
                                                row.getObject("last_movement", LocalDate.class)))))
                .list()
                .forEach(r -> byFund.computeIfAbsent(r.fund(), _ -> new ArrayList<>()).add(r));
        Map<FundId, Sums> sums = new HashMap<>();
        byFund.forEach((fund, rows) -> sums.put(fund, sums(rows)));
        return sums;
    }

    private static Sums sums(List<Row> rows) {
        OfFund fund = OfFund.NONE;
        Map<ProjectId, OfProject> projects = new HashMap<>();
        for (Row row : rows) {
            if (row.project().isEmpty()) {
                fund = row.ofFund();
            } else {
                projects.put(new ProjectId(row.project()), row.ofProject());
            }
        }
        return new Sums(fund, Map.copyOf(projects));
    }
}
