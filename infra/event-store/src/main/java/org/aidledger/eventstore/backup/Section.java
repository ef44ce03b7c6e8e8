package org.aidledger.eventstore.backup;

import java.util.List;

/**
 * A table that is backed up.
 *
 * @param columns all of them, in the order in which they are written
 * @param key columns that say the order of the rows
 * @param kept which rows count up to an instant: a condition on the columns and the parameter
 *     {@code :until}
 */
record Section(String table, List<String> columns, String key, String kept) {

    /** In the order in which they have to be filled. */
    static final List<Section> ALL =
            List.of(
                    new Section(
                            "ledger.events",
                            List.of(
                                    "position",
                                    "sequence",
                                    "recorded",
                                    "id",
                                    "stream",
                                    "type",
                                    "name",
                                    "revision",
                                    "payload",
                                    "metadata"),
                            "position",
                            "recorded <= :until"));

    String entry() {
        return table + ".copy";
    }

    private String list() {
        return String.join(", ", columns);
    }

    String copyOut() {
        return "copy (select %s from %s order by %s) to stdout (format binary)"
                .formatted(list(), table, key);
    }

    String copyInto(String target) {
        return "copy %s (%s) from stdin (format binary)".formatted(target, list());
    }

    /** A table in which rows wait that may be left out. */
    String waiting() {
        return "create temporary table waiting on commit drop as select %s from %s limit 0"
                .formatted(list(), table);
    }

    String keepOfWaiting() {
        return "insert into %1$s (%2$s) select %2$s from waiting where %3$s order by %4$s"
                .formatted(table, list(), kept, key);
    }
}
