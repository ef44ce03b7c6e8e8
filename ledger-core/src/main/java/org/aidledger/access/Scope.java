package org.aidledger.access;

import java.util.Collection;
import java.util.List;
import org.aidledger.fund.FundId;
import org.aidledger.fund.Organisation;

/**
 * The funds that somebody sees and touches.
 *
 * @param reaches any of which may cover a fund; none covers nothing
 */
public record Scope(List<Reach> reaches) {

    /** All funds. */
    public static final Scope EVERYTHING = new Scope(List.of(new Reach.Everything()));

    public Scope {
        reaches = List.copyOf(reaches);
    }

    /**
     * Reads the written forms of its parts; see {@link Reach#parse}.
     *
     * @throws IllegalArgumentException if one of them is none
     */
    public static Scope of(Collection<String> written) {
        return new Scope(written.stream().map(Reach::parse).toList());
    }

    /** Whether a fund of an organisation belongs to it. */
    public boolean covers(FundId fund, Organisation organisation) {
        return reaches.stream().anyMatch(r -> r.covers(fund, organisation));
    }

    /** Whether it reaches at least as far as another, so that its owner may give that one away. */
    public boolean includes(Scope other) {
        return other.reaches.stream().allMatch(r -> reaches.stream().anyMatch(m -> m.includes(r)));
    }

    /** Whether it covers every fund, so that nobody needs to look where a fund belongs. */
    public boolean isEverything() {
        return reaches.stream().anyMatch(Reach.Everything.class::isInstance);
    }

    /** The written forms of its parts. */
    public List<String> written() {
        return reaches.stream().map(Reach::toString).toList();
    }

    @Override
    public String toString() {
        return String.join(", ", written());
    }
}
