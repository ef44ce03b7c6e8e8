package org.aidledger.event;

import java.time.Instant;
import java.util.Optional;

/**
 * Copies a whole ledger from one store to another, without either being served. Whoever knows
 * stores brings one along, found by {@link java.util.ServiceLoader}.
 */
public interface Migration {

    /**
     * Where a ledger is kept, and as whom to go there.
     *
     * @param place a data folder, or the JDBC URL of a server
     * @param worker as whom the ledger works; nothing if the URL says so, or for a folder
     * @param owner as whom it makes the tables of events; nothing for the same
     */
    record End(String place, Optional<Login> worker, Optional<Login> owner) {}

    /** A user of a server. */
    record Login(String user, String password) {

        @Override
        public String toString() {
            return user; // never the password
        }
    }

    /** What it is at. */
    enum Stage {
        COPYING,
        COMPARING
    }

    /** Hears how far it is, after each step that stays done. */
    @FunctionalInterface
    interface Progress {
        void at(Stage stage, long done, long of);
    }

    /**
     * What came of it. Both stores hold the same events, and nothing else.
     *
     * @param copied how many events this run copied; others stood there from an earlier one
     * @param events how many there are
     * @param latest when the last of them was recorded; the epoch if there is none
     * @param root of the transparency log over all of them, computed at both ends from what is
     *     stored there; in base64, as checkpoints write it
     * @param checkpoints how many signed checkpoints were found to fit
     * @param signedFor how many events the largest of these speaks for
     */
    record Report(
            long copied,
            long events,
            Instant latest,
            String root,
            long checkpoints,
            long signedFor) {}

    /**
     * Copies what is not there yet and compares both ends. What was copied stays when it breaks
     * off, and the next run goes on from there; until one ends well no ledger starts on the target.
     *
     * @throws MigrationRefused if it cannot be begun, or be ended well
     */
    Report run(End from, End to, Progress progress);
}
