package org.aidledger.eventstore.append;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tables of events in PostgreSQL, over one connection. */
public final class PostgresBook implements Book {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresBook.class);

    private final Session session;
    private final Announcements announcements;
    private final Commit commit;

    /**
     * @param node what this node calls itself when it tells others of news
     * @param slowestAnswer a database that takes longer to answer counts as out of reach
     * @param listener hears of every commit, on the writer's thread
     */
    public PostgresBook(
            Access access, Duration slowestAnswer, String node, CommitListener listener) {
        this.session = new Session(access, slowestAnswer);
        this.announcements = new Announcements(node);
        this.commit = new Commit(session, announcements, listener);
    }

    @Override
    public CompletionStage<Long> write(List<NewEvent> events) throws NotWritten {
        try {
            return CompletableFuture.completedStage(commit.of(events));
        } catch (SQLException e) {
            throw notWritten(e);
        }
    }

    @Override
    public Places places(List<NewEvent> events) throws NotWritten {
        try {
            return Places.of(session.connection(), events);
        } catch (SQLException e) {
            throw notWritten(e);
        }
    }

    @Override
    public Places placesAfterLoss(List<NewEvent> events) throws NotWritten {
        session.discard();
        try {
            return Places.ofAfter(session.connection(), events);
        } catch (SQLException e) {
            throw notWritten(e);
        }
    }

    private NotWritten notWritten(SQLException e) {
        try {
            return new NotWritten(Trouble.of(e, session.isOpen()), e);
        } catch (SQLException _) {
            return new NotWritten(Trouble.LOST, e);
        }
    }

    @Override
    public long patienceNanos() {
        return announcements.patienceNanos();
    }

    @Override
    public void pause() {
        if (announcements.isOwed()) {
            try {
                announcements.announce(session.connection());
            } catch (SQLException e) {
                LOG.debug("The other nodes were not told; they look by themselves", e);
                announcements.committed(true);
            }
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
