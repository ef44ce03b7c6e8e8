package org.aidledger.projections.rebuild;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;
import org.aidledger.event.EventLog;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.projections.writing.ReadModel;

/**
 * Fills the new tables. One thread reads the events in order; the others each write the rows of
 * their own funds, so that no two wait for the same row. Few batches are in memory at any time.
 */
final class Building {

    private static final int BATCHES_UNDER_WAY = 2;

    private final EventLog log;
    private final Crew crew;
    private final List<Part> parts;
    private final Pace pace;
    private final ProgressListener listener;
    private final long total;
    private long reached;
    private long events;

    /**
     * @param parts of the funds, one for each member of the crew
     */
    Building(EventLog log, Crew crew, List<Part> parts, Pace pace, ProgressListener listener) {
        this.log = log;
        this.crew = crew;
        this.parts = parts;
        this.pace = pace;
        this.listener = listener;
        this.total = log.count();
        this.reached = parts.stream().mapToLong(Part::reached).min().orElse(-1);
        this.events = parts.stream().mapToLong(Part::events).sum();
    }

    /** Position of the last event whose rows are in the new tables; -1 for none. */
    long reached() {
        return reached;
    }

    /** How many events are in the new tables. */
    long events() {
        return events;
    }

    /** Goes on up to a position. */
    void upTo(long position) throws SQLException {
        Deque<Batch> underWay = new ArrayDeque<>();
        long read = reached;
        int uncommitted = 0;
        while (read < position) {
            List<Recorded<LedgerEvent>> batch = upTo(position, log.after(read, pace.batch()));
            if (batch.isEmpty()) {
                break;
            }
            read = batch.getLast().position();
            if (underWay.size() == BATCHES_UNDER_WAY) {
                finish(underWay.removeFirst());
            }
            uncommitted = (uncommitted + 1) % pace.commit();
            underWay.addLast(give(batch, uncommitted == 0));
        }
        while (!underWay.isEmpty()) {
            finish(underWay.removeFirst());
        }
        commit();
    }

    private record Batch(int events, long last, List<Future<?>> work) {}

    private Batch give(List<Recorded<LedgerEvent>> batch, boolean commit) {
        List<List<Recorded<LedgerEvent>>> shares = new ArrayList<>();
        parts.forEach(_ -> shares.add(new ArrayList<>()));
        int fresh = 0;
        for (Recorded<LedgerEvent> event : batch) {
            int hash = ReadModel.fund(event.event()).map(f -> f.value().hashCode()).orElse(0);
            int part = Math.floorMod(hash, parts.size());
            if (event.position() > parts.get(part).resumed()) {
                shares.get(part).add(event);
                fresh++;
            }
        }
        long last = batch.getLast().position();
        List<Future<?>> work = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            List<Recorded<LedgerEvent>> share = shares.get(i);
            work.add(
                    crew.give(
                            i,
                            connection -> {
                                part.add(share, last, connection);
                                if (commit) {
                                    part.commit(connection);
                                }
                            }));
        }
        return new Batch(fresh, last, work);
    }

    private void commit() throws SQLException {
        List<Future<?>> work = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            work.add(crew.give(i, parts.get(i)::commit));
        }
        Crew.await(work);
    }

    private void finish(Batch batch) throws SQLException {
        Crew.await(batch.work());
        reached = batch.last();
        events += batch.events();
        listener.progress(events, Math.max(events, total));
    }

    private static List<Recorded<LedgerEvent>> upTo(
            long position, List<Recorded<LedgerEvent>> events) {
        return events.isEmpty() || events.getLast().position() <= position
                ? events
                : events.stream().filter(e -> e.position() <= position).toList();
    }
}
