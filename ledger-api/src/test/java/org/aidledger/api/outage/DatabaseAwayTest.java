package org.aidledger.api.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionSystemException;

/** What passes is told apart from what does not, wherever in a failure it hides. */
class DatabaseAwayTest {

    static Stream<Exception> passing() {
        SQLException ended = new SQLException("terminating connection", "57P01");
        return Stream.of(
                ended,
                new IllegalStateException(new IllegalStateException(ended)),
                new DataAccessResourceFailureException("no connection"),
                overriddenByRollback(new DataAccessResourceFailureException("ended", ended)));
    }

    static Stream<Exception> staying() {
        SQLException doubled = new SQLException("duplicate key", "23505");
        return Stream.of(
                doubled,
                new SQLException("Connection is closed"),
                new IllegalStateException("a mistake of ours"),
                overriddenByRollback(new DataIntegrityViolationException("doubled", doubled)));
    }

    /** As Spring reports a rollback on a connection that is gone. */
    private static Exception overriddenByRollback(Exception application) {
        TransactionSystemException failed =
                new TransactionSystemException("no rollback", new SQLException("is closed"));
        failed.initApplicationException(application);
        return failed;
    }

    @ParameterizedTest
    @MethodSource("passing")
    void passes(Exception failure) {
        assertThat(DatabaseAway.isBehind(failure)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("staying")
    void doesNotPass(Exception failure) {
        assertThat(DatabaseAway.isBehind(failure)).isFalse();
    }
}
