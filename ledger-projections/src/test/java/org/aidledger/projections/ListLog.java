package org.aidledger.projections;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.aidledger.event.EventLog;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;

/** An event log that is a list. */
public final class ListLog implements EventLog {

    private final List<Recorded<LedgerEvent>> events = new ArrayList<>();

    public synchronized void append(List<Recorded<LedgerEvent>> more) {
        events.addAll(more);
    }

    public synchronized List<Recorded<LedgerEvent>> all() {
        return List.copyOf(events);
    }

    @Override
    public synchronized long head() {
        return events.isEmpty() ? -1 : events.getLast().position();
    }

    @Override
    public synchronized long count() {
        return events.size();
    }

    @Override
    public List<Recorded<LedgerEvent>> after(long after, int limit) {
        return all().stream().filter(e -> e.position() > after).limit(limit).toList();
    }

    @Override
    public void readStream(String stream, Consumer<Recorded<LedgerEvent>> reader) {
        all().stream().filter(e -> e.event().stream().equals(stream)).forEach(reader);
    }

    @Override
    public List<Recorded<LedgerEvent>> ofStream(String stream, long fromSequence, int limit) {
        return all().stream()
                .filter(e -> e.event().stream().equals(stream) && e.sequence() >= fromSequence)
                .limit(limit)
                .toList();
    }
}
