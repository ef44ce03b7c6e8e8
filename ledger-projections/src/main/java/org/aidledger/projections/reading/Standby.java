package org.aidledger.projections.reading;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a standby and its primary say of each other. */
final class Standby {

    /** A database is the same one where server and number are, on its standbys too. */
    private static final String STANDS =
            """
            select p.position, pg_is_in_recovery() as follows,
                   s.system_identifier || '/' || d.oid as identity,
                   coalesce(extract(epoch from clock_timestamp()
                                    - pg_last_xact_replay_timestamp()), 0) as seconds
            from read.position p, pg_control_system() s, pg_database d
            where d.datname = current_database()
            """;

    private static final Logger LOG = LoggerFactory.getLogger(Standby.class);

    private static final String ALONE = "its primary does not answer";

    private final JdbcClient primary;
    private final JdbcClient replica;

    Standby(DataSource primary, DataSource replica) {
        this.primary = JdbcClient.create(primary);
        this.replica = JdbcClient.create(replica);
    }

    private record Stand(long position, boolean follows, String identity, double seconds) {

        static Stand of(JdbcClient server) {
            return server.sql(STANDS)
                    .query((row, _) ->
                            new Stand(
                                    row.getLong("position"),
                                    row.getBoolean("follows"),
                                    row.getString("identity"),
                                    row.getDouble("seconds")))
                    .single();
        }
    }

    /** How far the standby's read tables are. */
    long position() {
        return Reads.position(replica);
    }

    /**
     * How the standby stands.
     *
     * @param mostBehind more is trouble
     */
    ReplicaStatus status(Duration mostBehind) {
        Stand there = Stand.of(replica); // first: it must not seem to be ahead
        Stand here;
        try {
            here = Stand.of(primary);
        } catch (DataAccessException e) {
            LOG.debug("The primary does not answer", e);
            return new ReplicaStatus(
                    there.position(), OptionalLong.empty(), Double.NaN, Optional.of(ALONE));
        }
        long lag = Math.max(0, here.position() - there.position());
        double seconds = lag == 0 ? 0 : Math.max(0, there.seconds());
        return new ReplicaStatus(
                there.position(),
                OptionalLong.of(lag),
                seconds,
                trouble(there, here, seconds, mostBehind));
    }

    private static Optional<String> trouble(
            Stand there, Stand here, double seconds, Duration mostBehind) {
        if (!there.identity().equals(here.identity())) {
            return Optional.of("it is no copy of this ledger's database");
        }
        if (!there.follows()) {
            return Optional.of("it follows no other server any more");
        }
        return seconds > mostBehind.toMillis() / 1e3
                ? Optional.of("it is more than %d s behind".formatted(mostBehind.toSeconds()))
                : Optional.empty();
    }
}
