package org.aidledger.faults.load;

import java.util.List;
import java.util.stream.Collectors;
import org.aidledger.faults.check.Wanted;

/**
 * One request of a client.
 *
 * @param lines its postings
 * @param insists whether it is sent again until the outcome is known
 */
record Asked(Kind kind, String path, String type, String body, List<Draft> lines, boolean insists) {

    static final String JSON = "application/json";
    static final String NDJSON = "application/x-ndjson";
    static final String CSV = "text/csv";

    /** What clients do. */
    enum Kind {
        POST,
        REVERSE,
        CLOSE_PERIOD,
        REOPEN_PERIOD,
        /** The same request twice at the same time. */
        TWICE,
        /** An acknowledged request once more. */
        REPEAT,
        /** An acknowledged id with another amount. */
        ALTER,
        BATCH_ATOMIC,
        BATCH_EACH,
        IMPORT_CSV,
        IMPORT_NDJSON;

        String words() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        }
    }

    Asked {
        lines = List.copyOf(lines);
    }

    static Asked one(Kind kind, Draft draft, boolean insists) {
        return new Asked(
                kind,
                "/api/v1/funds/" + draft.fund() + "/" + draft.command(),
                JSON,
                draft.json(),
                List.of(draft),
                insists);
    }

    static Asked batch(Kind kind, List<Draft> lines, boolean insists) {
        String mode = kind == Kind.BATCH_ATOMIC ? "atomic" : "each";
        return new Asked(
                kind,
                "/api/v1/funds/" + lines.getFirst().fund() + "/batches?mode=" + mode,
                NDJSON,
                ndjson(lines),
                lines,
                insists);
    }

    static Asked file(Kind kind, List<Draft> lines, boolean insists) {
        boolean csv = kind == Kind.IMPORT_CSV;
        return new Asked(
                kind,
                "/api/v1/imports/" + (csv ? "csv" : "ndjson") + "?mode=each",
                csv ? CSV : NDJSON,
                csv
                        ? lines.stream()
                                .map(Draft::row)
                                .collect(Collectors.joining("", Draft.CSV_HEADER, ""))
                        : ndjson(lines),
                lines,
                insists);
    }

    private static String ndjson(List<Draft> lines) {
        return lines.stream().map(Draft::line).collect(Collectors.joining("\n", "", "\n"));
    }

    List<Wanted> wanted() {
        return lines.stream().map(Draft::wanted).toList();
    }
}
