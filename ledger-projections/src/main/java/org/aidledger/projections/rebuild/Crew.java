package org.aidledger.projections.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/** Some threads with a connection each, that work side by side. */
final class Crew implements AutoCloseable {

    /** A piece of work. */
    @FunctionalInterface
    interface Task {
        void run(Connection connection) throws SQLException;
    }

    private record Member(ExecutorService thread, Connection connection) {}

    private final List<Member> members = new ArrayList<>();

    /**
     * @param size how many
     */
    Crew(DataSource dataSource, int size) throws SQLException {
        try {
            for (int i = 0; i < size; i++) {
                Connection connection = dataSource.getConnection();
                members.add(new Member(Executors.newSingleThreadExecutor(), connection));
                connection.setAutoCommit(false);
            }
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    /** Gives a task to one of them, who does it after those given before; it has to commit. */
    Future<?> give(int member, Task task) {
        Member chosen = members.get(member);
        return chosen.thread()
                .submit(() -> {
                    task.run(chosen.connection());
                    return true;
                });
    }

    /**
     * Lets them do all tasks, each taking the next one when free and committing it, and waits for
     * the last.
     */
    void doAll(List<Task> tasks) throws SQLException {
        Queue<Task> waiting = new ConcurrentLinkedQueue<>(tasks);
        List<Future<?>> work = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            work.add(
                    give(
                            i,
                            connection -> {
                                Task task;
                                while ((task = waiting.poll()) != null) {
                                    task.run(connection);
                                    connection.commit();
                                }
                            }));
        }
        await(work);
    }

    /** Waits for work that was given, and throws what it failed with. */
    static void await(Collection<Future<?>> work) throws SQLException {
        try {
            for (Future<?> piece : work) {
                piece.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while rebuilding", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case SQLException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    /** Waits for the pieces under way, leaves the others, and undoes what was not committed. */
    @Override
    public void close() throws SQLException {
        members.forEach(m -> m.thread().shutdownNow());
        SQLException failure = null;
        for (Member member : members) {
            member.thread().close();
            try (Connection connection = member.connection()) {
                connection.rollback();
                connection.setAutoCommit(true);
            } catch (SQLException e) {
                if (failure != null) {
                    e.addSuppressed(failure);
                }
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
