package org.aidledger.eventstore.append;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.aidledger.eventstore.append.Mirror.Head;
import org.aidledger.proof.StoredEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events of another book, copied into the tables of events. */
class MirrorTest {

    private static final Instant START = Instant.parse("2024-03-01T09:15:00.120034Z");

    private final Store store = new Store();
    private final Mirror mirror = mirror();

    private Mirror mirror() {
        return new Mirror(store.access(), "test", Duration.ofSeconds(10));
    }

    @AfterEach
    void close() {
        mirror.close();
    }

    /** In one stream, a microsecond apart. */
    private static List<StoredEvent> events(long first, int count) {
        List<StoredEvent> events = new ArrayList<>();
        for (long position = first; position < first + count; position++) {
            events.add(
                    new StoredEvent(
                            position,
                            START.plusNanos(1000 * position),
                            "s",
                            position,
                            new UUID(7, position).toString(),
                            "Fund",
                            "fund.funds-received",
                            "1",
                            ("{\"at\":" + position + "}").getBytes(UTF_8),
                            "{}".getBytes(UTF_8)));
        }
        return events;
    }

    @Test
    void whatFollowsIsAddedAsItIs() throws SQLException {
        assertThat(mirror.head()).isEqualTo(new Head(-1, 0));
        List<StoredEvent> first = events(0, 3);
        assertThat(mirror.extend(mirror.head(), first)).isTrue();
        assertThat(mirror.head()).isEqualTo(Head.at(first.getLast()));
        assertThat(mirror.extend(Head.at(first.getLast()), events(3, 1000))).isTrue();

        assertThat(store.soundRows())
                .hasSize(1003)
                .element(2)
                .isEqualTo(new Store.Row(2, "s", 2, START.plusNanos(2000), new UUID(7, 2)));
    }

    @Test
    void aBatchThatAnotherNodeCopiedIsNotTakenAgain() throws SQLException {
        List<StoredEvent> batch = events(0, 5);
        Head before = mirror.head();
        try (Mirror other = mirror()) {
            assertThat(other.extend(before, batch.subList(0, 3))).isTrue();
        }
        assertThat(mirror.extend(before, batch)).isFalse();
        assertThat(store.soundRows()).hasSize(3);
        assertThat(mirror.extend(mirror.head(), batch.subList(3, 5))).isTrue();
        assertThat(store.soundRows()).hasSize(5);
    }

    @Test
    void aPlaceThatIsTakenUndoesTheWholeBatch() throws SQLException {
        assertThat(mirror.extend(mirror.head(), events(0, 2))).isTrue();
        List<StoredEvent> wrong = new ArrayList<>(events(2, 2));
        StoredEvent last = wrong.getLast();
        wrong.set(
                1,
                new StoredEvent(
                        last.position(),
                        last.recorded(),
                        last.stream(),
                        0,
                        last.eventId(),
                        last.type(),
                        last.name(),
                        last.revision(),
                        last.payload(),
                        last.metadata()));
        assertThatThrownBy(() -> mirror.extend(mirror.head(), wrong))
                .isInstanceOf(SQLException.class);
        assertThat(store.soundRows()).hasSize(2);
    }

    @Test
    void placesAreThoseOfTheCopy() throws SQLException {
        assertThat(mirror.places(Store.events("s", 0, 2)).isAnyTaken()).isFalse();
        assertThat(mirror.extend(mirror.head(), events(0, 2))).isTrue();
        assertThat(mirror.places(Store.events("s", 1, 2)).isAnyTaken()).isTrue();
        assertThat(mirror.places(Store.events("s", 2, 2)).isAnyTaken()).isFalse();
    }
}
