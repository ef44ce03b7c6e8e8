package org.aidledger.faults.load;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aidledger.faults.check.Flaw.Kind;
import org.aidledger.faults.check.Flaws;

/**
 * Asks what its script says. Where it insists, a request without a known outcome is sent again,
 * with the same ids, until there is one; at the end all of those are, and then it is done.
 */
final class Client implements Callable<Void> {

    private static final long THINK_MILLIS = 60;
    private static final long WAIT_MILLIS = 100;

    private final Script script;
    private final Sender sender;
    private final Gate gate;
    private final Flaws flaws;
    private final ArrayDeque<Asked> open = new ArrayDeque<>();
    private volatile boolean ending;

    Client(Script script, Sender sender, Gate gate, Flaws flaws) {
        this.script = script;
        this.sender = sender;
        this.gate = gate;
        this.flaws = flaws;
    }

    /** It begins nothing new. */
    void end() {
        ending = true;
    }

    @Override
    public Void call() throws Exception {
        while (!ending || !open.isEmpty()) {
            Asked asked = open.isEmpty() ? script.next() : open.remove();
            boolean known = gate.through(() -> ask(asked));
            if (!known && asked.insists()) {
                open.add(asked);
            }
            Thread.sleep(known ? THINK_MILLIS : WAIT_MILLIS);
        }
        return null;
    }

    private boolean ask(Asked asked) throws Exception {
        return switch (asked.kind()) {
            case TWICE -> twice(asked);
            case ALTER -> alter(asked);
            case POST,
                    REVERSE,
                    CLOSE_PERIOD,
                    REOPEN_PERIOD,
                    REPEAT,
                    BATCH_ATOMIC,
                    BATCH_EACH,
                    IMPORT_CSV,
                    IMPORT_NDJSON ->
                    sender.send(asked);
        };
    }

    private boolean twice(Asked asked) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> both =
                    List.of(
                            threads.submit(() -> sender.send(asked)),
                            threads.submit(() -> sender.send(asked)));
            boolean first = both.get(0).get();
            boolean second = both.get(1).get();
            return first && second;
        }
    }

    /** What was acknowledged cannot be had with another content. */
    private boolean alter(Asked asked) throws InterruptedException {
        Draft draft = asked.lines().getFirst();
        if (sender.model().isAcknowledged(draft.wanted().key()) && sender.isTaken(asked)) {
            flaws.add(
                    Kind.ALTERED,
                    draft.wanted().key() + " was taken a second time with another amount");
        }
        return true;
    }
}
