package org.aidledger.faults.load;

import java.util.Map;
import java.util.TreeMap;
import org.aidledger.faults.check.Verdict;
import org.aidledger.faults.check.Verdict.Accepted;

/** How many postings of each kind of request were answered in which way. */
public final class Tally {

    /** Ways of answering. */
    public enum Way {
        ACCEPTED,
        REPEATED,
        REFUSED,
        PUT_OFF,
        UNKNOWN;

        static Way of(Verdict verdict) {
            return switch (verdict) {
                case Accepted a -> a.repeated() ? REPEATED : ACCEPTED;
                case Verdict.Refused _ -> REFUSED;
                case Verdict.PutOff _ -> PUT_OFF;
                case Verdict.Unknown _ -> UNKNOWN;
            };
        }
    }

    private final Map<String, Map<Way, Long>> counts = new TreeMap<>();
    private long requests;

    synchronized void request() {
        requests++;
    }

    synchronized void count(Asked.Kind kind, Verdict verdict) {
        counts.computeIfAbsent(kind.words(), _ -> new TreeMap<>())
                .merge(Way.of(verdict), 1L, Long::sum);
    }

    /** Requests that were sent. */
    public synchronized long requests() {
        return requests;
    }

    /** Postings in all, however answered. */
    public synchronized long postings() {
        return counts.values().stream()
                .flatMap(ways -> ways.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    /** By kind of request and way of answering. */
    public synchronized Map<String, Map<Way, Long>> counts() {
        Map<String, Map<Way, Long>> copy = new TreeMap<>();
        counts.forEach((kind, ways) -> copy.put(kind, new TreeMap<>(ways)));
        return copy;
    }
}
