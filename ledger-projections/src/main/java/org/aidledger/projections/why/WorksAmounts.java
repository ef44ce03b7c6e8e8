package org.aidledger.projections.why;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.aidledger.event.AsOf;
import org.aidledger.event.EventLog;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.event.StoredAs;
import org.aidledger.fund.FundId;
import org.aidledger.fund.ProjectId;
import org.aidledger.fund.WorksEvent.ChangeOrderApproved;
import org.aidledger.fund.WorksEvent.ContractRecorded;
import org.aidledger.fund.WorksEvent.MatchingRecorded;
import org.aidledger.fund.WorksEvent.ProgressReported;
import org.aidledger.projections.journal.EventAmount;
import org.aidledger.projections.reading.Reads;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The events behind figures that no line of the journal makes: contracts, matching money, and the
 * latest report of each project. The trail finds them; what they say is read from the events.
 */
final class WorksAmounts {

    private static final String OF_FUND =
            """
            select position
            from read.trail
            where fund = :fund and effective <= :effective and recorded <= :known
                and event_type = any(:types)
            order by position
            """;

    /** The same of one project, which an index finds. */
    private static final String OF_PROJECT =
            """
            select position
            from read.trail
            where projects @> array[:project]::text[]
                and fund = :fund and effective <= :effective and recorded <= :known
                and event_type = any(:types)
            order by position
            """;

    /** Latest means by business date, then by position. */
    private static final String LATEST =
            """
            select distinct on (projects) position
            from read.trail
            where fund = :fund and effective <= :effective and recorded <= :known
                and event_type = any(:types)
                and (:project = '' or projects @> array[:project]::text[])
            order by projects, effective desc, position desc
            """;

    private WorksAmounts() {}

    static List<Long> contracted(
            JdbcClient jdbc, FundId fund, Optional<ProjectId> project, AsOf asOf) {
        return found(jdbc, fund, project, asOf, ContractRecorded.class, ChangeOrderApproved.class);
    }

    static List<Long> matched(
            JdbcClient jdbc, FundId fund, Optional<ProjectId> project, AsOf asOf) {
        return found(jdbc, fund, project, asOf, MatchingRecorded.class);
    }

    static List<Long> reported(
            JdbcClient jdbc, FundId fund, Optional<ProjectId> project, AsOf asOf) {
        return found(jdbc, LATEST, fund, project, asOf, ProgressReported.class);
    }

    private static List<Long> found(
            JdbcClient jdbc,
            FundId fund,
            Optional<ProjectId> project,
            AsOf asOf,
            Class<?>... types) {
        return found(jdbc, project.isEmpty() ? OF_FUND : OF_PROJECT, fund, project, asOf, types);
    }

    private static List<Long> found(
            JdbcClient jdbc,
            String sql,
            FundId fund,
            Optional<ProjectId> project,
            AsOf asOf,
            Class<?>... types) {
        return Reads.at(jdbc, sql, fund, asOf)
                .param("project", project.map(ProjectId::value).orElse(""))
                .param(
                        "types",
                        Arrays.stream(types)
                                .map(t -> t.getAnnotation(StoredAs.class).value())
                                .toArray(String[]::new))
                .query((row, _) -> row.getLong("position"))
                .list();
    }

    /** What some events say, in order; those that leave a figure as it is are left out. */
    static List<EventAmount> of(EventLog log, List<Long> positions) {
        return log.at(positions.stream().sorted().toList()).stream()
                .map(WorksAmounts::amount)
                .filter(a -> a.minorUnits() != 0)
                .toList();
    }

    private static EventAmount amount(Recorded<LedgerEvent> at) {
        long minorUnits =
                switch (at.event()) {
                    case ContractRecorded e -> e.amount().minorUnits();
                    case ChangeOrderApproved e -> e.amount().minorUnits();
                    case MatchingRecorded e -> e.amount().minorUnits();
                    case ProgressReported e -> e.workValue().minorUnits();
                    default -> throw new IllegalArgumentException("no work: " + at);
                };
        return new EventAmount(at.position(), minorUnits);
    }
}
