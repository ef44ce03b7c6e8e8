package org.aidledger.axonserver;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aidledger.eventstore.append.Mirror.Head;
import org.aidledger.proof.EventBytes;
import org.aidledger.proof.StoredEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which copy belongs to which Axon Server. */
class OpeningTest {

    private final FakeAxonServer server = new FakeAxonServer();
    private final Link link = Copy.link();
    private final Opening opening = new Opening(link, server.channel());

    @AfterEach
    void close() {
        link.close();
    }

    /** A copy that ends with an event at position 1. */
    private record EndsWith(String eventId) implements EventBytes {

        @Override
        public List<StoredEvent> bytesAfter(long position, int limit) {
            return List.of(
                    new StoredEvent(
                            position + 1,
                            Instant.EPOCH,
                            "a",
                            1,
                            eventId,
                            "Fund",
                            "fund.funds-received",
                            "1",
                            new byte[0],
                            new byte[0]));
        }

        @Override
        public List<StoredEvent> bytesOfStream(String stream, long fromSequence, int limit) {
            throw new UnsupportedOperationException();
        }
    }

    private void compare(String eventId) throws InterruptedException {
        opening.requireSameLedger(
                new EndsWith(eventId), new Head(1, 0), server.events().size() - 1L);
    }

    @Test
    void theLastEventOfTheCopyStandsInAxonServerToo() throws InterruptedException {
        server.store(Copy.events("a", 0, 3).stream().map(e -> EventForm.of(e, false)).toList());
        compare(server.events().get(1).getMessageIdentifier());
        String other = UUID.randomUUID().toString();
        assertThatIllegalStateException()
                .isThrownBy(() -> compare(other))
                .withMessageContaining(other)
                .withMessageContaining("two ledgers");
        server.forget(2);
        assertThatIllegalStateException()
                .isThrownBy(() -> compare(other))
                .withMessageContaining("ends with position 1, and Axon Server")
                .withMessageContaining("aidledger migrate");
    }

    /** Names of payees would be gone, and nobody would have been told. */
    @Test
    void anEmptyDatabaseDoesNotBecomeACopyUnasked() {
        assertThatIllegalStateException()
                .isThrownBy(() -> opening.requireNoNewCopy(new Head(-1, 0), 6))
                .withMessageContaining("holds 7 events, and the database none")
                .withMessageContaining("LEDGER_AXONSERVER_NEWCOPY=true");
        assertThatCode(() -> opening.requireNoNewCopy(new Head(-1, 0), -1))
                .doesNotThrowAnyException();
        assertThatCode(() -> opening.requireNoNewCopy(new Head(0, 0), 6))
                .doesNotThrowAnyException();
    }
}
