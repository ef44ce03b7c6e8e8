package org.aidledger.eventstore;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.aidledger.event.Nodes;
import org.aidledger.eventstore.read.NewsFromOthers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Counts the nodes by the sessions that listen for news, of which each node has one: so a node that
 * died is not counted longer than its session lasts, and nobody has to sign off.
 */
final class ConnectedNodes implements Nodes {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectedNodes.class);

    private static final long REMEMBERED_NANOS = Duration.ofSeconds(2).toNanos();

    private static final String COUNT =
            """
            select count(*) from pg_stat_activity
            where application_name = :news and datname = current_database()
            """;

    private final JdbcClient jdbc;
    private final AtomicLong due = new AtomicLong(System.nanoTime());
    private volatile int last = 1;

    ConnectedNodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Never waits for the database. */
    @Override
    public int count() {
        long now = System.nanoTime();
        long before = due.get();
        if (now - before >= 0 && due.compareAndSet(before, now + REMEMBERED_NANOS)) {
            Thread.ofVirtual().name("count-nodes").start(this::ask);
        }
        return last;
    }

    private void ask() {
        try {
            int counted =
                    jdbc.sql(COUNT)
                            .param("news", NewsFromOthers.NAME)
                            .query(Integer.class)
                            .single();
            last = Math.max(1, counted);
        } catch (DataAccessException | CannotCreateTransactionException e) {
            LOG.debug("The nodes cannot be counted; it stays at {}", last, e);
        }
    }
}
