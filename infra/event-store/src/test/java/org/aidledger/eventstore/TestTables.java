package org.aidledger.eventstore;

import org.aidledger.embedded.TestPostgres;
import org.aidledger.embedded.TestPostgres.Database;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An empty database with the event store's tables, and nothing running on it. */
public final class TestTables {

    private TestTables() {}

    public static Database fresh() {
        Database database = TestPostgres.freshDatabase();
        EventTables.migrated(
                new DriverManagerDataSource(
                        database.jdbcUrl(), database.user(), database.password()));
        return database;
    }
}
