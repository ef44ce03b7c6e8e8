package org.aidledger.access;

import java.util.List;
import java.util.Optional;

/** What auditors and regulators asked, kept for those whom it concerns. */
public interface KeptReads {

    /** Keeps some more, in order. */
    void add(List<KeptRead> reads);

    /**
     * What was asked, the newest first.
     *
     * @param before the number that was seen last; everything if empty
     */
    List<KeptRead> find(ReadFilter wanted, Optional<Long> before, int limit);
}
