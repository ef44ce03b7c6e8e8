package org.aidledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What is said of an application that does not start. */
class StartFailureTest {

    private static final String SERVER = "jdbc:postgresql://db.example:5432/ledger";

    private static Throwable wrapped(Throwable cause) {
        return new IllegalStateException("Error creating bean\nin many lines", cause);
    }

    @Test
    void aDatabaseThatCannotBeUsedIsNamedWithItsSetting() {
        Throwable refused = new SQLException("refused", new ConnectException("Connection refused"));
        assertThat(StartFailure.reason(wrapped(refused), SERVER + "?password=secret"))
                .isEqualTo(
                        "the database %s (LEDGER_DB_URL) cannot be used: Connection refused"
                                .formatted(SERVER));
        Throwable nowhere = new SQLException("failed", new UnknownHostException("db.example"));
        assertThat(StartFailure.reason(wrapped(nowhere), SERVER))
                .endsWith("cannot be used: there is no host db.example");
        assertThat(StartFailure.reason(wrapped(refused), "")).isEqualTo("Connection refused");
    }

    @Test
    void whatTheLedgerSaysItselfIsSaidToTheEnd() {
        assertThat(StartFailure.reason(wrapped(new Refused("initdb failed:\nno space left")), ""))
                .isEqualTo("initdb failed:\nno space left");
        assertThat(StartFailure.reason(wrapped(new RuntimeException()), ""))
                .isEqualTo("Error creating bean");
    }
}
