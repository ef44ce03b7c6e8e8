package org.aidledger.projections.tally;

import java.util.List;

/**
 * The written form of a leaf, and of the facts behind the last one: event by event in the order of
 * recording, each with its instant and day.
 */
final class Leaf {

    private Leaf() {}

    /** A fact under the number of its series. */
    record Numbered(int series, Fact fact) {}

    static void write(Packer to, long recordedMicros, int day, List<Numbered> facts) {
        to.signed(recordedMicros);
        to.signed(day);
        to.number(facts.size());
        for (Numbered numbered : facts) {
            to.number(numbered.series());
            to.signed(numbered.fact().amount());
            to.text(numbered.fact().statement());
        }
    }

    /** Hands on what counts by a day, as far as known at an instant. */
    static void read(byte[] leaf, int lastDay, long knownMicros, Taker taker) {
        Unpacker from = new Unpacker(leaf);
        while (from.hasMore()) {
            long recorded = from.signed();
            int day = (int) from.signed();
            boolean counts = recorded <= knownMicros && day <= lastDay;
            for (int rest = from.integer(); rest > 0; rest--) {
                int series = from.integer();
                long amount = from.signed();
                String statement = from.text();
                if (counts) {
                    taker.take(series, day, 1, amount, statement);
                }
            }
        }
    }
}
