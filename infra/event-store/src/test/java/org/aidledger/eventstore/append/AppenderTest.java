package org.aidledger.eventstore.append;

import static org.aidledger.eventstore.append.Store.LONG;
import static org.aidledger.eventstore.append.Store.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.aidledger.embedded.Eventually;
import org.aidledger.event.NotStored;
import org.aidledger.eventstore.HeldHead;
import org.aidledger.eventstore.append.Settled.Collided;
import org.aidledger.eventstore.append.Settled.Failed;
import org.aidledger.eventstore.append.Settled.Stored;
import org.aidledger.eventstore.append.Settled.Undermined;
import org.aidledger.eventstore.append.Settled.Unknown;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Many appends in one commit, each with a result of its own. */
class AppenderTest {

    private final Store store = new Store();

    @Test
    void appendsFromManySidesGetPositionsWithoutGaps() {
        try (Appender appender = store.appender();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> writers = new ArrayList<>();
            for (int w = 0; w < 40; w++) {
                String stream = "s-" + w;
                writers.add(
                        CompletableFuture.runAsync(() -> appendInARow(appender, stream), threads));
            }
            writers.forEach(CompletableFuture::join);
        }
        assertThat(store.soundRows()).hasSize(40 * 25 * 2);
    }

    private static void appendInARow(Appender appender, String stream) {
        Lineage lineage = new Lineage();
        for (int i = 0; i < 25; i++) {
            Append append = appender.append(events(stream, 2L * i, 2), lineage);
            assertThat(append.await(LONG)).isInstanceOf(Stored.class);
        }
    }

    /** Below and above the size from which events travel by COPY. */
    @ParameterizedTest
    @ValueSource(ints = {1, 200, 201, 3000})
    void anAppendOfAnySizeIsStoredWholeAndToldOf(int size) {
        List<Long> told = new ArrayList<>();
        CommitListener listener =
                (first, events, recorded) -> {
                    for (int i = 0; i < events.size(); i++) {
                        told.add(first + i);
                    }
                    assertThat(recorded).hasSize(events.size()).isSorted();
                };
        try (Appender appender = store.appender(listener)) {
            var before = appender.append(events("before", 0, 1), new Lineage());
            assertThat(before.await(LONG)).isEqualTo(new Stored(0));
            List<NewEvent> events = events("s", 0, size);
            assertThat(appender.append(events, new Lineage()).await(LONG)).isEqualTo(new Stored(1));
            assertThat(store.soundRows().stream().skip(1).map(Store.Row::id))
                    .isEqualTo(events.stream().map(NewEvent::id).toList());
            assertThat(told).hasSize(size + 1).isSorted();
        }
    }

    @Test
    void whatWaitsTogetherIsCommittedTogether() {
        try (Appender appender = store.appender()) {
            List<Append> appends = new ArrayList<>();
            try (HeldHead _ = blocked(appender)) {
                for (int i = 0; i < 50; i++) {
                    appends.add(appender.append(events("s-" + i, 0, 1), new Lineage()));
                }
            }
            appends.forEach(append -> assertThat(append.await(LONG)).isInstanceOf(Stored.class));
        }
        assertThat(
                        store.sql()
                                .sql("select count(distinct xmin::text) from ledger.events")
                                .query(Integer.class)
                                .single())
                .isEqualTo(2);
    }

    @Test
    void aCollisionFailsTheOneAndWhatWasBuiltOnItAndNothingElse() {
        try (Appender appender = store.appender()) {
            Lineage stale = new Lineage();
            Lineage good = new Lineage();
            assertThat(appender.append(events("s", 0, 3), new Lineage()).await(LONG))
                    .isInstanceOf(Stored.class);
            Append first;
            Append colliding;
            Append builtOnIt;
            Append last;
            try (HeldHead _ = blocked(appender)) {
                first = appender.append(events("t", 0, 1), good);
                colliding = appender.append(events("s", 1, 3), stale);
                builtOnIt = appender.append(events("s", 4, 1), stale);
                last = appender.append(events("t", 1, 1), good);
            }
            assertThat(first.await(LONG)).isInstanceOf(Stored.class);
            assertThat(colliding.await(LONG)).isEqualTo(new Collided());
            assertThat(builtOnIt.await(LONG)).isEqualTo(new Undermined());
            assertThat(last.await(LONG)).isInstanceOf(Stored.class);
            assertThat(stale.isBroken()).isTrue();
            assertThat(good.isBroken()).isFalse();
            assertThat(appender.append(events("s", 5, 1), stale).await(LONG))
                    .isEqualTo(new Undermined());
            assertThat(appender.pending("s")).isEmpty();
        }
        assertThat(store.soundRows()).hasSize(6);
    }

