package org.aidledger.eventstore.append;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The events of one command, for one stream, to be stored together or not at all. */
public final class Append {

    private final List<NewEvent> events;
    private final Lineage lineage;
    private final CompletableFuture<Settled> settled = new CompletableFuture<>();
    private final long bytes;

    /**
     * @throws IllegalArgumentException if there is no event, or they are not for one stream
     */
    public Append(List<NewEvent> events, Lineage lineage) {
        this.events = List.copyOf(events);
        this.lineage = lineage;
        this.bytes = events.stream().mapToLong(NewEvent::bytes).sum();
        if (events.stream().map(NewEvent::stream).distinct().count() != 1) {
            throw new IllegalArgumentException("an append is for one stream, not for " + events);
        }
    }

    /** Those of some appends, one after another. */
    static List<NewEvent> events(List<Append> appends) {
        return appends.stream().flatMap(append -> append.events.stream()).toList();
    }

    List<NewEvent> events() {
        return events;
    }

    Lineage lineage() {
        return lineage;
    }

    String stream() {
        return events.getFirst().stream();
    }

    long bytes() {
        return bytes;
    }

    void settle(Settled result) {
        settled.complete(result);
    }

    /** What became of it, as far as is known within a time. */
    public Settled await(Duration limit) {
        try {
            return settled.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            return new Settled.Unknown();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Settled.Unknown();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an append never ends in an exception", e);
        }
    }
}
