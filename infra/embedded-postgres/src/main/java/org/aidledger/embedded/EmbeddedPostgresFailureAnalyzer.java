package org.aidledger.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows one sentence instead of a stack trace when the embedded server keeps the ledger down. */
final class EmbeddedPostgresFailureAnalyzer
        extends AbstractFailureAnalyzer<EmbeddedPostgresException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, EmbeddedPostgresException cause) {
        String action =
                cause instanceof DataFolderInUseException
                        ? "Stop the other ledger, talk to it with --server, or choose another"
                                + " folder with --data."
                        : "";
        return new FailureAnalysis(cause.getMessage(), action, cause);
    }
}