    @Test
    void ofTwoAppendsForOnePlaceInOneCommitTheFirstIsStored() {
        try (Appender appender = store.appender()) {
            Append first;
            Append second;
            try (HeldHead _ = blocked(appender)) {
                first = appender.append(events("s", 0, 2), new Lineage());
                second = appender.append(events("s", 1, 1), new Lineage());
            }
            assertThat(first.await(LONG)).isInstanceOf(Stored.class);
            assertThat(second.await(LONG)).isEqualTo(new Collided());
        }
        assertThat(store.soundRows()).hasSize(3);
    }

    @Test
    void whatTheDatabaseWillNotTakeFailsAlone() {
        try (Appender appender = store.appender()) {
            List<Append> good = new ArrayList<>();
            Append bad;
            try (HeldHead _ = blocked(appender)) {
                good.add(appender.append(events("s", 0, 1), new Lineage()));
                good.add(appender.append(events("t", 0, 2), new Lineage()));
                bad = appender.append(events("no\0text", 0, 1), new Lineage());
                good.add(appender.append(events("u", 0, 1), new Lineage()));
            }
            good.forEach(append -> assertThat(append.await(LONG)).isInstanceOf(Stored.class));
            assertThat(bad.await(LONG))
                    .asInstanceOf(type(Failed.class))
                    .matches(failed -> !failed.passing());
        }
        assertThat(store.soundRows()).hasSize(5);
    }

    @Test
    void recordedInstantsRiseFromCommitToCommitWhateverTheClocksSay() {
        var clock = GenericEventMessage.clock;
        Instant early = Instant.parse("2001-01-01T00:00:00.000001Z");
        Instant late = Instant.parse("2031-01-01T00:00:00.999999Z");
        try (Appender appender = store.appender()) {
            for (Instant instant : List.of(early, late, early)) {
                GenericEventMessage.clock = Clock.fixed(instant, ZoneOffset.UTC);
                appender.append(events("s-" + store.rows().size(), 0, 1), new Lineage())
                        .await(LONG);
            }
            GenericEventMessage.clock = Clock.fixed(early, ZoneOffset.UTC);
            appender.append(events("many", 0, 300), new Lineage()).await(LONG);
        } finally {
            GenericEventMessage.clock = clock;
        }
        assertThat(store.soundRows().stream().map(Store.Row::recorded).distinct())
                .containsExactly(
                        early,
                        late,
                        late.plus(1, ChronoUnit.MICROS),
                        late.plus(2, ChronoUnit.MICROS));
    }

