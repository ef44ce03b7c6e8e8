package org.aidledger.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two minutes of faults, or as long as {@code -Dfaults.seconds} says, with the seed of {@code
 * -Dfaults.seed} or a random one, which is printed.
 */
class FaultsIT {

    static final Path JAR =
            Path.of(System.getProperty("ledger.jar", "../../ledger-api/target/aid-ledger.jar"));

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void theLedgerKeepsItsPromises() throws Exception {
        String seed = System.getProperty("faults.seed", "");
        Options options =
                new Options(
                        seed.isBlank()
                                ? new Random().nextLong(1_000_000_000)
                                : Long.parseLong(seed),
                        Duration.ofSeconds(Long.getLong("faults.seconds", 120)),
                        JAR,
                        folder);
        Report report = Run.of(options, System.out);
        assertThat(report.flaws()).isEmpty();
        assertThat(report.faults()).isPositive();
        assertThat(report.postings()).isPositive();
    }
}
