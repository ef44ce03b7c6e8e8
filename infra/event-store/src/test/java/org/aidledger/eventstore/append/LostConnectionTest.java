package org.aidledger.eventstore.append;

import static org.aidledger.eventstore.append.Store.LONG;
import static org.aidledger.eventstore.append.Store.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.embedded.Eventually;
import org.aidledger.event.NotStored;
import org.aidledger.eventstore.HeldHead;
import org.aidledger.eventstore.append.Settled.Stored;
import org.aidledger.eventstore.append.Settled.Unknown;
import org.aidledger.eventstore.append.Wire.Direction;
import org.aidledger.eventstore.append.Wire.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The connection breaks at every step of a commit: before, in the middle of and after the request,
 * before, in the middle of and after the answer. Whatever was said to be stored is stored, once;
 * whatever was said not to be is not.
 */
class LostConnectionTest {

    private static final AppendLimits IMPATIENT =
            new AppendLimits(1000, 1 << 24, 1000, 1 << 24, Duration.ofSeconds(1));

    private final Store store = new Store();
    private final Wire wire;

    LostConnectionTest() throws IOException {
        wire = new Wire(store.port());
    }

    @AfterEach
    void close() throws IOException {
        wire.close();
    }

    /**
     * @param size of the larger of two appends, small for one statement, large for COPY
     * @param step bytes between the places where the wire is cut
     */
    @ParameterizedTest
    @CsvSource({"REQUEST, 1, 11", "ANSWER, 1, 2", "REQUEST, 300, 997", "ANSWER, 300, 4"})
    void cutAfterAnyByteNothingIsLostOrDoubled(Direction direction, int size, int step) {
        store.refuseWhatIsThere();
        try (Appender appender = Store.appender(store.accessThrough(wire), IMPATIENT)) {
            long sequence = 0;
            Lineage lineage = new Lineage();
            int inTime;
            int after = 0;
            do {
                // One commit over the whole wire: so that the next one breaks, not its preparation.
                Append whole = appender.append(events("s", sequence++, 1), lineage);
                assertThat(whole.await(LONG)).isInstanceOf(Stored.class);
                inTime = wire.faults();
                wire.plan(direction, after, Fault.CUT);
                List<NewEvent> events = events("s", sequence, size);
                Append broken = appender.append(events, lineage);
                assertThat(broken.await(LONG)).isEqualTo(new Stored(sequence));
                sequence += size;
                after += step;
            } while (wire.faults() > inTime);
            assertThat(wire.faults()).isGreaterThan(20);
            assertThat(store.soundRows()).hasSize((int) sequence);
        }
    }

    /** The other end goes silent: only the clock tells. */
    @ParameterizedTest
    @CsvSource({"REQUEST, 0", "REQUEST, 100", "ANSWER, 0", "ANSWER, 10"})
    void silenceIsNotWaitedOutForEver(Direction direction, int after) {
        try (Appender appender = Store.appender(store.accessThrough(wire), IMPATIENT)) {
            Lineage lineage = new Lineage();
            assertThat(appender.append(events("s", 0, 1), lineage).await(LONG))
                    .isEqualTo(new Stored(0));
            wire.plan(direction, after, Fault.SILENCE);
            assertThat(appender.append(events("s", 1, 1), lineage).await(LONG))
                    .isEqualTo(new Stored(1));
            assertThat(wire.faults()).isOne();
            assertThat(store.soundRows()).hasSize(2);
        }
    }

    /** The old session still waits for its turn when the new one asks what became of it. */
    @Test
    void aCommitThatIsStillUnderWayIsEndedBeforeAnybodyIsAnswered() {
        try (Appender appender = Store.appender(store.accessThrough(wire), IMPATIENT)) {
            Append append;
            try (HeldHead head = store.holdHead()) {
                append = appender.append(events("s", 0, 1), new Lineage());
                head.awaitWriter();
                wire.down(true);
                wire.down(false);
                assertThat(append.await(Duration.ofMillis(300))).isEqualTo(new Unknown());
            }
            assertThat(append.await(LONG)).isEqualTo(new Stored(0));
        }
        assertThat(store.soundRows()).hasSize(1);
    }

