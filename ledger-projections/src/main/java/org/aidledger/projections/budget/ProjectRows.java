package org.aidledger.projections.budget;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.aidledger.event.AsOf;
import org.aidledger.fund.Channel;
import org.aidledger.fund.FundId;
import org.aidledger.fund.PlanEvent.ReviewOutcome;
import org.aidledger.fund.ProjectId;
import org.aidledger.fund.ProjectProfile;
import org.aidledger.projections.reading.Reads;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the facts of projects, summed up, of many funds with one statement each. */
final class ProjectRows {

    private static final String ENROLMENTS =
            """
            select distinct on (fund, project)
                   fund, project, name, category, place, channel, kind, delivery,
                   capital, livelihood, grassroots, enterprise
            from read.enrolment
            where fund = any(:funds) and effective <= :effective and recorded <= :known
            order by fund, project, effective desc, position desc
            """;

    private static final String PLANS =
            """
            select fund, project,
                   sum(planned) as planned,
                   sum(investment) as investment,
                   bool_or(fact = 'ADMITTED') as admitted,
                   coalesce(
                       (array_agg(outcome order by effective desc, position desc)
                           filter (where fact = 'REVIEWED'))[1],
                       'CANDIDATE') as outcome
            from read.plan
            where fund = any(:funds) and effective <= :effective and recorded <= :known
                and project <> ''
            group by fund, project
            """;

    private static final String WORKS =
            """
            select fund, project,
                   coalesce(sum(amount) filter (where fact = 'CONTRACTED'), 0) as contracted,
                   coalesce(sum(amount) filter (where fact = 'MATCHED'), 0) as matched,
                   (array_agg(percent order by effective desc, position desc)
                       filter (where fact = 'REPORTED'))[1] as percent,
                   coalesce(
                       (array_agg(amount order by effective desc, position desc)
                           filter (where fact = 'REPORTED'))[1],
                       0) as work_value,
                   max(effective) filter (where fact = 'STARTED') as started,
                   max(effective) filter (where fact = 'COMPLETED') as completed,
                   max(effective) filter (where fact = 'ACCEPTED') as accepted,
                   max(effective) filter (where fact = 'ARCHIVED') as archived,
                   max(effective) filter (where fact = 'CLOSED') as closed,
                   count(*) filter (where fact = 'FROZEN')
                       > count(*) filter (where fact = 'UNFROZEN') as frozen
            from read.works
            where fund = any(:funds) and effective <= :effective and recorded <= :known
            group by fund, project
            """;

    private ProjectRows() {}

    /** A project of a fund. */
    record ProjectOfFund(FundId fund, ProjectId project) {}

    record PlanRow(long planned, long investment, boolean admitted, ReviewOutcome outcome) {
        static final PlanRow NONE = new PlanRow(0, 0, false, ReviewOutcome.CANDIDATE);
    }

    record WorksRow(
            long contracted,
            long matched,
            Optional<BigDecimal> percent,
            long workValue,
            Optional<LocalDate> started,
            Optional<LocalDate> completed,
            Optional<LocalDate> accepted,
            Optional<LocalDate> archived,
            Optional<LocalDate> closed,
            boolean frozen) {
        static final WorksRow NONE =
                new WorksRow(
                        0,
                        0,
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false);
    }

    private record Keyed<T>(ProjectOfFund key, T value) {}

    static Map<ProjectOfFund, ProjectProfile> enrolled(
            JdbcClient jdbc, Collection<FundId> funds, AsOf asOf) {
        return byProject(
                jdbc,
                ENROLMENTS,
                funds,
                asOf,
                (row, _) ->
                        new ProjectProfile(
                                row.getString("name"),
                                row.getString("category"),
                                row.getString("place"),
                                Channel.valueOf(row.getString("channel")),
                                ProjectProfile.Kind.valueOf(row.getString("kind")),
                                ProjectProfile.Delivery.valueOf(row.getString("delivery")),
                                row.getBoolean("capital"),
                                row.getBoolean("livelihood"),
                                row.getBoolean("grassroots"),
                                row.getBoolean("enterprise")));
    }

    static Map<ProjectOfFund, PlanRow> plans(JdbcClient jdbc, Collection<FundId> funds, AsOf asOf) {
        return byProject(
                jdbc,
                PLANS,
                funds,
                asOf,
                (row, _) ->
                        new PlanRow(
                                row.getLong("planned"),
                                row.getLong("investment"),
                                row.getBoolean("admitted"),
                                ReviewOutcome.valueOf(row.getString("outcome"))));
    }

    static Map<ProjectOfFund, WorksRow> works(
            JdbcClient jdbc, Collection<FundId> funds, AsOf asOf) {
        return byProject(
                jdbc,
                WORKS,
                funds,
                asOf,
                (row, _) ->
                        new WorksRow(
                                row.getLong("contracted"),
                                row.getLong("matched"),
                                Optional.ofNullable(row.getBigDecimal("percent")),
                                row.getLong("work_value"),
                                date(row, "started"),
                                date(row, "completed"),
                                date(row, "accepted"),
                                date(row, "archived"),
                                date(row, "closed"),
                                row.getBoolean("frozen")));
    }

    static Optional<LocalDate> date(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    static <T> Map<ProjectOfFund, T> byProject(
            JdbcClient jdbc, String sql, Collection<FundId> funds, AsOf asOf, RowMapper<T> mapper) {
        Map<ProjectOfFund, T> rows = new HashMap<>();
        List<Keyed<T>> keyed =
                Reads.at(jdbc, sql, funds, asOf)
                        .query((row, number) ->
                                new Keyed<>(
                                        new ProjectOfFund(
                                                new FundId(row.getString("fund")),
                                                new ProjectId(row.getString("project"))),
                                        Objects.requireNonNull(mapper.mapRow(row, number))))
                        .list();
        keyed.forEach(k -> rows.put(k.key(), k.value()));
        return rows;
    }
}