    /**
     * Each path after itself and after the other, by clocks that go on, back and on again: what is
     * stored, what is told and where the next append starts from are the same instants.
     */
    @ParameterizedTest
    @CsvSource({"1, 1", "1, 300", "300, 1", "300, 300"})
    void everyPathRecordsTheClockOrJustAfterTheLatestBefore(int first, int second) {
        Instant start = Instant.parse("2031-05-06T07:08:09.100001Z");
        Instant back = Instant.parse("2001-01-01T00:00:00.000001Z");
        Instant on = start.plus(Duration.ofDays(400));
        List<Instant> told = new ArrayList<>();
        CommitListener listener =
                (_, _, recorded) -> {
                    for (long micros : recorded) {
                        told.add(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
                    }
                };
        List<Instant> expected = new ArrayList<>();
        try (Appender appender = store.appender(listener)) {
            expected.addAll(ticking(appender, "a", start, first));
            Instant latest = expected.getLast();
            Instant next = latest.plus(1, ChronoUnit.MICROS);
            ticking(appender, "b", back, second).forEach(_ -> expected.add(next));
            Instant afterNext = latest.plus(2, ChronoUnit.MICROS);
            ticking(appender, "c", back, first).forEach(_ -> expected.add(afterNext));
            expected.addAll(ticking(appender, "d", on, second));
        }
        assertThat(store.soundRows()).extracting(Store.Row::recorded).isEqualTo(expected);
        assertThat(told).isEqualTo(expected);
        assertThat(
                        store.sql()
                                .sql("select recorded from ledger.head")
                                .query(OffsetDateTime.class)
                                .single()
                                .toInstant())
                .isEqualTo(expected.getLast());
    }

    /** One append by a clock that goes on a little with each event; answers what it showed. */
    private static List<Instant> ticking(
            Appender appender, String stream, Instant from, int events) {
        var clock = GenericEventMessage.clock;
        List<NewEvent> ticks = new ArrayList<>();
        List<Instant> shown = new ArrayList<>();
        try {
            for (int i = 0; i < events; i++) {
                shown.add(from.plus(7L * i, ChronoUnit.MICROS));
                GenericEventMessage.clock = Clock.fixed(shown.getLast(), ZoneOffset.UTC);
                ticks.addAll(events(stream, i, 1));
            }
        } finally {
            GenericEventMessage.clock = clock;
        }
        assertThat(appender.append(ticks, new Lineage()).await(LONG)).isInstanceOf(Stored.class);
        return shown;
    }

    @Test
    void beyondItsLimitsItTurnsAwayAndLaterTakesAgain() {
        var few = new AppendLimits(3, 1 << 20, 2, 1 << 20, Duration.ofSeconds(10));
        try (Appender appender = Store.appender(store.access(), few)) {
            try (HeldHead _ = blocked(appender)) {
                for (int i = 0; i < 3; i++) {
                    appender.append(events("s-" + i, 0, 1), new Lineage());
                }
                assertThatThrownBy(appender::requireRoom).isInstanceOf(NotStored.class);
                assertThatThrownBy(() -> appender.append(events("x", 0, 1), new Lineage()))
                        .isInstanceOf(NotStored.class);
                assertThat(appender.pending("x")).isEmpty();
            }
            Eventually.await("the line is given up", () -> appender.pending("s-2").isEmpty());
            assertThat(appender.append(events("x", 0, 1), new Lineage()).await(LONG))
                    .isInstanceOf(Stored.class);
        }
        assertThat(store.soundRows()).hasSize(5);
    }

    @Test
    void whoWillNotWaitLongerHearsThatNobodyKnows() {
        try (Appender appender = store.appender()) {
            Append append;
            try (HeldHead _ = blocked(appender)) {
                append = appender.append(events("s", 0, 1), new Lineage());
                assertThat(append.await(Duration.ofMillis(10))).isEqualTo(new Unknown());
            }
            assertThat(append.await(LONG)).isInstanceOf(Stored.class);
        }
    }

    @Test
    void closingStoresWhatWaits() {
        List<Append> appends = new ArrayList<>();
        Appender appender = store.appender();
        for (int i = 0; i < 300; i++) {
            appends.add(appender.append(events("s-" + i, 0, 1), new Lineage()));
        }
        appender.close();
        appends.forEach(
                append -> assertThat(append.await(Duration.ZERO)).isInstanceOf(Stored.class));
        assertThatThrownBy(() -> appender.append(events("s", 0, 1), new Lineage()))
                .isInstanceOf(NotStored.class);
    }

    /** The writer is in the middle of a commit until it is closed. */
    private HeldHead blocked(Appender appender) {
        HeldHead holder = store.holdHead();
        appender.append(events("block", blocks++, 1), new Lineage());
        holder.awaitWriter();
        return holder;
    }

    private int blocks;
}
