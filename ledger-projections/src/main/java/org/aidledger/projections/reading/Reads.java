package org.aidledger.projections.reading;

import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers each question from one snapshot of the read tables.
 *
 * <p>The snapshot is taken after a lock on the position's table: a rebuild that swaps the tables
 * waits for the questions under way, and no question sees an old snapshot of a new table.
 */
public final class Reads {

    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;

    public Reads(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
        snapshot = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Runs a question. Questions asked within a question see the same snapshot. */
    public <T> T ask(Function<JdbcClient, T> question) {
        return snapshot.execute(transaction -> {
            if (transaction.isNewTransaction()) {
                jdbc.sql("lock table read.position in access share mode").update();
            }
            return question.apply(jdbc);
        });
    }
}
