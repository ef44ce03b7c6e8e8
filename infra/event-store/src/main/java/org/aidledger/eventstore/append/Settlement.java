package org.aidledger.eventstore.append;

import java.util.ArrayList;
import java.util.List;
import org.aidledger.eventstore.append.Settled.Failed;
import org.aidledger.eventstore.append.Settled.Stored;
import org.aidledger.eventstore.append.Settled.Undermined;

/** Tells appends what became of them, each once. What failed breaks its line off. */
final class Settlement {

    private final AppendQueue queue;

    Settlement(AppendQueue queue) {
        this.queue = queue;
    }

    void settle(Append append, Settled result) {
        queue.settled(append);
        append.settle(result);
    }

    void fail(Append append, Settled result) {
        append.lineage().breakOff();
        settle(append, result);
    }

    void failAll(List<Append> appends, Exception cause, boolean passing) {
        appends.forEach(append -> fail(append, new Failed(cause, passing)));
    }

    /** Those that follow each other from a position on are stored. */
    void stored(long firstPosition, List<Append> appends) {
        long next = firstPosition;
        for (Append append : appends) {
            settle(append, new Stored(next));
            next += append.events().size();
        }
    }

    /** Settles those that were found stored; answers the others. */
    List<Append> withoutStored(Places places, List<Append> appends) {
        List<Append> open = new ArrayList<>();
        for (Append append : appends) {
            places.positionOf(append)
                    .ifPresentOrElse(
                            position -> settle(append, new Stored(position)),
                            () -> open.add(append));
        }
        return open;
    }

    /** Settles those that were built on what was not stored; answers the others. */
    List<Append> withoutUndermined(List<Append> appends) {
        List<Append> sound = new ArrayList<>();
        for (Append append : appends) {
            if (append.lineage().isBroken()) {
                settle(append, new Undermined());
            } else {
                sound.add(append);
            }
        }
        return sound;
    }
}
