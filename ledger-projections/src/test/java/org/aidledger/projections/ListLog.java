package org.aidledger.projections;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.aidledger.event.EventLog;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;

/** An event log that is a list. */
public final class ListLog implements EventLog {

    private final List<Recorded<LedgerEvent>> events = new ArrayList<>();
    private final Map<String, List<Recorded<LedgerEvent>>> streams = new HashMap<>();

    public synchronized void append(List<Recorded<LedgerEvent>> more) {
        events.addAll(more);
        more.forEach(
                e -> streams.computeIfAbsent(e.event().stream(), _ -> new ArrayList<>()).add(e));
    }

    private synchronized List<Recorded<LedgerEvent>> of(String stream) {
        return List.copyOf(streams.getOrDefault(stream, List.of()));
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

    /** After which positions events were asked for. */
    final List<Long> asked = new CopyOnWriteArrayList<>();

    @Override
    public List<Recorded<LedgerEvent>> after(long after, int limit) {
        asked.add(after);
        return all().stream().filter(e -> e.position() > after).limit(limit).toList();
    }

    @Override
    public List<Recorded<LedgerEvent>> at(Collection<Long> positions) {
        Set<Long> wanted = Set.copyOf(positions);
        return all().stream().filter(e -> wanted.contains(e.position())).toList();
    }

    @Override
    public void readStream(String stream, Consumer<Recorded<LedgerEvent>> reader) {
        of(stream).forEach(reader);
    }

    @Override
    public List<Recorded<LedgerEvent>> ofStream(String stream, long fromSequence, int limit) {
        return of(stream).stream().filter(e -> e.sequence() >= fromSequence).limit(limit).toList();
    }
}
