package org.aidledger.api.outage;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells failures that pass, because the database is away or busy, from those that do not. */
public final class DatabaseAway {

    /** Connection (08), resources (53), operator intervention (57), serialisation (40). */
    private static final Set<String> PASSING = Set.of("08", "53", "57", "40");

    private static final int DEEPEST = 20;

    private DatabaseAway() {}

    /** Whether a database that is away is behind a failure, however deep. */
    public static boolean isBehind(Throwable thrown) {
        return causes(thrown).anyMatch(DatabaseAway::passes);
    }

    private static boolean passes(Throwable cause) {
        return switch (cause) {
            case SQLTransientException _, SQLRecoverableException _ -> true;
            case SQLException e ->
                    PASSING.stream()
                            .anyMatch(Optional.ofNullable(e.getSQLState()).orElse("")::startsWith);
            case CannotCreateTransactionException _,
                    DataAccessResourceFailureException _,
                    TransientDataAccessException _ ->
                    true;
            // A rollback that failed, too: its own cause says only that the connection is closed.
            case TransactionSystemException e ->
                    Optional.ofNullable(e.getApplicationException())
                            .filter(DatabaseAway::isBehind)
                            .isPresent();
            default -> false;
        };
    }

    /** A failure and what caused it. */
    public static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, c -> c != null, Throwable::getCause).limit(DEEPEST);
    }
}
