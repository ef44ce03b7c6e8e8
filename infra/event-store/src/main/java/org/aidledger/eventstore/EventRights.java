package org.aidledger.eventstore;

import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the role that the ledger works as may do with the tables of events: read and add, and move
 * the head. The database then refuses it anything else, whatever a mistake in the ledger asks for.
 *
 * @param role as whom the ledger works
 * @param mayAlterEvents whether the role could change or remove events, as their owner can
 */
public record EventRights(String role, boolean mayAlterEvents) {

    private static final Logger LOG = LoggerFactory.getLogger(EventRights.class);

    /** Nodes that start together would get into each other's way. */
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(7170812)";

    private static final String TELL = "select set_config('ledger.worker', ?, true)";

    private static final String GRANT =
            """
            do $$
            declare worker text := current_setting('ledger.worker');
            begin
                execute format('revoke all on all tables in schema ledger from %I', worker);
                execute format('grant usage on schema ledger to %I', worker);
                execute format('grant select, insert on ledger.events to %I', worker);
                execute format('grant select, insert on ledger.tiles, ledger.log_keys,
                                ledger.checkpoints, ledger.cosignatures to %I', worker);
                execute format('grant select, update on ledger.head to %I', worker);
                execute format('grant select on ledger.filling to %I', worker);
                execute format('grant select, insert on ledger.original to %I', worker);
                execute format('grant select, insert, update on ledger.payees to %I', worker);
                execute format('grant select, insert, update, delete
                                on ledger.token_entry, ledger.snapshots to %I', worker);
            end $$
            """;

    private static final String LOOK =
            """
            select current_user,
                   has_table_privilege('ledger.events', 'update, delete, truncate')
                   or pg_has_role(current_user, relowner, 'member')
            from pg_class where oid = 'ledger.events'::regclass
            """;

    /** Gives a role its rights, and takes away any other. */
    public static void grant(DataSource owner, String role) {
        JdbcClient jdbc = JdbcClient.create(owner);
        new TransactionTemplate(new JdbcTransactionManager(owner))
                .executeWithoutResult(_ -> {
                    jdbc.sql(ONE_AT_A_TIME).query().listOfRows();
                    jdbc.sql(TELL).param(role).query().singleRow();
                    jdbc.sql(GRANT).update();
                });
    }

    /** Asks the database. */
    static EventRights of(DataSource worker) {
        return JdbcClient.create(worker)
                .sql(LOOK)
                .query((row, _) -> new EventRights(row.getString(1), row.getBoolean(2)))
                .single();
    }

    /** Says in the log if the rights go too far. */
    void warn() {
        if (mayAlterEvents) {
            LOG.warn(
                    "The database role {} that the ledger works as could change or remove events;"
                            + " name an owner of its own (LEDGER_DB_OWNER_USER)",
                    role);
        }
    }
}
