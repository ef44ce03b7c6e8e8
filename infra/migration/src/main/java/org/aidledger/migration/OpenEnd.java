package org.aidledger.migration;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.aidledger.embedded.EmbeddedPostgresException;
import org.aidledger.embedded.LedgerDatabase;
import org.aidledger.event.Migration.End;
import org.aidledger.event.Migration.Login;
import org.aidledger.event.MigrationRefused;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * One end of a migration, within reach. The server of a data folder runs for as long as it is open.
 *
 * @param name what people call it
 * @param worker connections as the role that the ledger works as
 * @param owner connections as the owner of the tables of events
 * @param folder the data folder, if it is one
 */
record OpenEnd(
        String name, DataSource worker, DataSource owner, Optional<Path> folder, Runnable stop)
        implements AutoCloseable {

    private static final String URL = "jdbc:";

    /** Connections of a ledger that works; these names are seen by whoever may connect. */
    private static final String NODES =
            """
            select count(*) from pg_stat_activity
            where datname = current_database()
              and application_name in ('aid-ledger writer', 'aid-ledger news')
            """;

    /**
     * A ledger that is there.
     *
     * @throws MigrationRefused if there is none
     */
    static OpenEnd existing(End end) {
        if (end.place().startsWith("axon-server:")) {
            throw new MigrationRefused(
                    "a ledger on Axon Server is copied from its database, which has all of it: give that");
        }
        if (!isUrl(end) && !LedgerDatabase.isIn(Path.of(end.place()))) {
            throw new MigrationRefused("there is no ledger in the folder " + end.place());
        }
        return of(end);
    }

    /** One that may have to be made. */
    static OpenEnd of(End end) {
        return isUrl(end) ? server(end) : folder(Path.of(end.place()));
    }

    private static boolean isUrl(End end) {
        return end.place().startsWith(URL);
    }

    private static OpenEnd server(End end) {
        String url = end.place();
        DataSource worker = connections(url, end.worker());
        return new OpenEnd(
                withoutPassword(url),
                worker,
                end.owner().map(owner -> connections(url, Optional.of(owner))).orElse(worker),
                Optional.empty(),
                () -> {});
    }

    private static String withoutPassword(String url) {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }

    private static DataSource connections(String url, Optional<Login> login) {
        return login.map(as -> new DriverManagerDataSource(url, as.user(), as.password()))
                .orElseGet(() -> new DriverManagerDataSource(url));
    }

    private static OpenEnd folder(Path folder) {
        try {
            LedgerDatabase database = LedgerDatabase.in(folder);
            // Who is interrupted leaves no server behind.
            Thread interrupted = new Thread(database::close);
            Runtime.getRuntime().addShutdownHook(interrupted);
            return new OpenEnd(
                    folder.toString(),
                    connections(database.forWork()),
                    connections(database.forOwner()),
                    Optional.of(folder),
                    () -> {
                        database.close();
                        withdraw(interrupted);
                    });
        } catch (EmbeddedPostgresException e) {
            throw new MigrationRefused(String.valueOf(e.getMessage()), e);
        }
    }

    private static void withdraw(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // It is that hook's turn already.
        }
    }

    private static DataSource connections(JdbcConnectionDetails details) {
        return new DriverManagerDataSource(
                details.getJdbcUrl(),
                Objects.requireNonNull(details.getUsername()),
                Objects.requireNonNull(details.getPassword()));
    }

    /** Whether a ledger works on it. */
    boolean isServed() {
        return JdbcClient.create(worker).sql(NODES).query(Long.class).single() > 0;
    }

    @Override
    public String toString() {
        return name;
    }

    @Override
    public void close() {
        stop.run();
    }
}
