package org.aidledger.faults.check;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.aidledger.faults.check.Posting.State;

/**
 * All that clients asked of the ledger, and what it answered. Everything is entered here before it
 * is sent, so that whatever turns up in the ledger is known here.
 */
public final class Model {

    private final Map<Key, Posting> postings = new ConcurrentHashMap<>();
    private final Queue<List<Key>> together = new ConcurrentLinkedQueue<>();
    private final Flaws flaws;

    public Model(Flaws flaws) {
        this.flaws = flaws;
    }

    /** Notes that postings are about to be asked for. */
    public void asking(Collection<Wanted> wanted) {
        wanted.forEach(one -> postings.computeIfAbsent(one.key(), _ -> new Posting(one)).asked());
    }

    /** Notes that some postings stand or fall together. */
    public void areOne(Collection<Wanted> wanted) {
        together.add(wanted.stream().map(Wanted::key).toList());
    }

    /** Notes what was answered. */
    public void answered(Key key, Verdict verdict) {
        Optional.ofNullable(postings.get(key))
                .orElseThrow(() -> new IllegalStateException(key + " was never asked for"))
                .answered(verdict)
                .ifPresent(flaw -> flaws.add(flaw.kind(), flaw.sentence()));
    }

    /** Whether a posting was acknowledged. */
    public boolean isAcknowledged(Key key) {
        return find(key).filter(p -> p.state() == State.ACKNOWLEDGED).isPresent();
    }

    Optional<Posting> find(Key key) {
        return Optional.ofNullable(postings.get(key));
    }

    Stream<Posting> all() {
        return postings.values().stream();
    }

    Stream<List<Key>> together() {
        return together.stream();
    }
}
