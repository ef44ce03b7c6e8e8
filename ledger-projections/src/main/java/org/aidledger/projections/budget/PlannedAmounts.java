package org.aidledger.projections.budget;

import java.util.List;
import java.util.Optional;
import org.aidledger.fund.ProjectId;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.ProjectFigures;
import org.aidledger.projections.journal.EventAmount;
import org.aidledger.projections.reading.Reads;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The events behind the planned money or investment of a project, or of all projects in the plan,
 * in order.
 */
public final class PlannedAmounts {

    private static final String BY_EVENT =
            """
            select position, sum(planned) as planned, sum(investment) as investment
            from read.plan
            where fund = :fund and effective <= :effective and recorded <= :known
                and project = any(:projects)
            group by position
            order by position
            """;

    private PlannedAmounts() {}

    public static List<EventAmount> planned(
            JdbcClient jdbc, FundFigures figures, Optional<ProjectId> project) {
        return of(jdbc, figures, project, "planned");
    }

    public static List<EventAmount> investment(
            JdbcClient jdbc, FundFigures figures, Optional<ProjectId> project) {
        return of(jdbc, figures, project, "investment");
    }

    private static List<EventAmount> of(
            JdbcClient jdbc, FundFigures figures, Optional<ProjectId> project, String column) {
        String[] projects =
                project.map(p -> new String[] {p.value()})
                        .orElseGet(() ->
                                figures.projects().stream()
                                        .filter(ProjectFigures::inPlan)
                                        .map(p -> p.id().value())
                                        .toArray(String[]::new));
        return Reads.at(jdbc, BY_EVENT, figures.fund(), figures.asOf())
                .param("projects", projects)
                .query((row, _) -> new EventAmount(row.getLong("position"), row.getLong(column)))
                .stream()
                .filter(a -> a.minorUnits() != 0)
                .toList();
    }
}
