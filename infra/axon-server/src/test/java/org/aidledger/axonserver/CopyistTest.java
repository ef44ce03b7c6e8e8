package org.aidledger.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.axoniq.axonserver.grpc.event.Event;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.aidledger.eventstore.append.NewEvent;
import org.aidledger.proof.StoredEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events come from Axon Server into PostgreSQL once each, in its order, or not at all. */
class CopyistTest {

    private final FakeAxonServer server = new FakeAxonServer();
    private final Copy copy = new Copy(server);

    @AfterEach
    void close() {
        copy.close();
    }

    private static List<Event> forms(List<NewEvent> events) {
        List<Event> forms = new ArrayList<>();
        events.forEach(event -> forms.add(EventForm.of(event, forms.isEmpty())));
        return forms;
    }

    private void store(String stream, long first, int count) {
        server.store(forms(Copy.events(stream, first, count)));
    }

    private static void awaitTrouble(Copyist copyist, String what) throws InterruptedException {
        long until = System.nanoTime() + Copy.LONG.toNanos();
        while (copyist.trouble().filter(t -> t.contains(what)).isEmpty()) {
            assertThat(System.nanoTime()).as(copyist.trouble().toString()).isLessThan(until);
            Thread.sleep(5);
        }
    }

    private void assertCopied(int count) {
        List<Event> originals = server.events();
        List<StoredEvent> copies = copy.events();
        assertThat(copies)
                .extracting(StoredEvent::position)
                .isEqualTo(LongStream.range(0, count).boxed().toList());
        for (int i = 0; i < count; i++) {
            assertThat(copies.get(i).eventId()).isEqualTo(originals.get(i).getMessageIdentifier());
        }
        assertThat(copies).extracting(StoredEvent::recorded).isSorted();
    }

    @Test
    void whatIsThereAndWhatComesIsCopiedInOrder() throws Exception {
        store("a", 0, 2500);
        Copyist copyist = copy.node().copyist();
        assertThat(copyist.awaitCopied(2499, Copy.LONG)).isTrue();
        store("b", 0, 3);
        assertThat(copyist.awaitCopied(2502, Copy.LONG)).isTrue();
        assertCopied(2503);
        assertThat(copyist.trouble()).isEmpty();
    }

    @Test
    void twoNodesCopyOnceAndBothHearOfTheirOwn() throws Exception {
        Copy.Node one = copy.node();
        Copy.Node other = copy.node();
        List<CompletableFuture<Long>> written = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            List<NewEvent> events = Copy.events("s-" + i, 0, 1 + i % 4);
            written.add((i % 2 == 0 ? one : other).underway().begin(events).copied());
            server.store(forms(events));
        }
        long first = 0;
        for (int i = 0; i < written.size(); i++) {
            assertThat(written.get(i).get(Copy.LONG.toSeconds(), TimeUnit.SECONDS))
                    .isEqualTo(first);
            first += 1 + i % 4;
        }
        assertCopied(server.events().size());
        assertThat(one.underway().events()).isZero();
        assertThat(other.underway().events()).isZero();
        // A node gives its readers what it both wrote and copied itself, and nothing twice.
        List<Long> told = new ArrayList<>(one.told());
        told.addAll(other.told());
        assertThat(told).doesNotHaveDuplicates();
    }

    @Test
    void anEventOfSomebodyElseStopsTheCopyBeforeIt() throws Exception {
        store("a", 0, 3);
        server.store(List.of(Event.newBuilder().setMessageIdentifier("foreign").build()));
        store("b", 0, 3);
        Copyist copyist = copy.node().copyist();
        awaitTrouble(copyist, "foreign");
        assertThat(copy.events()).hasSizeLessThanOrEqualTo(3);
        assertThat(copyist.awaitNoTrouble(Duration.ZERO)).isFalse();
    }

    @Test
    void whatTheDatabaseDidNotTakeIsTriedAgain() throws Exception {
        copy.sql()
                .sql(
                        "alter table ledger.events add constraint none check (stream <> 'b') not valid")
                .update();
        Copyist copyist = copy.node().copyist();
        store("a", 0, 2);
        assertThat(copyist.awaitCopied(1, Copy.LONG)).isTrue();
        store("b", 0, 2);
        awaitTrouble(copyist, "none");
        copy.sql().sql("alter table ledger.events drop constraint none").update();
        assertThat(copyist.awaitCopied(3, Copy.LONG)).isTrue();
        assertThat(copyist.awaitNoTrouble(Copy.LONG)).isTrue();
        assertCopied(4);
    }

    @Test
    void aStreamThatBreaksIsOpenedAgainBehindTheLastCopy() throws Exception {
        Copyist copyist = copy.node().copyist();
        store("a", 0, 10);
        assertThat(copyist.awaitCopied(9, Copy.LONG)).isTrue();
        server.breakStreams();
        store("b", 0, 10);
        assertThat(copyist.awaitCopied(19, Copy.LONG)).isTrue();
        assertCopied(20);
    }

    /** A backup of Axon Server was put in its place while a node worked. */
    @Test
    void anAxonServerThatLostEventsIsNotFollowed() throws Exception {
        Copyist copyist = copy.node().copyist();
        store("a", 0, 10);
        assertThat(copyist.awaitCopied(9, Copy.LONG)).isTrue();
        server.forget(3);
        awaitTrouble(copyist, "with position 9, and Axon Server (fake:1, context default) with 6");
        store("b", 0, 10);
        awaitTrouble(copyist, "they are of two ledgers");
        assertThat(copyist.awaitCopied(10, Duration.ofSeconds(1))).isFalse();
        assertThat(copy.events()).hasSize(10);
    }

    @Test
    void everyCopyIsTheSame() throws SQLException, InterruptedException {
        store("a", 0, 3);
        Copy.Node node = copy.node();
        assertThat(node.copyist().awaitCopied(2, Copy.LONG)).isTrue();
        try (Copy another = new Copy(server)) {
            Copyist fresh = another.node().copyist();
            assertThat(fresh.awaitCopied(2, Copy.LONG)).isTrue();
            assertThat(another.events())
                    .extracting(StoredEvent::leaf)
                    .isEqualTo(copy.events().stream().map(StoredEvent::leaf).toList());
        }
    }
}
