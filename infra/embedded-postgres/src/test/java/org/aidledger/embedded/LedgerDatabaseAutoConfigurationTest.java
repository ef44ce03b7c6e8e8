package org.aidledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The same data source bean, whoever runs the server. */
class LedgerDatabaseAutoConfigurationTest {

    @TempDir Path folder;

    private final ApplicationContextRunner application =
            new ApplicationContextRunner()
                    .withConfiguration(
                            AutoConfigurations.of(
                                    LedgerDatabaseAutoConfiguration.class,
                                    DataSourceAutoConfiguration.class));

    @Test
    void runsAServerOfItsOwnAndStopsItAfterThePool() {
        application
                .withPropertyValues("ledger.data=" + folder, "ledger.db.url=")
                .run(context -> {
                    var pool = context.getBean(HikariDataSource.class);
                    try (var connection = pool.getConnection()) {
                        assertThat(connection.isValid(1)).isTrue();
                    }
                    assertThat(Postmaster.recordedIn(folder.resolve("postgres-18"))).isPresent();
                });
        assertThat(Postmaster.recordedIn(folder.resolve("postgres-18"))).isEmpty();
        EmbeddedPostgres.start(folder).close();
    }

    @Test
    void usesTheServerThatIsNamed() {
        var database = TestPostgres.freshDatabase();
        application
                .withPropertyValues(
                        "ledger.data=" + folder.resolve("unused"),
                        "ledger.db.url=" + database.jdbcUrl(),
                        "ledger.db.user=" + database.user(),
                        "ledger.db.password=" + database.password())
                .run(context -> {
                    assertThat(context.getBean(JdbcConnectionDetails.class).getJdbcUrl())
                            .isEqualTo(database.jdbcUrl());
                    try (var connection = context.getBean(HikariDataSource.class).getConnection()) {
                        assertThat(connection.getCatalog())
                                .isEqualTo(
                                        database.jdbcUrl()
                                                .substring(
                                                        database.jdbcUrl().lastIndexOf('/') + 1));
                    }
                });
        assertThat(folder.resolve("unused")).doesNotExist();
    }

    @Test
    void saysHowADatabaseIsNamed() {
        application
                .withPropertyValues("ledger.data=" + folder, "ledger.db.url=postgres://db/ledger")
                .run(context ->
                        assertThat(context)
                                .getFailure()
                                .rootCause()
                                .hasMessageContainingAll("LEDGER_DB_URL", "jdbc:postgresql://"));
    }

    @Test
    void startsNoOtherLedgerInTheFolderOfOneOnAServer() throws IOException {
        application
                .withPropertyValues(
                        "ledger.data=" + folder,
                        "ledger.db.url=jdbc:postgresql://primary/ledger?password=secret")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(folder.resolve("database.url")).content().doesNotContain("secret");
        application
                .withPropertyValues("ledger.data=" + folder, "ledger.db.url=")
                .run(context ->
                        assertThat(context)
                                .getFailure()
                                .rootCause()
                                .hasMessageContainingAll(
                                        "is in the database jdbc:postgresql://primary/ledger:",
                                        "set LEDGER_DB_URL",
                                        "remove " + folder.resolve("database.url")));
        assertThat(folder.resolve("postgres-18")).doesNotExist();
        Files.delete(folder.resolve("database.url"));
        application
                .withPropertyValues("ledger.data=" + folder, "ledger.db.url=")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void tellsOfAStandbyWithThePrimarysUserWhereItHasNoOther() {
        application
                .withPropertyValues(
                        "ledger.data=" + folder.resolve("unused"),
                        "ledger.db.url=jdbc:postgresql://primary/ledger",
                        "ledger.db.user=worker",
                        "ledger.db.password=secret",
                        "ledger.db.read.url=jdbc:postgresql://standby/ledger")
                .run(context -> {
                    var standby = context.getBean("ledgerReplica", JdbcConnectionDetails.class);
                    assertThat(standby.getJdbcUrl()).isEqualTo("jdbc:postgresql://standby/ledger");
                    assertThat(standby.getUsername()).isEqualTo("worker");
                    assertThat(standby.getPassword()).isEqualTo("secret");
                    assertThat(context.getBean(JdbcConnectionDetails.class).getJdbcUrl())
                            .isEqualTo("jdbc:postgresql://primary/ledger");
                });
    }

    @Test
    void refusesAStandbyOfNothing() {
        application
                .withPropertyValues(
                        "ledger.data=" + folder,
                        "ledger.db.url=",
                        "ledger.db.read.url=jdbc:postgresql://standby/ledger")
                .run(context ->
                        assertThat(context)
                                .getFailure()
                                .rootCause()
                                .hasMessageContaining("LEDGER_DB_URL"));
    }

    @Test
    void saysInOneSentenceThatTheFolderIsInUse() {
        try (var server = EmbeddedPostgres.start(folder)) {
            application
                    .withPropertyValues("ledger.data=" + folder)
                    .run(context -> {
                        assertThat(context).hasFailed();
                        var analysis =
                                new EmbeddedPostgresFailureAnalyzer()
                                        .analyze(
                                                Objects.requireNonNull(
                                                        context.getStartupFailure()));
                        assertThat(analysis).isNotNull();
                        assertThat(analysis.getDescription())
                                .isEqualTo(
                                        "the data folder %s is in use by this process"
                                                .formatted(folder));
                    });
            assertThat(server.jdbcUrl()).isNotEmpty();
        }
    }
}
