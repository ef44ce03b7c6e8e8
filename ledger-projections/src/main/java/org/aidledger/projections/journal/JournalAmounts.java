package org.aidledger.projections.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.fund.ProjectId;
import org.aidledger.posting.Account.Kind;
import org.aidledger.posting.Movement;
import org.aidledger.projections.reading.Reads;
import org.aidledger.projections.tally.Measure;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The events behind figures that sum up lines of the journal, in order; events that leave a figure
 * as it is are left out.
 */
public final class JournalAmounts {

    private static final String LINES =
            """
            select position, projects, lines
            from read.trail
            where fund = :fund and effective <= :effective and recorded <= :known
                and measures & :measures <> 0
            order by position
            """;

    /** The same of one project, which an index finds. */
    private static final String LINES_OF_PROJECT =
            """
            select position, projects, lines
            from read.trail
            where projects @> array[:project]::text[]
                and fund = :fund and effective <= :effective and recorded <= :known
                and measures & :measures <> 0
            order by position
            """;

    private static final Optional<ProjectId> ANY = Optional.empty();

    private JournalAmounts() {}

    public static List<EventAmount> authorised(JdbcClient jdbc, FundId fund, AsOf asOf) {
        return negated(of(jdbc, fund, asOf, ANY, kinds(Kind.GRANT)));
    }

    public static List<EventAmount> received(JdbcClient jdbc, FundId fund, AsOf asOf) {
        return negated(of(jdbc, fund, asOf, ANY, kinds(Kind.DONOR)));
    }

    public static List<EventAmount> remaining(JdbcClient jdbc, FundId fund, AsOf asOf) {
        return of(jdbc, fund, asOf, ANY, kinds(Kind.AUTHORISED));
    }

    public static List<EventAmount> pool(JdbcClient jdbc, FundId fund, AsOf asOf) {
        return of(jdbc, fund, asOf, ANY, kinds(Kind.POOL));
    }

    public static List<EventAmount> allocated(
            JdbcClient jdbc, FundId fund, Optional<ProjectId> project, AsOf asOf) {
        return of(jdbc, fund, asOf, project, kinds(Kind.ALLOCATED));
    }

    public static List<EventAmount> disbursed(
            JdbcClient jdbc, FundId fund, Optional<ProjectId> project, AsOf asOf) {
        return of(jdbc, fund, asOf, project, kinds(Kind.HELD, Kind.PAID));
    }

    public static List<EventAmount> paid(
            JdbcClient jdbc, FundId fund, Optional<ProjectId> project, AsOf asOf) {
        return of(jdbc, fund, asOf, project, kinds(Kind.PAID));
    }

    public static List<EventAmount> held(
            JdbcClient jdbc, FundId fund, Optional<ProjectId> project, AsOf asOf) {
        return of(jdbc, fund, asOf, project, kinds(Kind.HELD));
    }

    /** Allocated less disbursed. */
    public static List<EventAmount> unspent(
            JdbcClient jdbc, FundId fund, Optional<ProjectId> project, AsOf asOf) {
        String only = project.map(ProjectId::value).orElse("");
        return of(
                jdbc,
                fund,
                asOf,
                only,
                p -> only.isEmpty() || p.equals(only),
                kinds(Kind.ALLOCATED),
                kinds(Kind.HELD, Kind.PAID));
    }

    /** The same of some projects. */
    public static List<EventAmount> unspentOf(
            JdbcClient jdbc, FundId fund, Set<String> projects, AsOf asOf) {
        return projects.isEmpty()
                ? List.of()
                : of(
                        jdbc,
                        fund,
                        asOf,
                        projects.size() == 1 ? projects.iterator().next() : "",
                        projects::contains,
                        kinds(Kind.ALLOCATED),
                        kinds(Kind.HELD, Kind.PAID));
    }

    /** What came by reallocation, less what went. */
    public static List<EventAmount> reallocated(
            JdbcClient jdbc, FundId fund, Optional<ProjectId> project, AsOf asOf) {
        return of(
                jdbc,
                fund,
                asOf,
                project,
                PackedLines.bit(Measure.of(Kind.ALLOCATED, Movement.REALLOCATE)));
    }

    public static List<EventAmount> reclaimed(
            JdbcClient jdbc, FundId fund, Optional<ProjectId> project, AsOf asOf) {
        return negated(
                of(
                        jdbc,
                        fund,
                        asOf,
                        project,
                        PackedLines.bit(Measure.of(Kind.ALLOCATED, Movement.RECLAIM))));
    }

    public static List<EventAmount> recovered(
            JdbcClient jdbc, FundId fund, Optional<ProjectId> project, AsOf asOf) {
        return negated(
                of(
                        jdbc,
                        fund,
                        asOf,
                        project,
                        PackedLines.bit(Measure.of(Kind.HELD, Movement.RECOVER))
                                | PackedLines.bit(Measure.of(Kind.PAID, Movement.RECOVER))));
    }

    /** A bit for each measure of some accounts. */
    private static long kinds(Kind... kinds) {
        long measures = 0;
        for (Kind kind : kinds) {
            for (Measure measure : Measure.of(kind)) {
                measures |= PackedLines.bit(measure);
            }
        }
        return measures;
    }

    private static List<EventAmount> negated(List<EventAmount> amounts) {
        return amounts.stream().map(a -> new EventAmount(a.position(), -a.minorUnits())).toList();
    }

    private static List<EventAmount> of(
            JdbcClient jdbc, FundId fund, AsOf asOf, Optional<ProjectId> project, long measures) {
        String only = project.map(ProjectId::value).orElse("");
        return of(jdbc, fund, asOf, only, p -> only.isEmpty() || p.equals(only), measures, 0);
    }

    /**
     * @param only a project that all lines are of; empty if they may be of any
     * @param plus the measures whose lines are added
     * @param minus the measures whose lines are taken off
     */
    private static List<EventAmount> of(
            JdbcClient jdbc,
            FundId fund,
            AsOf asOf,
            String only,
            Predicate<String> projects,
            long plus,
            long minus) {
        return Reads.at(jdbc, only.isEmpty() ? LINES : LINES_OF_PROJECT, fund, asOf)
                .param("measures", plus | minus)
                .param("project", only)
                .query((row, _) -> amount(row, projects, plus, minus))
                .stream()
                .filter(a -> a.minorUnits() != 0)
                .toList();
    }

    private static EventAmount amount(
            ResultSet row, Predicate<String> projects, long plus, long minus) throws SQLException {
        long[] sum = {0};
        PackedLines.read(
                row,
                (_, measure, project, amount) -> {
                    long bit = PackedLines.bit(measure);
                    if (projects.test(project) && (bit & (plus | minus)) != 0) {
                        sum[0] =
                                (bit & plus) != 0
                                        ? Math.addExact(sum[0], amount)
                                        : Math.subtractExact(sum[0], amount);
                    }
                });
        return new EventAmount(row.getLong("position"), sum[0]);
    }
}
