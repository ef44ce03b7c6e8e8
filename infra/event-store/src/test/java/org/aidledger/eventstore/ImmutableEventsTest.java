package org.aidledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.aidledger.embedded.TestPostgres.Database;
import org.aidledger.fund.FundId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database itself refuses to change what was stored, even to its owner; and the role that the
 * ledger works as has no right to try.
 */
class ImmutableEventsTest {

    private static final TestLedger LEDGER = TestLedger.start();

    @BeforeAll
    static void storeSomething() {
        LEDGER.send(Given.open(new FundId("f")));
    }

    @AfterAll
    static void stop() {
        LEDGER.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger.events set payload = '{}'",
                "update ledger.events set payload = '{}' where false",
                "delete from ledger.events",
                "truncate ledger.events",
                "set session_replication_role = replica; delete from ledger.events",
                "insert into ledger.events select * from ledger.events"
                        + " on conflict (position) do update set payload = '{}'",
            })
    void eventsAreNotChangedByTheirOwner(String statement) throws SQLException {
        Database database = LEDGER.database();
        refuses(database.user(), database.password(), statement, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger.events set payload = '{}'",
                "update ledger.events set payload = '{}' where false",
                "delete from ledger.events",
                "truncate ledger.events",
                "alter table ledger.events disable trigger events_are_never_changed",
                "alter table ledger.events add column more text",
                "drop trigger events_are_never_changed on ledger.events",
                "drop table ledger.events",
                "drop schema ledger cascade",
                "create trigger t before insert on ledger.events execute function pg_sleep(1)",
                "create or replace function ledger.refuse_change() returns trigger"
                        + " language plpgsql as $$ begin return null; end $$",
                "create table ledger.mine (a int)",
                "alter table ledger.events owner to current_user",
                "set session_replication_role = replica",
                "insert into ledger.events select * from ledger.events"
                        + " on conflict (position) do update set payload = '{}'",
                "insert into ledger.head (position, recorded) values (5, now())",
                "delete from ledger.head",
                "truncate ledger.head",
                "delete from ledger.flyway_events",
                "create role other",
            })
    void theLedgersOwnRoleHasNoRightToTry(String statement) throws SQLException {
        Database database = LEDGER.database();
        refuses(database.worker(), database.workerPassword(), statement, "42501");
    }

    private static void refuses(String user, String password, String statement, String state)
            throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(LEDGER.database().jdbcUrl(), user, password);
                Statement change = connection.createStatement()) {
            assertThatThrownBy(() -> change.execute(statement))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).startsWith(state));
        }
        assertThat(LEDGER.log().count()).isEqualTo(1);
        assertThat(LEDGER.log().after(-1, 10)).hasSize(1);
    }

    @Test
    void theLedgerKnowsWhatItsRoleMayDo() {
        Database database = LEDGER.database();
        assertThat(LEDGER.bean(EventRights.class))
                .isEqualTo(new EventRights(database.worker(), false));
        assertThat(
                        EventRights.of(
                                new DriverManagerDataSource(
                                        database.jdbcUrl(), database.user(), database.password())))
                .isEqualTo(new EventRights(database.user(), true));
    }
}
