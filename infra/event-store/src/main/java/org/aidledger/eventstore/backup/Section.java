package org.aidledger.eventstore.backup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A table that is backed up.
 *
 * @param columns all of them, in the order in which they are written
 * @param key columns that say the order of the rows
 * @param kept which rows count up to an instant: a condition on the columns, the parameter {@code
 *     :until}, and what was restored before
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
                            "recorded <= :until"),
                    new Section(
                            "ledger.log_keys", List.of("verifier", "since"), "verifier", "true"),
                    new Section(
                            "ledger.checkpoints",
                            List.of("size", "made", "first", "leaves", "note"),
                            "size",
                            "size <= (select count(*) from ledger.events)"),
                    new Section(
                            "ledger.cosignatures",
                            List.of("size", "name", "key_id", "signature", "added"),
                            "size, name, key_id",
                            "size in (select size from ledger.checkpoints)"),
                    // Sealed as they are; those paid later only cannot be told from the others.
                    new Section(
                            "ledger.payees",
                            List.of(
                                    "id",
                                    "trace",
                                    "master",
                                    "key",
                                    "name",
                                    "made",
                                    "leaving",
                                    "erased",
                                    "posting_id",
                                    "actor",
                                    "reason"),
                            "id",
                            "true"));

    /** Whether all rows belong there, whatever else is left out. */
    boolean isWhole(Optional<Instant> until) {
        return until.isEmpty() && equals(ALL.getFirst());
    }

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
        // A ledger just started has signed its empty log, with a key that may be the same.
        return """
        insert into %1$s (%2$s) select %2$s from waiting where %3$s order by %4$s
        on conflict do nothing
        """
                .formatted(table, list(), kept, key);
    }
}
