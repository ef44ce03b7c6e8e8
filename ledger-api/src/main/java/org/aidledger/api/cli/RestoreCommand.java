package org.aidledger.api.cli;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;

/** Fills an empty ledger from a backup. */
@Command(
        name = "restore",
        description = {
            "Fill an empty data folder from a backup; positions, instants and bytes stay as they were.",
            "All of it is there afterwards, or nothing."
        },
        footer = {"", "aidledger --data new-folder restore ledger.zip"})
final class RestoreCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LedgerCommand ledger;

    @Parameters(index = "0", paramLabel = "FILE", description = "What backup wrote.")
    private Path file = Path.of("");

    @Option(
            names = "--until",
            paramLabel = "T",
            description =
                    "Leave out what was recorded after this instant, such as 2026-06-30T12:00:00Z.")
    private Optional<Instant> until = Optional.empty();

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file)) {
            throw new Refused("there is no file " + file);
        }
        return ledger.ask(client -> {
            Progress sending = new Progress(ledger.terminal(), "restore", "bytes");
            Progress reading = new Progress(ledger.terminal(), "figures", "events");
            try {
                JsonNode report =
                        Lines.last(
                                client.upload(
                                        "/api/v1/restore",
                                        new LedgerClient.Query().with("until", until),
                                        "application/zip",
                                        BodyPublishers.ofInputStream(() -> counted(sending))),
                                "report",
                                line ->
                                        reading.at(
                                                line.path("done").asLong(),
                                                line.path("of").asLong()));
                sending.end();
                reading.end();
                return show(report);
            } finally {
                sending.end();
                reading.end();
            }
        });
    }

    private int show(JsonNode report) {
        long events = report.path("events").asLong();
        ledger.terminal()
                .out()
                .print(
                        events == 0
                                ? "restored no event: none was recorded by then%n".formatted()
                                : "restored %,d events, the last recorded %s%n"
                                        .formatted(events, report.path("latest").asString()));
        return ExitCode.OK;
    }

    private InputStream counted(Progress progress) {
        try {
            return new Counted(
                    new BufferedInputStream(Files.newInputStream(file)),
                    Files.size(file),
                    progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shows how much of a file has gone out. */
    private static final class Counted extends FilterInputStream {

        private final long size;
        private final Progress progress;
        private long done;

        Counted(InputStream in, long size, Progress progress) {
            super(in);
            this.size = size;
            this.progress = progress;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = in.read(into, offset, length);
            done += Math.max(0, read);
            progress.at(done, size);
            return read;
        }
    }
}
