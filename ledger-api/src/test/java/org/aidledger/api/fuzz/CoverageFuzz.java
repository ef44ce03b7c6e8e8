package org.aidledger.api.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * The readers of files under a fuzzer that sees which branches an input takes, and also watches for
 * what no reader of files may do, such as opening other files or connections. For developers, one
 * at a time: {@code JAZZER_FUZZ=1 ./mvnw test -pl ledger-api -am -Dtest=CoverageFuzz#iati
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class CoverageFuzz {

    private static final String LONG = "5m";

    @FuzzTest(maxDuration = LONG)
    void csv(byte[] file) {
        var _ = FileTarget.CSV.read(file);
    }

    @FuzzTest(maxDuration = LONG)
    void xlsx(byte[] file) {
        var _ = FileTarget.XLSX.read(file);
    }

    @FuzzTest(maxDuration = LONG)
    void ndjson(byte[] file) {
        var _ = FileTarget.NDJSON.read(file);
    }

    @FuzzTest(maxDuration = LONG)
    void iati(byte[] file) {
        var _ = FileTarget.IATI.read(file);
    }

    @FuzzTest(maxDuration = LONG)
    void bundle(byte[] file) {
        var _ = FileTarget.BUNDLE.read(file);
    }
}
