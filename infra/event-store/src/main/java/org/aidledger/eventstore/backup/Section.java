package org.aidledger.eventstore.backup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aidledger.event.BackedUp.Table;

/** The entry of a table in a backup, and the statements that fill the one from the other. */
public record Section(Table table) {

    /** The events and their proofs, in the order in which they have to be filled. */
    public static final List<Table> LEDGER =
            List.of(
                    new Table(
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
                    new Table("ledger.log_keys", List.of("verifier", "since"), "verifier", "true"),
                    new Table(
                            "ledger.checkpoints",
                            List.of("size", "made", "first", "leaves", "note"),
                            "size",
                            "size <= (select count(*) from ledger.events)"),
                    new Table(
                            "ledger.cosignatures",
                            List.of("size", "name", "key_id", "signature", "added"),
                            "size, name, key_id",
                            "size in (select size from ledger.checkpoints)"),
                    // Sealed as they are; those paid later only cannot be told from the others.
                    new Table(
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
        return until.isEmpty() && table.equals(LEDGER.getFirst());
    }

    String entry() {
        return table.name() + ".copy";
    }

    private String list() {
        return String.join(", ", table.columns());
    }

    /** Reads all rows in order. */
    public String copyOut() {
        return "copy (select %s from %s order by %s) to stdout (format binary)"
                .formatted(list(), table.name(), table.key());
    }

    /** Fills the table, or another one of its shape, with such rows. */
    public String copyInto(String target) {
        return "copy %s (%s) from stdin (format binary)".formatted(target, list());
    }

    /** A table in which rows wait that may be left out. */
    public String waiting() {
        return "create temporary table waiting on commit drop as select %s from %s limit 0"
                .formatted(list(), table.name());
    }

    /** Takes over those that belong there and are not there yet. */
    public String keepOfWaiting() {
        // A ledger just started has signed its empty log, with a key that may be the same.
        return """
        insert into %1$s (%2$s) select %2$s from waiting where %3$s order by %4$s
        on conflict do nothing
        """
                .formatted(table.name(), list(), table.kept(), table.key());
    }
}
