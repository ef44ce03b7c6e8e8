package org.aidledger.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.aidledger.benchmarks.reading.Stored;
import org.aidledger.proof.Flaw;
import org.aidledger.proof.VerificationReport;

/** How long it takes to hash a whole history, and to verify it. */
final class ProofPath {

    /** Its key. */
    static final String VERIFY = "verify";

    private static final int CONNECTIONS = 4;

    private final Databases databases;
    private final long events;
    private final Consumer<String> progress;

    ProofPath(Databases databases, Options options, Consumer<String> progress) {
        this.databases = databases;
        this.events = options.events();
        this.progress = progress;
    }

    /** Stores a history, has a ledger hash it, and verifies it. */
    Map<String, Double> run() {
        String url = databases.create("proofs");
        long stored;
        try (HikariDataSource pool = databases.pool(url, CONNECTIONS)) {
            progress.accept("storing %,d events".formatted(events));
            stored = Stored.events(pool, events);
        }
        progress.accept("hashing");
        long began = System.nanoTime();
        try (OurLedger ledger = OurLedger.on(databases, url)) {
            ledger.awaitHashed(stored);
            double hashing = seconds(began);
            progress.accept("verifying");
            began = System.nanoTime();
            VerificationReport report =
                    ledger.verification().run(List.of(), List.of(), (_, _) -> {});
            double verifying = seconds(began);
            // The one payee of these histories is made up, and has no name.
            boolean sound =
                    report.flaws().stream().allMatch(f -> f.kind() == Flaw.Kind.PAYEE_MISSING);
            if (!sound || report.signedFor() != stored) {
                throw new IllegalStateException("the history does not verify: " + report);
            }
            Map<String, Double> figures = new LinkedHashMap<>();
            figures.put("hashEventsPerSecond", stored / hashing);
            figures.put("verifyEventsPerSecond", stored / verifying);
            figures.put("verifySeconds", verifying);
            return figures;
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
