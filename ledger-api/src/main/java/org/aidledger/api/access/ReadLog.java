package org.aidledger.api.access;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.aidledger.access.Caller;
import org.aidledger.access.KeptRead;
import org.aidledger.access.KeptReads;
import org.aidledger.access.Question;
import org.aidledger.access.ReadFilter;
import org.aidledger.api.outage.DatabaseAway;
import org.aidledger.event.AsOf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what auditors and regulators ask. Questions wait in memory for the next batch, a tenth of a
 * second at most while the database answers; when there is no room, whoever asks waits until there
 * is. So nothing is left out while the process lives, and what waits is kept before it stops.
 */
public final class ReadLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReadLog.class);

    private static final int MOST_WAITING = 10_000;
    private static final int BATCH = 1_000;
    private static final long GATHER_MILLIS = 100;
    private static final long TRY_AGAIN_MILLIS = 1_000;

    /** How long a stop waits for the database. */
    private static final long LAST_MILLIS = 5_000;

    private static final int LONGEST_FIGURE = 500;

    private static final Pattern UNUSUAL = Pattern.compile("[^\\x20-\\x7e]");

    private final BlockingQueue<KeptRead> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final KeptReads reads;
    private final Clock clock;
    private final Thread writer;
    private volatile boolean stopping;

    ReadLog(KeptReads reads, Clock clock) {
        this.reads = reads;
        this.clock = clock;
        this.writer = Thread.ofPlatform().daemon().name("read-log").start(this::write);
    }

    void keep(Caller caller, Question question, String figure) {
        KeptRead read =
                new KeptRead(
                        0,
                        clock.instant(),
                        caller.user(),
                        caller.actor().name(),
                        question.right().toString(),
                        question.about().map(Object::toString),
                        question.asOf().map(AsOf::effective),
                        question.asOf().map(AsOf::known),
                        figure.substring(0, Math.min(figure.length(), LONGEST_FIGURE)));
        try {
            waiting.put(read);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the question could be kept", e);
        }
    }

    /** What was asked so far; the last tenth of a second may be missing. */
    public List<KeptRead> find(ReadFilter wanted, Optional<Long> before, int limit) {
        return reads.find(wanted, before, limit);
    }

    private void write() {
        List<KeptRead> batch = new ArrayList<>();
        long giveUp = Long.MAX_VALUE;
        while (!stopping || !batch.isEmpty() || !waiting.isEmpty()) {
            if (stopping && giveUp == Long.MAX_VALUE) {
                giveUp = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LAST_MILLIS);
            }
            if (System.nanoTime() - giveUp > 0) {
                LOG.error("{} questions could not be kept", batch.size() + waiting.size());
                return;
            }
            try {
                gather(batch);
                add(batch);
            } catch (InterruptedException _) {
                stopping = true;
            } catch (RuntimeException e) {
                LOG.warn("What was asked cannot be kept just now, and waits: {}", e.toString());
                pause();
            }
        }
    }

    private void add(List<KeptRead> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            reads.add(batch);
            batch.clear();
        } catch (RuntimeException e) {
            if (DatabaseAway.isBehind(e)) {
                throw e;
            }
            while (!batch.isEmpty()) { // one of them will not do, and must not hold up the others
                addAlone(batch.getFirst());
                batch.removeFirst();
            }
        }
    }

    private void addAlone(KeptRead read) {
        try {
            reads.add(List.of(read));
        } catch (RuntimeException e) {
            if (DatabaseAway.isBehind(e)) {
                throw e;
            }
            LOG.error("A question cannot be kept as it was asked, only that it was: {}", read, e);
            reads.add(List.of(bare(read)));
        }
    }

    /** Without the dates, and in letters that every database knows. */
    private static KeptRead bare(KeptRead read) {
        return new KeptRead(
                0,
                read.asked(),
                read.user(),
                read.actor(),
                read.right(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                UNUSUAL.matcher(read.figure()).replaceAll("?"));
    }

    private void gather(List<KeptRead> batch) throws InterruptedException {
        if (batch.isEmpty()) {
            Optional.ofNullable(waiting.poll(GATHER_MILLIS, TimeUnit.MILLISECONDS))
                    .ifPresent(batch::add);
        }
        waiting.drainTo(batch, BATCH - batch.size());
    }

    private void pause() {
        try {
            Thread.sleep(TRY_AGAIN_MILLIS);
        } catch (InterruptedException _) {
            stopping = true;
        }
    }

    /** Returns when all is kept. */
    @Override
    public void close() {
        stopping = true;
        try {
            writer.join(LAST_MILLIS + TRY_AGAIN_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
