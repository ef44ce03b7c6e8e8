package org.aidledger.event;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;

/** Everything that the ledger was told, as one file, and a ledger from such a file. */
public interface Backup {

    /**
     * What a file holds.
     *
     * @param events how many events
     * @param latest when the last of them was recorded; the epoch if there is none
     */
    record Contents(long events, Instant latest) {}

    /**
     * Writes the ledger as it is at one moment; it goes on working meanwhile.
     *
     * @return what was written
     */
    Contents write(OutputStream file) throws IOException;

    /**
     * Fills an empty ledger. Either all of it is there afterwards or nothing.
     *
     * @param until leaves out what was recorded later
     * @return what is there now
     * @throws BackupRefused if the ledger is not empty or the file is no whole backup
     */
    Contents restore(InputStream file, Optional<Instant> until) throws IOException;
}
