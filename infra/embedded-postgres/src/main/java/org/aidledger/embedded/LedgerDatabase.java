package org.aidledger.embedded;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * The database, and the ways into it.
 *
 * @param forQuestions on a standby, if there is one
 * @param stop what is done when this is closed
 */
public record LedgerDatabase(
        JdbcConnectionDetails forWork,
        JdbcConnectionDetails forOwner,
        Optional<JdbcConnectionDetails> forQuestions,
        Runnable stop)
        implements AutoCloseable {

    /**
     * The one in a data folder, which is made if there is none, for as long as this is open.
     *
     * @throws DataFolderInUseException when another process has the folder open
     * @throws EmbeddedPostgresException when the folder's ledger is on a server
     */
    public static LedgerDatabase in(Path dataFolder) {
        NamedServer.requireNone(dataFolder);
        return embedded(EmbeddedPostgres.start(dataFolder));
    }

    /** Whether a data folder has one. */
    public static boolean isIn(Path dataFolder) {
        return DataFolder.hasCluster(dataFolder);
    }

    static LedgerDatabase named(LedgerDatabaseSettings.Server server) {
        LedgerDatabaseSettings.Owner owner = server.ownerOrUser();
        return new LedgerDatabase(
                new Connection(server.url(), server.user(), server.password()),
                new Connection(server.url(), owner.user(), owner.password()),
                Optional.of(server.readOrNone())
                        .filter(read -> !read.url().isBlank())
                        .map(read -> new Connection(read.url(), read.user(), read.password())),
                () -> {});
    }

    static LedgerDatabase embedded(EmbeddedPostgres server) {
        try {
            WorkingRole role = WorkingRole.of(server);
            return new LedgerDatabase(
                    new Connection(server.jdbcUrl(), role.name(), role.password()),
                    new Connection(server.jdbcUrl(), server.user(), server.password()),
                    Optional.empty(),
                    server::close);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private record Connection(String url, String user, String password)
            implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return user;
        }

        @Override
        public String getPassword() {
            return password;
        }

        @Override
        public String toString() {
            return user + " at " + url; // never the password
        }
    }

    @Override
    public void close() {
        stop.run();
    }
}
