package org.aidledger.projections.tally;

import java.util.List;
import org.aidledger.projections.table.ReadTable;

/** The tables of the index. */
public final class TallyTables {

    /** Of each fund, how far its blocks reach and what lies behind the last leaf. */
    static final ReadTable HEAD =
            ReadTable.of(
                    "tally_head",
                    List.of("fund"),
                    "fund text",
                    "position bigint",
                    "subjects int",
                    "leaves bigint",
                    "recorded timestamptz",
                    "first_position bigint",
                    "first_day date",
                    "tail_facts int",
                    "tail bytea");

    static final ReadTable SUBJECT =
            ReadTable.of(
                    "tally_subject",
                    List.of("fund", "number"),
                    "fund text",
                    "position bigint",
                    "number int",
                    "kind text",
                    "name text");

    static final ReadTable LEAF =
            ReadTable.of(
                    "tally_leaf",
                    List.of("fund", "number"),
                    "fund text",
                    "position bigint",
                    "number bigint",
                    "recorded timestamptz",
                    "first_position bigint",
                    "first_day date",
                    "facts bytea");

    static final ReadTable PAGE =
            ReadTable.of(
                    "tally_page",
                    List.of("fund", "level", "number", "chunk", "day"),
                    "fund text",
                    "position bigint",
                    "level int",
                    "number bigint",
                    "chunk int",
                    "day date",
                    "before bytea",
                    "facts bytea");

    private TallyTables() {}

    /** Tables whose rows stay as they are. */
    public static List<ReadTable> appended() {
        return List.of(SUBJECT, LEAF, PAGE);
    }

    /** The table whose rows change as funds grow. */
    public static ReadTable heads() {
        return HEAD;
    }
}
