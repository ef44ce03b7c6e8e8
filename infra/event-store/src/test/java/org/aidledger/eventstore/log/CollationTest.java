package org.aidledger.eventstore.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aidledger.proof.Flaw;
import org.aidledger.proof.Flaw.Kind;
import org.aidledger.proof.StoredEvent;
import org.junit.jupiter.api.Test;

/** A copy of events beside the original. */
class CollationTest {

    private static StoredEvent event(long position, String payload) {
        return new StoredEvent(
                position,
                Instant.EPOCH.plusSeconds(position),
                "s",
                position,
                new UUID(7, position).toString(),
                "Fund",
                "fund.funds-received",
                "1",
                payload.getBytes(UTF_8),
                "{}".getBytes(UTF_8));
    }

    private static List<StoredEvent> events(int count) {
        List<StoredEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(event(i, "{}"));
        }
        return events;
    }

    private static final class Book implements Original.Reading {
        private final List<StoredEvent> events;
        private int next;

        Book(List<StoredEvent> events) {
            this.events = events;
        }

        @Override
        public List<StoredEvent> next(int count) {
            int end = Math.min(events.size(), next + count);
            List<StoredEvent> some = events.subList(next, end);
            next = end;
            return some;
        }

        @Override
        public void close() {}
    }

    private static List<Flaw> flaws(List<StoredEvent> original, List<List<StoredEvent>> pages) {
        try (Collation collation = new Collation(Optional.of(new Book(original)))) {
            pages.forEach(collation::take);
            return collation.flaws();
        }
    }

    @Test
    void aCopyOfAllOrOfTheBeginningIsGood() {
        assertThat(flaws(events(5), List.of(events(5).subList(0, 2), events(5).subList(2, 5))))
                .isEmpty();
        assertThat(flaws(events(5), List.of(events(3)))).isEmpty();
    }

    @Test
    void anotherEventIsNamed() {
        List<StoredEvent> copy = events(5);
        copy.set(3, event(3, "{\"amount\":\"1.00\"}"));
        assertThat(flaws(events(5), List.of(copy.subList(0, 2), copy.subList(2, 5))))
                .extracting(Flaw::kind, Flaw::position)
                .containsExactly(tuple(Kind.ALTERED, 3L));
    }

    @Test
    void anEventThatTheOriginalLacksIsNamed() {
        assertThat(flaws(events(4), List.of(events(5))))
                .extracting(Flaw::kind, Flaw::position)
                .containsExactly(tuple(Kind.INSERTED, 4L));
    }

    /** What is missing in the copy is noted elsewhere, and moves nothing here. */
    @Test
    void aGapMovesNothing() {
        List<StoredEvent> copy = events(6);
        assertThat(flaws(events(6), List.of(copy.subList(0, 2), copy.subList(4, 6)))).isEmpty();
    }

    @Test
    void withoutAnOriginalThereIsNothingToCompare() {
        try (Collation collation = new Collation(Optional.empty())) {
            collation.take(events(3));
            assertThat(collation.flaws()).isEmpty();
        }
    }
}
