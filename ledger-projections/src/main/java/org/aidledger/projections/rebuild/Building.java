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

    private static final int BATCH = 5000;
    private static final int BATCHES_UNDER_WAY = 2;

    private final EventLog log;
    private final ReadModel model;
    private final Crew crew;
    private final ProgressListener listener;
    private final long total;
    private long reached = -1;
    private long events;

    Building(EventLog log, ReadModel model, Crew crew, ProgressListener listener) {
        this.log = log;
        this.model = model;
        this.crew = crew;
        this.listener = listener;
        this.total = log.count();
    }

    /** Position of the last event whose rows are in the new tables; -1 for none. */
    long reached() {
        return reached;
    }

    /** How many events were read. */
    long events() {
        return events;
    }

    /** Goes on up to a position. */
    void upTo(long position) throws SQLException {
        Deque<Batch> underWay = new ArrayDeque<>();
        long read = reached;
        while (read < position) {
            List<Recorded<LedgerEvent>> batch = upTo(position, log.after(read, BATCH));
            if (batch.isEmpty()) {
                break;
            }
            read = batch.getLast().position();
            if (underWay.size() == BATCHES_UNDER_WAY) {
                finish(underWay.removeFirst());
            }
            underWay.addLast(new Batch(batch.size(), read, give(batch)));
        }
        while (!underWay.isEmpty()) {
            finish(underWay.removeFirst());
        }
    }

    private record Batch(int events, long last, List<Future<?>> work) {}

    private List<Future<?>> give(List<Recorded<LedgerEvent>> batch) {
        List<List<Recorded<LedgerEvent>>> shares = new ArrayList<>();
        for (int i = 0; i < crew.size(); i++) {
            shares.add(new ArrayList<>());
        }
        for (Recorded<LedgerEvent> event : batch) {
            int hash = ReadModel.fund(event.event()).value().hashCode();
            shares.get(Math.floorMod(hash, crew.size())).add(event);
        }
        List<Future<?>> work = new ArrayList<>();
        for (int i = 0; i < crew.size(); i++) {
            List<Recorded<LedgerEvent>> share = shares.get(i);
            work.add(
                    crew.give(
                            i, connection -> model.storeRows(share, connection, Generation.NEXT)));
        }
        return work;
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
