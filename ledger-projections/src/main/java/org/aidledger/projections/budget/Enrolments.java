package org.aidledger.projections.budget;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.fund.Channel;
import org.aidledger.fund.FundId;
import org.aidledger.fund.ProjectProfile;
import org.aidledger.projections.reading.Remembered;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What projects are. A project is enrolled once; whether it was enrolled at a point in time is not
 * for this class to say.
 */
final class Enrolments {

    private record Enrolled(String project, ProjectProfile profile) {}

    private final Remembered<Enrolled> enrolments =
            new Remembered<>(
                    """
                    select a.fund, 'read.position'::regclass::oid::bigint as generation,
                           e.position, e.project, e.name, e.category, e.place, e.channel, e.kind,
                           e.delivery, e.capital, e.livelihood, e.grassroots, e.enterprise
                    from unnest(:funds, :places) as a(fund, place)
                    left join read.enrolment e on e.fund = a.fund and e.position > a.place
                    order by e.fund, e.position
                    """,
                    Enrolments::row);

    /** The profiles of the projects of each fund, by their ids. */
    Map<FundId, Map<String, ProjectProfile>> of(JdbcClient jdbc, Collection<FundId> funds) {
        Map<FundId, Map<String, ProjectProfile>> profiles = new HashMap<>();
        enrolments
                .of(jdbc, funds)
                .forEach((fund, enrolled) -> profiles.put(fund, byProject(enrolled)));
        return profiles;
    }

    private static Map<String, ProjectProfile> byProject(List<Enrolled> enrolled) {
        Map<String, ProjectProfile> profiles = new HashMap<>();
        enrolled.forEach(e -> profiles.put(e.project(), e.profile()));
        return profiles;
    }

    private static Remembered.Row<Enrolled> row(ResultSet row, int number) throws SQLException {
        Optional<String> project = Optional.ofNullable(row.getString("project"));
        return new Remembered.Row<>(
                new FundId(row.getString("fund")),
                row.getLong("generation"),
                row.getLong("position"),
                project.isPresent()
                        ? Optional.of(new Enrolled(project.get(), profile(row)))
                        : Optional.empty());
    }

    private static ProjectProfile profile(ResultSet row) throws SQLException {
        return new ProjectProfile(
                row.getString("name"),
                row.getString("category"),
                row.getString("place"),
                Channel.valueOf(row.getString("channel")),
                ProjectProfile.Kind.valueOf(row.getString("kind")),
                ProjectProfile.Delivery.valueOf(row.getString("delivery")),
                row.getBoolean("capital"),
                row.getBoolean("livelihood"),
                row.getBoolean("grassroots"),
                row.getBoolean("enterprise"));
    }
}
