package org.aidledger.axonserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.aidledger.eventstore.append.Mirror.Head;
import org.aidledger.eventstore.append.NewEvent;
import org.aidledger.proof.StoredEvent;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.Test;

/** What goes to Axon Server comes back to the byte. */
class EventFormTest {

    private static final Instant AT = Instant.parse("2024-03-01T09:15:00.120034Z");

    private static StoredEvent stored(String metadata, Instant recorded) {
        return new StoredEvent(
                42,
                recorded,
                "aksu-2024",
                7,
                UUID.randomUUID().toString(),
                "Fund",
                "fund.funds-received",
                "1",
                "{\"amount\":\"1.00 CNY\",\"note\":\"援疆\"}".getBytes(UTF_8),
                metadata.getBytes(UTF_8));
    }

    private static Head before(Instant recorded) {
        return Head.at(
                new StoredEvent(41, recorded, "s", 0, "", "", "", "", new byte[0], new byte[0]));
    }

    private static EventWithToken at(long token, Event event) {
        return EventWithToken.newBuilder().setToken(token).setEvent(event).build();
    }

    @Test
    void anEventThatWasRecordedElsewhereStaysAsItWas() {
        for (String metadata : new String[] {"{}", "{\"trace\":\"é\"}"}) {
            StoredEvent event = stored(metadata, AT);
            assertThat(EventForm.read(at(42, EventForm.of(event)), before(AT)).leaf())
                    .as(metadata)
                    .isEqualTo(event.leaf());
        }
        assertThat(EventForm.of(stored("{}", AT)).getTimestamp()).isEqualTo(AT.toEpochMilli());
    }

    private static StoredEvent read(boolean begins, Instant own, Instant before) {
        var message =
                new GenericDomainEventMessage<>(
                        "Fund",
                        "aksu-2024",
                        7,
                        "payload",
                        Map.of(),
                        UUID.randomUUID().toString(),
                        own);
        NewEvent event =
                new NewEvent(
                        message,
                        UUID.fromString(message.getIdentifier()),
                        "fund.funds-received",
                        "1",
                        "{}".getBytes(UTF_8),
                        "{}".getBytes(UTF_8));
        return EventForm.read(at(42, EventForm.of(event, begins)), before(before));
    }

    @Test
    void instantsNeverFallAndRiseFromOneCommitToTheNext() {
        assertThat(read(true, AT, AT.minusSeconds(1)).recorded()).isEqualTo(AT);
        assertThat(read(true, AT, AT).recorded()).isEqualTo(AT.plusNanos(1000));
        assertThat(read(false, AT, AT).recorded()).isEqualTo(AT);
        assertThat(read(false, AT, AT.plusSeconds(3)).recorded()).isEqualTo(AT.plusSeconds(3));
    }

    @Test
    void whatIsNotTheLedgersOwnOrNotTheNextIsNotCopied() {
        StoredEvent event = stored("{}", AT);
        assertThatThrownBy(() -> EventForm.read(at(43, EventForm.of(event)), before(AT)))
                .hasMessageContaining("after position 41")
                .hasMessageContaining("a context of its own");
        Event foreign = Event.newBuilder().setMessageIdentifier("x").build();
        assertThatThrownBy(() -> EventForm.read(at(42, foreign), before(AT)))
                .isInstanceOf(IllegalStateException.class);
    }
}
