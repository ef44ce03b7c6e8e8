package org.aidledger.projections.tally;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.projections.table.Rows;

/** One fund's index as facts come: cuts leaves, and makes a block of every {@code radix} ones. */
final class Growth {

    private final TallyShape shape;
    private final Head head;
    private final StoredBlocks stored;
    private final Rows rows;

    /** Blocks that are not in the tables yet and not part of a larger one. */
    private final Map<Place, Block> fresh = new HashMap<>();

    private record Place(int level, long number) {}

    Growth(TallyShape shape, Head head, StoredBlocks stored, Rows rows) {
        this.shape = shape;
        this.head = head;
        this.stored = stored;
        this.rows = rows;
    }

    void add(Facts.OfEvent event, Subjects subjects) throws SQLException {
        List<Leaf.Numbered> numbered = new ArrayList<>(event.facts().size());
        for (Fact fact : event.facts()) {
            int subject = subjects.number(head, fact.subject(), event.position(), rows);
            numbered.add(new Leaf.Numbered(Series.of(subject, fact.measure()), fact));
        }
        head.append(event, numbered);
        if (head.tailFacts >= shape.leafFacts()) {
            cutLeaf();
        }
    }

    private void cutLeaf() throws SQLException {
        long number = head.leaves;
        byte[] leaf = head.cut();
        rows.add(
                TallyTables.LEAF,
                head.fund,
                head.position,
                number,
                Micros.instant(head.recordedMicros),
                head.firstPosition,
                LocalDate.ofEpochDay(head.firstDay),
                leaf);
        fresh.put(new Place(1, number), Block.ofLeaf(leaf));
        for (int level = 2; level <= shape.levels(); level++) {
            if (head.leaves % shape.span(level) != 0) {
                return;
            }
            merge(level, head.leaves / shape.span(level) - 1);
        }
    }

    private void merge(int level, long number) throws SQLException {
        long to = (number + 1) * shape.radix();
        List<Block> late = new ArrayList<>();
        Block part;
        while ((part = fresh.remove(new Place(level - 1, to - 1 - late.size()))) != null) {
            late.add(part);
        }
        long from = number * shape.radix();
        List<Block> parts =
                new ArrayList<>(stored.blocks(head.fund, level - 1, from, to - late.size()));
        parts.addAll(late.reversed());
        Block merged = Block.merged(parts, shape.pageEntries());
        for (Page page : merged.pages()) {
            rows.add(
                    TallyTables.PAGE,
                    head.fund,
                    head.position,
                    level,
                    number,
                    page.chunk,
                    LocalDate.ofEpochDay(page.day),
                    page.before,
                    page.facts);
        }
        fresh.put(new Place(level, number), merged);
    }
}
