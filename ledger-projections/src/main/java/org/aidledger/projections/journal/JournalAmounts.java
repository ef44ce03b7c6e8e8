package org.aidledger.projections.journal;

import java.util.List;
import java.util.Optional;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.fund.ProjectId;
import org.aidledger.projections.reading.Reads;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The events behind the figures that {@link JournalSums} sums up, in order; events that leave a
 * figure as it is are left out.
 */
public final class JournalAmounts {

    private static final String BY_EVENT =
            """
            select position, sum(%s) as amount
            from read.journal
            where fund = :fund and effective <= :effective and recorded <= :known
                and (:project = '' or project = :project)
                and %s
            group by position
            having sum(amount) <> 0
            order by position
            """;

    private JournalAmounts() {}

    public static List<EventAmount> authorised(JdbcClient jdbc, FundId fund, AsOf asOf) {
        return of(jdbc, BY_EVENT.formatted("-amount", "kind = 'GRANT'"), fund, asOf);
    }

    public static List<EventAmount> received(JdbcClient jdbc, FundId fund, AsOf asOf) {
        return of(jdbc, BY_EVENT.formatted("-amount", "kind = 'DONOR'"), fund, asOf);
    }

    public static List<EventAmount> allocated(
            JdbcClient jdbc, FundId fund, Optional<ProjectId> project, AsOf asOf) {
        return of(jdbc, BY_EVENT.formatted("amount", "kind = 'ALLOCATED'"), fund, project, asOf);
    }

    public static List<EventAmount> disbursed(
            JdbcClient jdbc, FundId fund, Optional<ProjectId> project, AsOf asOf) {
        return of(
                jdbc,
                BY_EVENT.formatted("amount", "kind in ('HELD', 'PAID')"),
                fund,
                project,
                asOf);
    }

    public static List<EventAmount> paid(
            JdbcClient jdbc, FundId fund, Optional<ProjectId> project, AsOf asOf) {
        return of(jdbc, BY_EVENT.formatted("amount", "kind = 'PAID'"), fund, project, asOf);
    }

    public static List<EventAmount> reclaimed(
            JdbcClient jdbc, FundId fund, Optional<ProjectId> project, AsOf asOf) {
        return of(
                jdbc,
                BY_EVENT.formatted("-amount", "kind = 'ALLOCATED' and movement = 'RECLAIM'"),
                fund,
                project,
                asOf);
    }

    public static List<EventAmount> recovered(
            JdbcClient jdbc, FundId fund, Optional<ProjectId> project, AsOf asOf) {
        return of(
                jdbc,
                BY_EVENT.formatted("-amount", "kind in ('HELD', 'PAID') and movement = 'RECOVER'"),
                fund,
                project,
                asOf);
    }

    private static List<EventAmount> of(JdbcClient jdbc, String sql, FundId fund, AsOf asOf) {
        return of(jdbc, sql, fund, Optional.empty(), asOf);
    }

    private static List<EventAmount> of(
            JdbcClient jdbc, String sql, FundId fund, Optional<ProjectId> project, AsOf asOf) {
        return Reads.at(jdbc, sql, fund, asOf)
                .param("project", project.map(ProjectId::value).orElse(""))
                .query((row, _) -> new EventAmount(row.getLong("position"), row.getLong("amount")))
                .list();
    }
}
