package org.aidledger.accounts;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables of schema {@code people}, brought to the shape that this release writes.
 *
 * @param jdbc for statements on them
 */
public record PeopleTables(JdbcClient jdbc) {

    private static final String SCHEMA = "people";

    /**
     * Creates or migrates the tables.
     *
     * @param dataSource as the role that the ledger works as, to which they belong
     */
    public static PeopleTables migrated(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .table("flyway_people")
                .locations("classpath:org/aidledger/accounts/migration")
                .load()
                .migrate();
        return new PeopleTables(JdbcClient.create(dataSource));
    }
}
