package org.aidledger.projections.tally;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A block above the leaves: its pages, chunk by chunk, in the order of days. */
final class Block {

    private final Map<Integer, List<Page>> chunks = new TreeMap<>();

    static Block of(List<Page> pages) {
        Block block = new Block();
        pages.forEach(p -> block.chunks.computeIfAbsent(p.chunk, _ -> new ArrayList<>()).add(p));
        return block;
    }

    List<Page> pages() {
        return chunks.values().stream().flatMap(List::stream).toList();
    }

    /** A leaf in the form of a block. */
    static Block ofLeaf(byte[] leaf) {
        Map<Integer, TreeMap<Long, Entry>> chunks = new TreeMap<>();
        Leaf.read(
                leaf,
                Integer.MAX_VALUE,
                Long.MAX_VALUE,
                (series, day, count, sum, statement) ->
                        chunks.computeIfAbsent(Series.chunk(series), _ -> new TreeMap<>())
                                .merge(
                                        order(day, series),
                                        new Entry(series, day, count, sum, statement),
                                        Entry::plus));
        Block block = new Block();
        chunks.forEach((chunk, entries) -> {
            PageFacts facts = new PageFacts();
            entries.values().forEach(facts::add);
            int first = entries.firstEntry().getValue().day();
            block.chunks.put(chunk, List.of(new Page(chunk, first, new byte[0], facts.toBytes())));
        });
        return block;
    }

    private static long order(int day, int series) {
        return ((long) day << 32) | series;
    }

    /**
     * One block of several that follow each other.
     *
     * @param pageEntries least entries of a page
     */
    static Block merged(List<Block> parts, int pageEntries) {
        Block merged = new Block();
        parts.stream()
                .flatMap(p -> p.chunks.keySet().stream())
                .distinct()
                .forEach(chunk -> merged.chunks.put(chunk, merged(parts, chunk, pageEntries)));
        return merged;
    }

    private static List<Page> merged(List<Block> parts, int chunk, int pageEntries) {
        Merging merging =
                new Merging(
                        parts.stream()
                                .map(p ->
                                        p.chunks.getOrDefault(chunk, List.of()).stream()
                                                .map(page -> page.facts)
                                                .toList())
                                .toList());
        Paging paging = new Paging(chunk, pageEntries);
        merging.forEach(paging::add);
        return paging.finished();
    }

    /** Cuts the entries of a chunk into pages. */
    private static final class Paging {
        private final int chunk;
        private final int pageEntries;
        private final List<Page> pages = new ArrayList<>();
        private final Before before = new Before();
        private PageFacts facts = new PageFacts();
        private byte[] beforePage = new byte[0];
        private int seriesBefore;
        private int firstDay;
        private int lastDay;

        Paging(int chunk, int pageEntries) {
            this.chunk = chunk;
            this.pageEntries = pageEntries;
        }

        void add(Entry entry) {
            boolean full = facts.entries() >= Math.max(pageEntries, seriesBefore);
            if (full && entry.day() != lastDay) {
                cut();
            }
            if (facts.entries() == 0) {
                firstDay = entry.day();
            }
            lastDay = entry.day();
            facts.add(entry);
            before.add(entry);
        }

        private void cut() {
            pages.add(new Page(chunk, firstDay, beforePage, facts.toBytes()));
            facts = new PageFacts();
            beforePage = before.toBytes();
            seriesBefore = before.size();
        }

        List<Page> finished() {
            if (facts.entries() > 0) {
                cut();
            }
            return pages;
        }
    }
}
