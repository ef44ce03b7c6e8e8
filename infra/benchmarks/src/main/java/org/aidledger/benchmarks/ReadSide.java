package org.aidledger.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.aidledger.benchmarks.reading.ReadPath;
import org.aidledger.embedded.EmbeddedPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The read side on the databases of the contest, or on the folder of a ledger that is kept. */
final class ReadSide {

    private static final int CONNECTIONS = 8;

    /** A ledger's read tables belong to the role that it works as. */
    private static final String HAND_OVER =
            """
            do $$
            declare one record;
            begin
                if not exists (select from pg_roles where rolname = '%1$s') then
                    create role %1$s;
                end if;
                alter schema read owner to %1$s;
                for one in select tablename from pg_tables where schemaname = 'read' loop
                    execute format('alter table read.%%I owner to %1$s', one.tablename);
                end loop;
            end $$
            """
                    .formatted(EmbeddedPostgres.WORKING_ROLE);

    private final Databases databases;
    private final ReadPath path;

    ReadSide(Databases databases, Options options) {
        this.databases = databases;
        this.path =
                new ReadPath(
                        options.events(), options.repeats(), options::wants, System.err::println);
    }

    /** Measures on a history of its own. */
    ReadPath.Outcome run() {
        try (HikariDataSource large = own("reading")) {
            return run(large);
        }
    }

    /** Measures on a folder that a ledger can open afterwards. */
    ReadPath.Outcome run(Path folder) {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder);
                HikariDataSource large =
                        Databases.pool(
                                server.jdbcUrl(), server.user(), server.password(), CONNECTIONS)) {
            ReadPath.Outcome outcome = run(large);
            handOver(large);
            return outcome;
        }
    }

    /** Gives the read tables to the role that a server works as. */
    static void handOver(HikariDataSource owner) {
        JdbcClient.create(owner).sql(HAND_OVER).update();
    }

    private ReadPath.Outcome run(HikariDataSource large) {
        try (HikariDataSource small = own("reading_small")) {
            return path.run(large, small);
        }
    }

    private HikariDataSource own(String name) {
        return databases.pool(databases.create(name), CONNECTIONS);
    }
}
