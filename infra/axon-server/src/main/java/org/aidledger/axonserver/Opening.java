package org.aidledger.axonserver;

import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.aidledger.eventstore.append.Mirror.Head;
import org.aidledger.eventstore.append.NotWritten;
import org.aidledger.proof.EventBytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is made sure of before a node works: copy and Axon Server are of one ledger. */
final class Opening {

    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    /** How long Axon Server may take to be there. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration PROGRESS = Duration.ofSeconds(5);

    private final Link link;
    private final Channel channel;

    Opening(Link link, Channel channel) {
        this.link = link;
        this.channel = channel;
    }

    /**
     * Asks Axon Server for its last token, and again until it is there.
     *
     * @throws IllegalStateException if it does not answer
     */
    long lastToken() throws InterruptedException {
        long since = System.nanoTime();
        String trouble;
        do {
            try {
                return channel.lastToken();
            } catch (NotWritten e) {
                trouble = e.getMessage();
                LOG.info("Waiting for Axon Server ({}): {}", link, trouble);
                Thread.sleep(PAUSE);
            }
        } while (System.nanoTime() - since < PATIENCE.toNanos());
        throw new IllegalStateException(
                "Axon Server (%s) does not answer (%s); see LEDGER_AXONSERVER_SERVERS"
                        .formatted(link, trouble));
    }

    /**
     * Compares the last event of the copy.
     *
     * @param head where the copy ends
     * @param last the last token of Axon Server
     * @throws IllegalStateException if Axon Server has another event there, or none
     */
    void requireSameLedger(EventBytes copy, Head head, long last) throws InterruptedException {
        if (head.position() < 0) {
            return;
        }
        if (head.position() > last) {
            throw new IllegalStateException(
                    ("the database ends with position %s, and Axon Server (%s) with %s: Axon Server"
                                    + " lost events, or is another one; `aidledger migrate` to it"
                                    + " adds what it lacks, if they are of one ledger")
                            .formatted(head.position(), link, last));
        }
        String here = copy.bytesAfter(head.position() - 1, 1).getFirst().eventId();
        Optional<String> there = idAt(head.position());
        if (there.filter(here::equals).isEmpty()) {
            throw new IllegalStateException(
                    ("the database ends with the event %s at position %s, and Axon Server (%s) has %s"
                                    + " there: they are of two ledgers; to move a ledger to Axon"
                                    + " Server use `aidledger migrate`")
                            .formatted(here, head.position(), link, there.orElse("none")));
        }
    }

    /**
     * Asks before a copy is begun anew: names of payees, accounts and checkpoints are in the
     * database alone.
     *
     * @param last the last token of Axon Server
     * @throws IllegalStateException if the copy is empty, and Axon Server is not
     */
    void requireNoNewCopy(Head head, long last) {
        if (head.position() < 0 && last >= 0) {
            throw new IllegalStateException(
                    ("Axon Server (%s) holds %,d events, and the database none: a lost database is"
                                    + " restored from its backup first (`aidledger restore` without"
                                    + " LEDGER_STORE); LEDGER_AXONSERVER_NEWCOPY=true begins a new"
                                    + " copy, without payees' names, accounts and checkpoints")
                            .formatted(link, last + 1));
        }
    }

    private Optional<String> idAt(long position) throws InterruptedException {
        try (EventStream stream = channel.after(position - 1, 16)) {
            return Optional.ofNullable(
                            stream.nextIfAvailable(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .filter(event -> event.getToken() == position)
                    .map(EventWithToken::getEvent)
                    .map(event -> event.getMessageIdentifier());
        }
    }

    /**
     * Waits until all that Axon Server had is in the copy.
     *
     * @throws IllegalStateException if that comes no further
     */
    void catchUp(Copyist copyist, long last) throws InterruptedException {
        for (long before = copyist.head().position(); !copyist.awaitCopied(last, PROGRESS); ) {
            long now = copyist.head().position();
            if (now == before && copyist.trouble().isPresent()) {
                throw new IllegalStateException(
                        "events cannot be copied from Axon Server: " + copyist.trouble().get());
            }
            LOG.info("Copying events from Axon Server: position {} of {}", now, last);
            before = now;
        }
    }
}
