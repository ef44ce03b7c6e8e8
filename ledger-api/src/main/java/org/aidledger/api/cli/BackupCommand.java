package org.aidledger.api.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;

/** Writes the whole ledger to a file. */
@Command(
        name = "backup",
        description = {
            "Write everything the ledger was told, as it is now, to one file; it goes on working.",
            "The file appears under its name when it is whole."
        })
final class BackupCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LedgerCommand ledger;

    @Parameters(index = "0", paramLabel = "FILE", description = "The file, such as ledger.zip.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        Path whole = file.toAbsolutePath();
        requirePlaceFor(whole);
        return ledger.ask(client -> {
            Path part = whole.resolveSibling(whole.getFileName() + ".part");
            try (InputStream answer =
                    client.stream("/api/v1/backup", new LedgerClient.Query(), "application/zip")) {
                receive(answer, part);
                JsonNode manifest = manifest(part);
                Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
                ledger.terminal()
                        .out()
                        .print(
                                "wrote %s: %s; %,d bytes%n"
                                        .formatted(file, events(manifest), Files.size(whole)));
                return ExitCode.OK;
            } catch (IOException e) {
                remove(part);
                throw new Refused("the backup broke off: " + e.getMessage(), e);
            }
        });
    }

    /** Whoever named a place that cannot be is told before the ledger is read. */
    private void requirePlaceFor(Path whole) {
        if (Files.isDirectory(whole)) {
            throw new Refused(file + " is a folder; name a file in it, such as ledger.zip");
        }
        Path folder = Objects.requireNonNull(whole.getParent());
        if (!Files.isDirectory(folder)) {
            throw new Refused("there is no folder " + folder + " for the backup");
        }
        if (!Files.isWritable(folder)) {
            throw new Refused("the backup cannot be written: no right to write into " + folder);
        }
    }

    private static String events(JsonNode manifest) {
        long events = manifest.path("events").asLong();
        return events == 0
                ? "no events"
                : "%,d events, the last recorded %s"
                        .formatted(events, manifest.path("latest").asString());
    }

    /** Half a backup is good for nothing, and may be what fills the disk. */
    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException _) {
            // The reason why it broke off says more.
        }
    }

    private void receive(InputStream answer, Path part) throws IOException {
        Progress progress = new Progress(ledger.terminal(), "backup", "bytes");
        byte[] buffer = new byte[1 << 16];
        long done = 0;
        try (OutputStream out = Files.newOutputStream(part)) {
            for (int read = answer.read(buffer); read >= 0; read = answer.read(buffer)) {
                out.write(buffer, 0, read);
                done += read;
                progress.at(done, 0);
            }
        } finally {
            progress.end();
        }
    }

    /** It is the last entry: an archive that has one is whole. */
    private static JsonNode manifest(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            ZipEntry entry = zip.getEntry("manifest.json");
            if (entry == null) {
                throw new IOException("the archive has no manifest");
            }
            try (InputStream json = zip.getInputStream(entry)) {
                return LedgerClient.JSON.readTree(json);
            }
        }
    }
}
