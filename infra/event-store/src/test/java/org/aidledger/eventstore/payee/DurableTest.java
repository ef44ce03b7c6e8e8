package org.aidledger.eventstore.payee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aidledger.embedded.TestPostgres;
import org.aidledger.embedded.TestPostgres.Database;
import org.aidledger.eventstore.TestLedger;
import org.aidledger.eventstore.log.Posted;
import org.aidledger.proof.TransparencyLog;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Whatever the ledger stores beside events is durable, too, when it believes so: a process that
 * outlives its database does not store it again.
 */
class DurableTest {

    /** Notes how durable the commit of each change will be. */
    private static final String NOTE_EACH_CHANGE =
            """
            create table public.noted (name text, setting text);
            create function public.note() returns trigger language plpgsql security definer as $$
            begin
                insert into public.noted
                values (tg_table_name, current_setting('synchronous_commit'));
                return null;
            end $$;
            do $$
            declare
                t record;
            begin
                for t in select tablename as name from pg_tables where schemaname = 'ledger' loop
                    execute format('create trigger note after insert or update on ledger.%I'
                        || ' for each statement execute function public.note()', t.name);
                end loop;
            end $$
            """;

    @Test
    void nothingIsStoredForLater() {
        Database database = TestPostgres.freshDatabase();
        try (TestLedger ledger = TestLedger.start(database)) {
            JdbcClient jdbc =
                    JdbcClient.create(
                            new DriverManagerDataSource(
                                    database.jdbcUrl(), database.user(), database.password()));
            jdbc.sql(NOTE_EACH_CHANGE).update();

            Posted.events(ledger, "f", 300); // a tile and more
            ledger.bean(TransparencyLog.class).makeCheckpoint();
            var _ = ledger.bean(Vault.class).pseudonyms(List.of("阿依古丽"));

            assertThat(names(jdbc, "true")).contains("events", "tiles", "checkpoints", "payees");
            assertThat(names(jdbc, "setting <> 'on'")).isEmpty();
        }
    }

    private static List<String> names(JdbcClient jdbc, String condition) {
        return jdbc.sql("select distinct name from public.noted where " + condition)
                .query((row, _) -> row.getString("name"))
                .list();
    }
}
