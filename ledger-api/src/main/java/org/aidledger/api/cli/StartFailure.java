package org.aidledger.api.cli;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** Why the application could not start, in words for whoever started it. */
final class StartFailure {

    private static final int DEEPEST = 50;

    private StartFailure() {}

    /**
     * Of many wrapped reasons the innermost that says something is the one to show.
     *
     * @param database the server that the settings name; nothing for the embedded one
     */
    static String reason(Throwable failure, String database) {
        List<Throwable> causes =
                Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                        .limit(DEEPEST)
                        .toList();
        String words =
                causes.reversed().stream()
                        .map(StartFailure::words)
                        .filter(said -> !said.isBlank())
                        .findFirst()
                        .orElse("the ledger could not start");
        return !database.isBlank() && causes.stream().anyMatch(SQLException.class::isInstance)
                ? "the database %s (LEDGER_DB_URL) cannot be used: %s"
                        .formatted(database.replaceFirst("\\?.*", ""), words)
                : words;
    }

    private static String words(Throwable cause) {
        String message = cause.getMessage() == null ? "" : cause.getMessage();
        if (cause instanceof UnknownHostException) {
            return "there is no host " + message;
        }
        // What the ledger itself says is written for people, to the last line.
        return cause.getClass().getName().startsWith("org.aidledger.")
                ? message
                : message.lines().findFirst().orElse("");
    }
}
