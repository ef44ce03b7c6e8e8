package org.aidledger.projections.tally;

import java.util.List;
import org.aidledger.fund.FundId;

/** How far a fund's index has come, and the facts behind its last leaf. */
final class Head {

    final FundId fund;
    long position;
    int subjects;
    long leaves;
    long recordedMicros = Long.MIN_VALUE;
    long firstPosition;
    int firstDay;
    int tailFacts;
    Packer tail = new Packer();

    Head(FundId fund) {
        this.fund = fund;
    }

    void append(Facts.OfEvent event, List<Leaf.Numbered> facts) {
        if (tail.length() == 0) {
            firstPosition = event.position();
            firstDay = event.day();
        }
        position = event.position();
        firstDay = Math.min(firstDay, event.day());
        // Leaves are found by instant, so theirs never fall, not even if two clocks disagree.
        recordedMicros = Math.max(recordedMicros, event.recordedMicros());
        tailFacts += Math.max(1, facts.size());
        Leaf.write(tail, event.recordedMicros(), event.day(), facts);
    }

    /** Ends the leaf. */
    byte[] cut() {
        byte[] leaf = tail.toBytes();
        tail = new Packer();
        tailFacts = 0;
        leaves++;
        return leaf;
    }
}
