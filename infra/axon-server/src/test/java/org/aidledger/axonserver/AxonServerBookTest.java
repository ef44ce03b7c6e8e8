package org.aidledger.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axoniq.axonserver.grpc.MetaDataValue;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.aidledger.eventstore.append.AppendLimits;
import org.aidledger.eventstore.append.Appender;
import org.aidledger.eventstore.append.Lineage;
import org.aidledger.eventstore.append.NewEvent;
import org.aidledger.eventstore.append.NotWritten;
import org.aidledger.eventstore.append.Settled;
import org.aidledger.eventstore.append.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Axon Server as what the writer stores in. */
class AxonServerBookTest {

    private static final MetaDataValue NONE = MetaDataValue.getDefaultInstance();
    private static final Duration SOON = Duration.ofMillis(300);

    private final FakeAxonServer server = new FakeAxonServer();
    private final Copy copy = new Copy(server);

    @AfterEach
    void close() {
        copy.close();
    }

    private AxonServerBook book(Copy.Node node, Duration slowestAnswer) {
        return new AxonServerBook(
                server.channel(),
                node.copyist(),
                node.underway(),
                copy.mirror(),
                (_, _, _) -> {},
                slowestAnswer);
    }

    private static Trouble trouble(AxonServerBook book, List<NewEvent> events) {
        List<Trouble> troubles = new ArrayList<>();
        assertThatThrownBy(() -> book.write(events))
                .isInstanceOfSatisfying(NotWritten.class, e -> troubles.add(e.trouble()));
        return troubles.getFirst();
    }

    private static long position(CompletableFuture<Long> copied) throws Exception {
        return copied.get(Copy.LONG.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void whatIsConfirmedIsAnsweredWhenItIsCopied() throws Exception {
        Copy.Node node = copy.idle();
        try (AxonServerBook book = book(node, Copy.LONG)) {
            var first = book.write(Copy.events("a", 0, 2)).toCompletableFuture();
            var second = book.write(Copy.events("b", 0, 1)).toCompletableFuture();
            assertThat(server.events()).hasSize(3);
            assertThat(first).isNotDone();
            node.copyist().start();
            assertThat(position(first)).isZero();
            assertThat(position(second)).isEqualTo(2);
            assertThat(copy.events()).hasSize(3);
        }
        // Whoever reads the copy later than the clock finds the first of a commit marked.
        assertThat(server.events())
                .extracting(event -> event.getMetaDataOrDefault("ledger-begins", NONE))
                .extracting(MetaDataValue::getBooleanValue)
                .containsExactly(true, false, true);
    }

    /** Beyond its latest segments Axon Server takes a stream for a new one. */
    @Test
    void aStreamBeginsOnce() throws Exception {
        try (AxonServerBook book = book(copy.node(), Copy.LONG)) {
            var _ = position(book.write(Copy.events("a", 0, 2)).toCompletableFuture());
            server.forgetOldStreams();
            assertThat(trouble(book, Copy.events("a", 0, 1))).isEqualTo(Trouble.COLLISION);
            assertThat(server.events()).hasSize(2);
        }
    }

    @Test
    void aPlaceIsTakenOnce() throws Exception {
        Copy.Node node = copy.node();
        try (AxonServerBook book = book(node, Copy.LONG)) {
            var _ = position(book.write(Copy.events("a", 0, 2)).toCompletableFuture());
            List<NewEvent> late = Copy.events("a", 1, 1);
            assertThat(trouble(book, late)).isEqualTo(Trouble.COLLISION);
            assertThat(book.places(late).isAnyTaken()).isTrue();
            assertThat(book.places(Copy.events("a", 2, 1)).isAnyTaken()).isFalse();
            assertThat(node.underway().events()).isZero();
        }
    }

    @Test
    void anAnswerThatGetsLostStoresNothingTwice() throws SQLException {
        try (Appender appender = Appender.start(book(copy.node(), Copy.LONG), AppendLimits.USUAL)) {
            server.loseAnswer();
            Settled settled =
                    appender.append(Copy.events("a", 0, 3), new Lineage()).await(Copy.LONG);
            assertThat(settled).isEqualTo(new Settled.Stored(0));
            assertThat(server.events()).hasSize(3);
            assertThat(appender.append(Copy.events("a", 3, 1), new Lineage()).await(Copy.LONG))
                    .isEqualTo(new Settled.Stored(3));
        }
    }

    /** What it took would get positions that the copy has given to others, and proved. */
    @Test
    void anAxonServerThatLostEventsIsGivenNoMore() throws Exception {
        Copy.Node node = copy.node();
        try (AxonServerBook book = book(node, SOON)) {
            var _ = position(book.write(Copy.events("a", 0, 5)).toCompletableFuture());
            server.forget(2);
            assertThat(node.copyist().awaitCopied(5, SOON)).isFalse();
            assertThat(trouble(book, Copy.events("b", 0, 1))).isEqualTo(Trouble.PASSING);
            assertThatThrownBy(() -> book.placesAfterLoss(Copy.events("b", 0, 1)))
                    .isInstanceOfSatisfying(
                            NotWritten.class, e -> assertThat(e.trouble()).isEqualTo(Trouble.LOST))
                    .hasMessageContaining("ends with position 2, and its copy with 4");
            assertThat(server.events()).hasSize(3);
        }
    }

    @Test
    void aCopyThatIsFarBehindIsWaitedFor() throws Exception {
        Copy.Node node = copy.idle();
        try (AxonServerBook book = book(node, SOON)) {
            var written = book.write(Copy.events("a", 0, 20_001)).toCompletableFuture();
            assertThat(trouble(book, Copy.events("b", 0, 1))).isEqualTo(Trouble.PASSING);
            assertThat(server.events()).hasSize(20_001);
            node.copyist().start();
            assertThat(position(written)).isZero();
            assertThat(position(book.write(Copy.events("b", 0, 1)).toCompletableFuture()))
                    .isEqualTo(20_001);
        }
    }

    @Test
    void whatIsNotYetCopiedIsWaitedForWhenAnAnswerIsLost() throws Exception {
        Copy.Node node = copy.idle();
        try (AxonServerBook book = book(node, SOON)) {
            List<NewEvent> events = Copy.events("a", 0, 1);
            server.loseAnswer();
            assertThat(trouble(book, events)).isEqualTo(Trouble.LOST);
            assertThatThrownBy(() -> book.placesAfterLoss(events))
                    .hasMessageContaining("does not come to position 0");
            node.copyist().start();
            assertThat(node.copyist().awaitCopied(0, Copy.LONG)).isTrue();
            assertThat(book.placesAfterLoss(events).isAnyTaken()).isTrue();
        }
    }
}
