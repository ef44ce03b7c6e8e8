package org.aidledger.api.cli;

import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A point on both time axes. */
final class PointOptions {

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Last business date that counts, such as 2024-06-30 (default: today).")
    private Optional<LocalDate> asOf = Optional.empty();

    @Option(
            names = "--known-at",
            paramLabel = "TIME",
            description =
                    "What the ledger knew then: an instant such as 2024-07-05T08:00:00Z, or a date"
                            + " for the end of that day in UTC (default: now).")
    private Optional<String> knownAt = Optional.empty();

    LedgerClient.Query query() {
        return new LedgerClient.Query().with("asOf", asOf).with("knownAt", knownAt);
    }
}
