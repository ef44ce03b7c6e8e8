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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database itself refuses to change what was stored, even to its owner. */
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
    void eventsAreNotChanged(String statement) throws SQLException {
        Database database = LEDGER.database();
        try (Connection owner =
                        DriverManager.getConnection(
                                database.jdbcUrl(), database.user(), database.password());
                Statement change = owner.createStatement()) {
            assertThatThrownBy(() -> change.execute(statement)).isInstanceOf(SQLException.class);
        }
        assertThat(LEDGER.log().count()).isEqualTo(1);
        assertThat(LEDGER.log().after(-1, 10)).hasSize(1);
    }
}
