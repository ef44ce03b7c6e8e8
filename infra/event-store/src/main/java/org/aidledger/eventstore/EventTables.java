package org.aidledger.eventstore;

import javax.sql.DataSource;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.flywaydb.core.Flyway;

/** The tables of events and tokens, there and in their present shape. */
public final class EventTables {

    private static final String SCHEMA = "ledger";

    private EventTables() {}

    /**
     * Creates or migrates the tables.
     *
     * @param owner of the tables
     */
    public static EventTables migrated(DataSource owner) {
        Flyway.configure()
                .dataSource(owner)
                .schemas(SCHEMA)
                .table("flyway_events")
                .locations("classpath:org/aidledger/eventstore/migration")
                .load()
                .migrate();
        return new EventTables();
    }

    TokenSchema tokens() {
        return TokenSchema.builder()
                .setTokenTable(SCHEMA + ".token_entry")
                .setProcessorNameColumn("processor_name")
                .setSegmentColumn("segment")
                .setTokenColumn("token")
                .setTokenTypeColumn("token_type")
                .setTimestampColumn("time_stamp")
                .setOwnerColumn("owner")
                .build();
    }
}
