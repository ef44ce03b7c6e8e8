package org.aidledger.eventstore;

import java.sql.SQLException;
import java.util.Objects;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;

/** Recognises PostgreSQL's unique_violation: somebody else appended the same sequence. */
final class DuplicateKeys implements PersistenceExceptionResolver {

    private static final String UNIQUE_VIOLATION = "23505";

    @Override
    public boolean isDuplicateKeyViolation(Exception exception) {
        for (Throwable t = exception; t != null; t = t.getCause()) {
            if (t instanceof SQLException e && Objects.equals(e.getSQLState(), UNIQUE_VIOLATION)) {
                return true;
            }
        }
        return false;
    }
}
