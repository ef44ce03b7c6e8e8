package org.aidledger.projections.tally;

import java.util.TreeMap;

/** What every series of a block had come to before a page. */
final class Before {

    private final TreeMap<Integer, Entry> series = new TreeMap<>();

    int size() {
        return series.size();
    }

    void add(Entry entry) {
        series.merge(entry.series(), entry, Entry::plus);
    }

    byte[] toBytes() {
        Packer to = new Packer();
        int last = 0;
        for (Entry entry : series.values()) {
            to.number(entry.series() - last);
            to.signed(entry.day());
            to.number(entry.count());
            to.signed(entry.sum());
            to.text(entry.statement());
            last = entry.series();
        }
        return to.toBytes();
    }

    static void read(byte[] before, Taker taker) {
        Unpacker from = new Unpacker(before);
        int series = 0;
        while (from.hasMore()) {
            series += from.integer();
            int day = (int) from.signed();
            taker.take(series, day, from.number(), from.signed(), from.text());
        }
    }
}
