package org.aidledger.api.cli;

import picocli.CommandLine.Option;

/** The form of the result. */
final class FormatOption {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TABLE;

    Format value() {
        return format;
    }
}
