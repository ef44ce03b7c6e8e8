package org.aidledger.projections.tally;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Merges the entries of blocks that follow each other into one sequence by day and series. */
final class Merging {

    /** A block's next entry and what follows it. */
    private static final class Source {
        private final PageFacts.Entries rest;
        private Entry head;

        Source(Entry head, PageFacts.Entries rest) {
            this.head = head;
            this.rest = rest;
        }
    }

    private final List<Source> sources = new ArrayList<>();

    /**
     * @param blocks the facts of each block's pages, the block recorded first before the others
     */
    Merging(List<List<byte[]>> blocks) {
        for (List<byte[]> pages : blocks) {
            PageFacts.Entries entries = new PageFacts.Entries(pages);
            entries.next().ifPresent(head -> sources.add(new Source(head, entries)));
        }
    }

    void forEach(Consumer<Entry> taker) {
        while (!sources.isEmpty()) {
            taker.accept(next());
        }
    }

    private Entry next() {
        Entry least = sources.getFirst().head;
        for (Source source : sources) {
            if (compare(source.head, least) < 0) {
                least = source.head;
            }
        }
        Optional<Entry> sum = Optional.empty();
        for (int i = 0; i < sources.size(); i++) {
            Source source = sources.get(i);
            if (compare(source.head, least) == 0) {
                Entry entry = source.head;
                sum = Optional.of(sum.map(s -> s.plus(entry)).orElse(entry));
                Optional<Entry> following = source.rest.next();
                if (following.isPresent()) {
                    source.head = following.get();
                } else {
                    sources.remove(i);
                    i--;
                }
            }
        }
        return sum.orElseThrow();
    }

    private static int compare(Entry one, Entry other) {
        int byDay = Integer.compare(one.day(), other.day());
        return byDay != 0 ? byDay : Integer.compare(one.series(), other.series());
    }
}
