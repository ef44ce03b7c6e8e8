package org.aidledger.faults;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What a run is to be.
 *
 * @param seed decides what clients ask for and which faults come when
 * @param length for how long faults are injected in all
 * @param jar the ledger
 * @param folder for data and logs
 */
public record Options(long seed, Duration length, Path jar, Path folder) {

    private static final Duration LONGEST_STAGE = Duration.ofMinutes(4);

    /** How long one ledger lives: there is at least one with each kind of database. */
    Duration stage() {
        Duration half = length.dividedBy(2);
        return half.compareTo(LONGEST_STAGE) < 0 ? half : LONGEST_STAGE;
    }
}
