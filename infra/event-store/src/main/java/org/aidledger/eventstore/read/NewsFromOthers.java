package org.aidledger.eventstore.read;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.aidledger.eventstore.append.Access;
import org.aidledger.eventstore.append.Announcements;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to what other nodes tell of their appends, and wakes this node's readers. While it has no
 * connection the readers look by themselves, a little later.
 */
public final class NewsFromOthers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NewsFromOthers.class);

    /** What the session calls itself, of which each node has one. */
    public static final String NAME = "aid-ledger news";

    /** How often the thread sees to whether it should end. */
    private static final int WAIT_MILLIS = 10_000;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Access access;
    private final String node;
    private final Tail tail;
    private final Thread thread;
    private volatile Optional<Connection> current = Optional.empty();
    private volatile boolean ended;

    private NewsFromOthers(Access access, String node, Tail tail) {
        this.access = access;
        this.node = node;
        this.tail = tail;
        this.thread = Thread.ofPlatform().daemon().name("event-news").unstarted(this::follow);
    }

    /**
     * Starts to listen.
     *
     * @param node what this node calls itself; of its own appends it knows already
     */
    public static NewsFromOthers listen(Access access, String node, Tail tail) {
        NewsFromOthers news = new NewsFromOthers(access, node, tail);
        news.thread.start();
        return news;
    }

    private void follow() {
        while (!ended) {
            try (Connection connection = connect();
                    Statement listen = connection.createStatement()) {
                current = Optional.of(connection);
                listen.execute("listen " + Announcements.CHANNEL);
                tail.stir(); // whatever was told before
                hear(connection.unwrap(PGConnection.class));
            } catch (SQLException e) {
                LOG.debug("No news from other nodes for a moment", e);
                pause();
            }
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = access.properties();
        properties.setProperty("ApplicationName", NAME);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(access.url(), properties);
    }

    private void hear(PGConnection connection) throws SQLException {
        while (!ended) {
            for (PGNotification news : connection.getNotifications(WAIT_MILLIS)) {
                if (!news.getParameter().equals(node)) {
                    tail.stir();
                }
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // it has ended
        }
    }

    @Override
    public void close() {
        ended = true;
        thread.interrupt();
        current.ifPresent(connection -> {
            try {
                connection.abort(Runnable::run); // it waits for news and would go on to
            } catch (SQLException e) {
                LOG.debug("The connection for news did not close", e);
            }
        });
    }
}
