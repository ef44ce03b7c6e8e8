package org.aidledger.axonserver;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.event.AppendEventsTransaction;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What the ledger asks of an Axon Server about events, in this process, and what may go wrong. */
final class FakeAxonServer {

    private final List<Event> events = new ArrayList<>();
    private final List<Stream> streams = new ArrayList<>();
    private boolean answersGetLost;
    private boolean forgetsOldStreams;

    Channel channel() {
        return new Channel(connection(), Duration.ofSeconds(20));
    }

    private AxonServerConnection connection() {
        EventChannel channel = channelOfEvents();
        return fake(
                AxonServerConnection.class,
                Map.of("eventChannel", _ -> channel, "isConnected", _ -> true));
    }

    private EventChannel channelOfEvents() {
        return fake(
                EventChannel.class,
                Map.of(
                        "startAppendEventsTransaction",
                        _ -> new Transaction(),
                        "getLastToken",
                        _ -> lastToken(),
                        "openStream",
                        arguments -> open((Long) arguments[0])));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // whoever asked gets it, by the proxy
    private Object lastToken() {
        CompletableFuture<Long> token = CompletableFuture.completedFuture(events().size() - 1L);
        return token;
    }

    @FunctionalInterface
    private interface Answer {
        Object to(Object[] arguments);
    }

    private static <T> T fake(Class<T> type, Map<String, Answer> answers) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, arguments) ->
                                Optional.ofNullable(answers.get(method.getName()))
                                        .orElseThrow(UnsupportedOperationException::new)
                                        .to(arguments)));
    }

    synchronized List<Event> events() {
        return List.copyOf(events);
    }

    /** Stores events as they are, whoever they are from. */
    synchronized void store(List<Event> some) {
        events.addAll(some);
        notifyAll();
    }

    /** As one that was restored from a backup: the last events are gone, and so are all readers. */
    synchronized void forget(int count) {
        events.subList(events.size() - count, events.size()).clear();
        breakStreams();
    }

    /** Appends are stored from now on, and nobody hears of it; once. */
    synchronized void loseAnswer() {
        answersGetLost = true;
    }

    /** As Axon Server does beyond its latest segments. */
    synchronized void forgetOldStreams() {
        forgetsOldStreams = true;
    }

    synchronized void breakStreams() {
        streams.forEach(stream -> stream.closed = true);
        streams.clear();
        notifyAll();
    }

    private synchronized CompletableFuture<Confirmation> commit(List<Event> some) {
        Map<String, Long> next = new HashMap<>();
        if (!forgetsOldStreams) {
            events.forEach(e -> next.merge(e.getAggregateIdentifier(), 1L, Long::sum));
        }
        for (Event event : some) {
            long sequence = next.merge(event.getAggregateIdentifier(), 1L, Long::sum) - 1;
            if (event.getAggregateSequenceNumber() != sequence) {
                return failed(Status.OUT_OF_RANGE);
            }
        }
        store(some);
        if (answersGetLost) {
            answersGetLost = false;
            return failed(Status.UNAVAILABLE);
        }
        return CompletableFuture.completedFuture(
                Confirmation.newBuilder().setSuccess(true).build());
    }

    private static CompletableFuture<Confirmation> failed(Status status) {
        return CompletableFuture.failedFuture(new StatusRuntimeException(status));
    }

    private synchronized EventStream open(long after) {
        Stream stream = new Stream(after + 1);
        streams.add(stream);
        return stream;
    }

    private final class Transaction implements AppendEventsTransaction {

        private final List<Event> some = new ArrayList<>();

        @Override
        public AppendEventsTransaction appendEvent(Event event) {
            some.add(event);
            return this;
        }

        @Override
        public CompletableFuture<Confirmation> commit() {
            return FakeAxonServer.this.commit(some);
        }

        @Override
        public void rollback() {
            some.clear();
        }
    }

    @SuppressWarnings("NullAway") // nothing there is null, as the connector says it
    private final class Stream implements EventStream {

        private int next;
        private boolean closed;

        Stream(long next) {
            this.next = Math.toIntExact(next);
        }

        @Override
        public EventWithToken nextIfAvailable() {
            synchronized (FakeAxonServer.this) {
                if (closed || next >= events.size()) {
                    return null;
                }
                int token = next++;
                return EventWithToken.newBuilder()
                        .setToken(token)
                        .setEvent(events.get(token))
                        .build();
            }
        }

        @Override
        public EventWithToken nextIfAvailable(long timeout, TimeUnit unit)
                throws InterruptedException {
            synchronized (FakeAxonServer.this) {
                EventWithToken event = nextIfAvailable();
                if (event == null && !closed) {
                    unit.timedWait(FakeAxonServer.this, timeout);
                    event = nextIfAvailable();
                }
                return event;
            }
        }

        @Override
        public boolean isClosed() {
            synchronized (FakeAxonServer.this) {
                return closed;
            }
        }

        @Override
        public Optional<Throwable> getError() {
            return Optional.empty();
        }

        @Override
        public void close() {
            synchronized (FakeAxonServer.this) {
                closed = true;
                streams.remove(this);
            }
        }

        @Override
        public EventWithToken peek() {
            throw new UnsupportedOperationException();
        }

        @Override
        public EventWithToken next() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void onAvailable(Runnable callback) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void excludePayloadType(String name, String revision) {
            throw new UnsupportedOperationException();
        }
    }
}
