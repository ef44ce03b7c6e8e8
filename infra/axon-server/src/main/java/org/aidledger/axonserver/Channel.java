package org.aidledger.axonserver;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.AxonServerException;
import io.axoniq.axonserver.connector.event.AppendEventsTransaction;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.Event;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.aidledger.eventstore.append.NotWritten;
import org.aidledger.eventstore.append.Trouble;

/** What is asked of Axon Server about events, and what its answers mean. */
final class Channel {

    /** An event does not come right behind the last of its stream. */
    private static final String INVALID_SEQUENCE = "AXONIQ-2000";

    /** An event is too large: it would be refused again. */
    private static final String TOO_LARGE = "AXONIQ-2001";

    /** What one message may have, less what goes round it; else the connection breaks. */
    private static final int MOST_BYTES = (4 << 20) - (64 << 10);

    private static final Metadata.Key<String> CODE =
            Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);

    private final AxonServerConnection connection;
    private final Duration slowestAnswer;

    Channel(AxonServerConnection connection, Duration slowestAnswer) {
        this.connection = connection;
        this.slowestAnswer = slowestAnswer;
    }

    private EventChannel events() {
        return connection.eventChannel();
    }

    boolean isConnected() {
        return connection.isConnected();
    }

    /**
     * Has events stored, all or none.
     *
     * @throws NotWritten if they are not, or nobody knows
     */
    void append(List<Event> events) throws NotWritten, InterruptedException {
        requireSize(events);
        try {
            AppendEventsTransaction transaction = events().startAppendEventsTransaction();
            events.forEach(transaction::appendEvent);
            await(transaction.commit());
        } catch (RuntimeException e) {
            throw new NotWritten(trouble(e), e);
        }
    }

    private static void requireSize(List<Event> events) throws NotWritten {
        int largest = events.stream().mapToInt(Event::getSerializedSize).max().orElse(0);
        if (largest > MOST_BYTES) {
            throw new NotWritten(
                    Trouble.REFUSED,
                    new IllegalArgumentException(
                            "an event has %s bytes; Axon Server takes %s"
                                    .formatted(largest, MOST_BYTES)));
        }
    }

    /**
     * The last token, -1 if there is no event.
     *
     * @throws NotWritten if there is no answer
     */
    long lastToken() throws NotWritten, InterruptedException {
        try {
            return await(events().getLastToken());
        } catch (RuntimeException e) {
            throw new NotWritten(Trouble.LOST, e);
        }
    }

    private <T> T await(CompletableFuture<T> answer) throws NotWritten, InterruptedException {
        try {
            return answer.get(slowestAnswer.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new NotWritten(trouble(e), e);
        } catch (TimeoutException e) {
            throw new NotWritten(Trouble.LOST, e);
        }
    }

    /**
     * Events after a token, and then those to come.
     *
     * @param buffer how many may wait here
     */
    EventStream after(long token, int buffer) {
        return events().openStream(token, buffer);
    }

    /** Where nobody can say what became of the events, they count as lost. */
    static Trouble trouble(Throwable failure) {
        Optional<String> code =
                Stream.iterate(Optional.of(failure), Optional::isPresent, Channel::cause)
                        .flatMap(Optional::stream)
                        .flatMap(e -> code(e).stream())
                        .findFirst();
        if (code.filter(INVALID_SEQUENCE::equals).isPresent()) {
            return Trouble.COLLISION;
        }
        return code.filter(TOO_LARGE::equals).isPresent() ? Trouble.REFUSED : Trouble.LOST;
    }

    private static Optional<Throwable> cause(Optional<Throwable> failure) {
        return failure.map(Throwable::getCause);
    }

    private static Optional<String> code(Throwable failure) {
        return switch (failure) {
            case AxonServerException e -> Optional.ofNullable(e.getErrorCategory().errorCode());
            case StatusRuntimeException e -> code(e);
            default -> Optional.empty();
        };
    }

    private static Optional<String> code(StatusRuntimeException e) {
        Optional<String> told =
                Optional.ofNullable(e.getTrailers()).map(trailers -> trailers.get(CODE));
        return e.getStatus().getCode() == Status.Code.OUT_OF_RANGE
                ? told.or(() -> Optional.of(INVALID_SEQUENCE))
                : told;
    }
}
