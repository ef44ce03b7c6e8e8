package org.aidledger.projections.budget;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.aidledger.event.AsOf;
import org.aidledger.fund.Channel;
import org.aidledger.fund.FundId;
import org.aidledger.fund.ProjectProfile;
import org.aidledger.projections.reading.Reads;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the projects of some funds are; a project is enrolled once. */
record Enrolments(Map<Key, ProjectProfile> profiles) {

    private static final String ENROLMENTS =
            """
            select fund, project, name, category, place, channel, kind, delivery,
                   capital, livelihood, grassroots, enterprise
            from read.enrolment
            where fund = any(:funds) and effective <= :effective and recorded <= :known
            """;

    record Key(String fund, String project) {}

    static Enrolments of(JdbcClient jdbc, Collection<FundId> funds, AsOf asOf) {
        Map<Key, ProjectProfile> profiles = new HashMap<>();
        Reads.at(jdbc, ENROLMENTS, funds, asOf)
                .query(row -> {
                    profiles.put(new Key(row.getString(1), row.getString(2)), profile(row));
                });
        return new Enrolments(profiles);
    }

    private static ProjectProfile profile(ResultSet row) throws SQLException {
        return new ProjectProfile(
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Channel.valueOf(row.getString(6)),
                ProjectProfile.Kind.valueOf(row.getString(7)),
                ProjectProfile.Delivery.valueOf(row.getString(8)),
                row.getBoolean(9),
                row.getBoolean(10),
                row.getBoolean(11),
                row.getBoolean(12));
    }

    ProjectProfile of(FundId fund, String project) {
        return Objects.requireNonNull(profiles.get(new Key(fund.value(), project)));
    }
}
