package org.aidledger.api.bundle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PriorityQueue;
import org.aidledger.proof.EventBytes;
import org.aidledger.proof.StoredEvent;

/** The events of several streams in order of position, as far as they were known by an instant. */
final class FundStreams implements Iterator<StoredEvent> {

    private static final int PAGE = 500;

    private final EventBytes bytes;
    private final Instant known;
    private final PriorityQueue<Stream> streams =
            new PriorityQueue<>(Comparator.comparingLong(s -> s.first().position()));

    FundStreams(EventBytes bytes, List<String> names, Instant known) {
        this.bytes = bytes;
        this.known = known;
        names.forEach(name -> page(name, 0).ifPresent(streams::add));
    }

    /** What was read of a stream, at least one event. */
    private record Stream(String name, List<StoredEvent> page, int next) {

        StoredEvent first() {
            return page.get(next);
        }
    }

    private Optional<Stream> page(String name, long sequence) {
        List<StoredEvent> page = new ArrayList<>(bytes.bytesOfStream(name, sequence, PAGE));
        page.removeIf(event -> event.recorded().isAfter(known));
        return page.isEmpty() ? Optional.empty() : Optional.of(new Stream(name, page, 0));
    }

    @Override
    public boolean hasNext() {
        return !streams.isEmpty();
    }

    @Override
    public StoredEvent next() {
        if (streams.isEmpty()) {
            throw new NoSuchElementException();
        }
        Stream stream = streams.remove();
        StoredEvent event = stream.first();
        if (stream.next() + 1 < stream.page().size()) {
            streams.add(new Stream(stream.name(), stream.page(), stream.next() + 1));
        } else {
            page(stream.name(), event.sequence() + 1).ifPresent(streams::add);
        }
        return event;
    }
}
