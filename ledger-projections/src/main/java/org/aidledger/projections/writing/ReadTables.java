package org.aidledger.projections.writing;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The live read tables, brought to the shape that this release writes. */
public final class ReadTables {

    private ReadTables() {}

    /** Creates or changes the tables of schema {@code read} as far as needed. */
    public static void migrate(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas(ReadModel.LIVE)
                .defaultSchema(ReadModel.LIVE)
                .table("flyway_reads")
                .locations("classpath:org/aidledger/projections/migration")
                .load()
                .migrate();
    }
}
