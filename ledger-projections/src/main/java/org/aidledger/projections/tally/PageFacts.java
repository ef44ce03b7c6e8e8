package org.aidledger.projections.tally;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The written form of a page's facts: entries by day and series, each said by its difference. */
final class PageFacts {

    private final Packer packer = new Packer();
    private int entries;
    private int day;
    private int series;

    int entries() {
        return entries;
    }

    void add(Entry entry) {
        int later = entry.day() - day;
        packer.signed(later);
        packer.number(later == 0 && entries > 0 ? entry.series() - series : entry.series());
        packer.number(entry.count());
        packer.signed(entry.sum());
        packer.text(entry.statement());
        day = entry.day();
        series = entry.series();
        entries++;
    }

    byte[] toBytes() {
        return packer.toBytes();
    }

    /** Hands on the entries up to a day. */
    static void read(byte[] facts, int lastDay, Taker taker) {
        Reader reader = new Reader(facts);
        while (reader.advance() && reader.day <= lastDay) {
            taker.take(reader.series, reader.day, reader.count, reader.sum, reader.statement);
        }
    }

    /** Reads entry by entry. */
    private static final class Reader {
        private final Unpacker from;
        private boolean first = true;
        private int day;
        private int series;
        private long count;
        private long sum;
        private String statement = "";

        Reader(byte[] facts) {
            from = new Unpacker(facts);
        }

        boolean advance() {
            if (!from.hasMore()) {
                return false;
            }
            int later = (int) from.signed();
            int number = from.integer();
            day += later;
            series = later == 0 && !first ? series + number : number;
            first = false;
            count = from.number();
            sum = from.signed();
            statement = from.text();
            return true;
        }
    }

    /** The entries of a block, whose pages follow each other. */
    static final class Entries {
        private final Iterator<byte[]> pages;
        private Reader reader = new Reader(new byte[0]);

        Entries(List<byte[]> pages) {
            this.pages = pages.iterator();
        }

        /** The next entry, by day and series; empty at the end. */
        Optional<Entry> next() {
            while (!reader.advance()) {
                if (!pages.hasNext()) {
                    return Optional.empty();
                }
                reader = new Reader(pages.next());
            }
            return Optional.of(
                    new Entry(
                            reader.series, reader.day, reader.count, reader.sum, reader.statement));
        }
    }
}
