package org.aidledger.projections.reading;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Snapshots of the read tables on one server, each within one read-only transaction.
 *
 * <p>A snapshot is taken after a lock on the position's table: a rebuild that swaps the tables
 * waits for the questions under way, and no question sees an old snapshot of a new table. A standby
 * knows this lock too; there the swap waits for as long as its settings say, and then ends the
 * question.
 */
final class Snapshots {

    /**
     * Travels to the database in one piece, together with the begin of the transaction. Plans are
     * made once for all parameters: the planner takes longer than most questions, and rows are
     * found by keys.
     */
    private static final String BEGIN =
            """
            set transaction isolation level repeatable read, read only;
            lock table read.position in access share mode;
            set local plan_cache_mode = force_generic_plan;
            set local jit = off;
            select position from read.position
            """;

    private final DataSource dataSource;
    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Snapshots(DataSource dataSource) {
        this.dataSource = dataSource;
        template = new JdbcTemplate(dataSource);
        jdbc = JdbcClient.create(template);
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** Whether this thread asks within a snapshot of this server already. */
    boolean isOpen() {
        return TransactionSynchronizationManager.hasResource(dataSource);
    }

    /**
     * Answers a question from a snapshot; within another question from the same.
     *
     * @param begun told the position of a new snapshot; what it throws ends the question
     */
    <T> T look(LongConsumer begun, Function<JdbcClient, T> question) {
        return Objects.requireNonNull(
                transaction.execute(status -> {
                    if (status.isNewTransaction()) {
                        begun.accept(begin());
                    }
                    return question.apply(jdbc);
                }));
    }

    private long begin() {
        return Objects.requireNonNull(
                template.execute((ConnectionCallback<Long>) Snapshots::begin));
    }

    private static Long begin(Connection connection) throws SQLException {
        try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            boolean rows = begin.execute();
            while (!rows) {
                rows = begin.getMoreResults();
                if (!rows && begin.getUpdateCount() < 0) {
                    throw new SQLException("the read tables have no position");
                }
            }
            try (ResultSet position = begin.getResultSet()) {
                if (!position.next()) {
                    throw new SQLException("the read tables have no position");
                }
                return position.getLong(1);
            }
        }
    }
}