    @Test
    void withoutADatabaseItTurnsAwayAndTakesAgainWhenItIsBack() {
        try (Appender appender = Store.appender(store.accessThrough(wire), IMPATIENT)) {
            Lineage lineage = new Lineage();
            assertThat(appender.append(events("s", 0, 1), lineage).await(LONG))
                    .isEqualTo(new Stored(0));
            wire.down(true);
            Append waiting = appender.append(events("s", 1, 1), lineage);
            Eventually.await("appends are turned away", () -> turnsAway(appender));
            assertThatThrownBy(() -> appender.append(events("t", 0, 1), new Lineage()))
                    .isInstanceOf(NotStored.class);
            wire.down(false);
            assertThat(waiting.await(LONG)).isEqualTo(new Stored(1));
            assertThat(appender.append(events("s", 2, 1), lineage).await(LONG))
                    .isEqualTo(new Stored(2));
        }
        assertThat(store.soundRows()).hasSize(3);
    }

    @Test
    void closedWithoutADatabaseItSaysWhatItDoesNotKnow() {
        Appender appender = Store.appender(store.accessThrough(wire), IMPATIENT);
        wire.down(true);
        Append underWay = appender.append(events("s", 0, 1), new Lineage());
        Eventually.await("appends are turned away", () -> turnsAway(appender));
        appender.close();
        assertThat(underWay.await(Duration.ZERO)).isEqualTo(new Unknown());
        assertThat(store.rows()).isEmpty();
    }

    /** Another node hangs, or its machine is gone, in the middle of a commit. */
    @Test
    void whoHoldsUpTheOthersIsEndedWithinSeconds() throws SQLException {
        try (Appender appender = store.appender();
                Session hanging = new Session(store.access(), Duration.ofSeconds(10))) {
            Connection connection = hanging.connection();
            connection.setAutoCommit(false);
            connection.createStatement().execute("update ledger.head set position = position");
            long began = System.nanoTime();
            Append append = appender.append(events("s", 0, 1), new Lineage());
            assertThat(append.await(LONG)).isEqualTo(new Stored(0));
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5));
        }
    }

    /** Sessions are ended at random moments under load. */
    @Test
    void sessionsEndedUnderLoadLoseNothing() throws Exception {
        List<Append> appends = new ArrayList<>();
        try (Appender appender = store.appender()) {
            var killer =
                    Thread.ofVirtual()
                            .start(() -> {
                                for (int i = 0; i < 25; i++) {
                                    endWriterSessions();
                                    sleep(Duration.ofMillis(7 + 3 * i));
                                }
                            });
            Lineage[] lineages = new Lineage[20];
            for (int s = 0; s < lineages.length; s++) {
                lineages[s] = new Lineage();
            }
            for (int i = 0; killer.isAlive(); i++) {
                for (int s = 0; s < lineages.length; s++) {
                    int size = i % 10 == 0 && s == 0 ? 250 : 1;
                    long first = s == 0 ? i + 249L * ((i + 9) / 10) : i;
                    appends.add(appender.append(events("s-" + s, first, size), lineages[s]));
                }
                appends.getLast().await(LONG);
            }
            killer.join();
            int events = 0;
            for (Append append : appends) {
                assertThat(append.await(LONG)).isInstanceOf(Stored.class);
                events += append.events().size();
            }
            List<Store.Row> rows = store.soundRows();
            assertThat(rows).hasSize(events);
            for (Append append : appends) {
                int first = (int) ((Stored) append.await(LONG)).firstPosition();
                assertThat(rows.subList(first, first + append.events().size()))
                        .extracting(Store.Row::id)
                        .isEqualTo(append.events().stream().map(NewEvent::id).toList());
            }
        }
    }

    private void endWriterSessions() {
        store.sql()
                .sql(
                        """
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where application_name = 'aid-ledger writer'
                          and datname = current_database()
                        """)
                .query()
                .listOfRows();
    }

    private static boolean turnsAway(Appender appender) {
        try {
            appender.requireRoom();
            return false;
        } catch (NotStored _) {
            return true;
        }
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
