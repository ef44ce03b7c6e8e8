package org.aidledger.axonserver;

import io.axoniq.axonserver.grpc.event.Event;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.aidledger.axonserver.Underway.Written;
import org.aidledger.eventstore.append.Book;
import org.aidledger.eventstore.append.CommitListener;
import org.aidledger.eventstore.append.Mirror;
import org.aidledger.eventstore.append.NewEvent;
import org.aidledger.eventstore.append.NotWritten;
import org.aidledger.eventstore.append.Places;
import org.aidledger.eventstore.append.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Axon Server as what the writer stores in. What stands where is asked of the copy, once it has all
 * that Axon Server had when the question arose.
 */
final class AxonServerBook implements Book {

    private static final Logger LOG = LoggerFactory.getLogger(AxonServerBook.class);

    /** How long an event that took a place may stay unseen: its own commit is then under way. */
    private static final Duration UNSEEN = Duration.ofSeconds(2);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final Duration LAST_COPIES = Duration.ofSeconds(10);

    private final Channel channel;
    private final Copyist copyist;
    private final Underway underway;
    private final Mirror mirror;
    private final CommitListener commits;
    private final Duration slowestAnswer;

    /**
     * @param mirror for the writer's thread alone
     * @param slowestAnswer an Axon Server or a copy that takes longer counts as out of reach
     */
    AxonServerBook(
            Channel channel,
            Copyist copyist,
            Underway underway,
            Mirror mirror,
            CommitListener commits,
            Duration slowestAnswer) {
        this.channel = channel;
        this.copyist = copyist;
        this.underway = underway;
        this.mirror = mirror;
        this.commits = commits;
        this.slowestAnswer = slowestAnswer;
    }

    @Override
    public CompletionStage<Long> write(List<NewEvent> events)
            throws NotWritten, InterruptedException {
        if (!underway.awaitRoom(slowestAnswer)) {
            throw new NotWritten(
                    Trouble.PASSING,
                    new IllegalStateException("the copy of events in PostgreSQL is far behind"));
        }
        if (!copyist.awaitNoTrouble(slowestAnswer)) {
            throw new NotWritten(
                    Trouble.PASSING,
                    new IllegalStateException(
                            "events are not copied: " + copyist.trouble().orElse("")));
        }
        requireNewStreams(events);
        List<Event> forms = new ArrayList<>();
        events.forEach(event -> forms.add(EventForm.of(event, forms.isEmpty())));
        Written written = underway.begin(events);
        long began = System.nanoTime();
        try {
            channel.append(forms);
        } catch (NotWritten | RuntimeException | InterruptedException e) {
            underway.giveUp(written);
            throw e;
        }
        commits.took(events.size(), System.nanoTime() - began);
        return written.copied();
    }

    /** For the first event of a stream Axon Server looks among its latest segments only. */
    private void requireNewStreams(List<NewEvent> events) throws NotWritten {
        List<NewEvent> first = events.stream().filter(event -> event.sequence() == 0).toList();
        if (!first.isEmpty() && there(first).isAnyTaken()) {
            throw new NotWritten(
                    Trouble.COLLISION, new IllegalStateException("a stream is there already"));
        }
    }

    private Places there(List<NewEvent> events) throws NotWritten {
        try {
            return mirror.places(events);
        } catch (SQLException e) {
            mirror.discard();
            throw new NotWritten(Trouble.LOST, e);
        }
    }

    @Override
    public Places places(List<NewEvent> events) throws NotWritten, InterruptedException {
        long until = System.nanoTime() + UNSEEN.toNanos();
        Places places = upToDate(events);
        while (!places.isAnyTaken() && areDistinct(events) && System.nanoTime() - until < 0) {
            Thread.sleep(LOOK_AGAIN);
            places = upToDate(events);
        }
        return places;
    }

    /** Else they collide with each other, and there need not be anything to see. */
    private static boolean areDistinct(List<NewEvent> events) {
        Set<List<Object>> places = new HashSet<>();
        return events.stream().allMatch(e -> places.add(List.of(e.stream(), e.sequence())));
    }

    @Override
    public Places placesAfterLoss(List<NewEvent> events) throws NotWritten, InterruptedException {
        return upToDate(events);
    }

    private Places upToDate(List<NewEvent> events) throws NotWritten, InterruptedException {
        long copied = copyist.head().position();
        long last = channel.lastToken();
        if (last < copied) {
            throw new NotWritten(
                    Trouble.LOST,
                    new IllegalStateException(
                            "Axon Server ends with position %s, and its copy with %s"
                                    .formatted(last, copied)));
        }
        if (!copyist.awaitCopied(last, slowestAnswer)) {
            throw new NotWritten(
                    Trouble.LOST,
                    new IllegalStateException(
                            "the copy of events in PostgreSQL does not come to position " + last));
        }
        return there(events);
    }

    @Override
    public long patienceNanos() {
        return Duration.ofSeconds(1).toNanos();
    }

    @Override
    public void pause() {
        // The copyist tells other nodes of what there is.
    }

    @Override
    public void close() {
        try {
            if (!underway.awaitNone(LAST_COPIES)) {
                LOG.warn(
                        "{} events that this node wrote are in Axon Server and not yet copied",
                        underway.events());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        copyist.close();
        mirror.close();
    }
}
