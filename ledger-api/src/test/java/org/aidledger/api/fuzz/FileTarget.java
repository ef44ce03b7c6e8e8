package org.aidledger.api.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import org.aidledger.api.Api;
import org.aidledger.api.bundle.BundleCheck;
import org.aidledger.api.bundle.BundleReport;
import org.aidledger.api.bundle.MalformedBundle;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.imports.FileRefused;
import org.aidledger.api.imports.ImportOptions;
import org.aidledger.api.imports.ImportReport;
import org.aidledger.api.imports.Importer;
import org.aidledger.api.imports.MemoryLedger;
import org.aidledger.api.imports.Rehearsal;
import org.aidledger.api.imports.iati.IatiImporter;
import org.aidledger.api.imports.lines.CommandFileImporter;
import org.aidledger.api.imports.ndjson.NdjsonCommands;
import org.aidledger.api.imports.sheet.CsvSheet;
import org.aidledger.api.imports.sheet.SheetCommands;
import org.aidledger.api.imports.xlsx.XlsxSheet;
import org.aidledger.event.Actor;
import org.aidledger.event.StoredForm;
import org.aidledger.fund.PostBatch.BatchMode;
import tools.jackson.databind.JsonNode;

/**
 * What reads files: each takes a file or refuses it with a sentence; anything else that is thrown
 * is a mistake of ours.
 */
enum FileTarget {
    CSV,
    XLSX,
    NDJSON,
    IATI,
    BUNDLE;

    private static final CommandBinding BINDING = new CommandBinding();
    private static final StoredForm FORM =
            ServiceLoader.load(StoredForm.class).findFirst().orElseThrow();

    /** What the command line gives a bundle when it has 64 MB. */
    private static final long BUNDLE_BYTES = 8 << 20;

    /** What came of a file. */
    enum Came {
        TAKEN,
        PARTLY,
        REFUSED
    }

    String format() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * A file with something wrong in it; of a zip also in one of its parts, before it is packed.
     */
    byte[] spoiled(byte[] seed, SplittableRandom random) {
        Noise noise = new Noise(random);
        return this == XLSX && random.nextInt(5) > 0
                ? Zipped.spoiled(seed, noise, random)
                : noise.spoiled(seed);
    }

    /** Reads a file and checks what came of it. */
    Came read(byte[] bytes) {
        if (this == BUNDLE) {
            return bundle(new ByteArrayInputStream(bytes));
        }
        try {
            Path file = Files.createTempFile("fuzz", "." + format());
            try {
                Files.write(file, bytes);
                return read(file, bytes.length % 2 == 0 ? BatchMode.EACH : BatchMode.ATOMIC);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Imports a file into an empty ledger. */
    Came read(Path file, BatchMode mode) {
        MemoryLedger ledger = new MemoryLedger();
        try {
            ImportReport report =
                    importer(ledger)
                            .run(
                                    file,
                                    new ImportOptions(false, mode, Optional.of(new Actor("王芳"))),
                                    (_, _) -> {});
            assertThat(report.eventsAppended()).isEqualTo(ledger.count());
            return report.refused() == 0 ? Came.TAKEN : Came.PARTLY;
        } catch (FileRefused e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("Exception", "java.");
            assertThat(ledger.count()).as("what a refused file has posted").isZero();
            return Came.REFUSED;
        }
    }

    private Importer importer(MemoryLedger ledger) {
        return switch (this) {
            case CSV ->
                    new CommandFileImporter(
                            new SheetCommands(new CsvSheet(), BINDING),
                            ledger,
                            () -> new Rehearsal(ledger));
            case XLSX ->
                    new CommandFileImporter(
                            new SheetCommands(new XlsxSheet(), BINDING),
                            ledger,
                            () -> new Rehearsal(ledger));
            case NDJSON ->
                    new CommandFileImporter(
                            new NdjsonCommands(BINDING), ledger, () -> new Rehearsal(ledger));
            case IATI -> new IatiImporter(ledger, () -> new Rehearsal(ledger));
            case BUNDLE -> throw new IllegalStateException("a bundle is not imported");
        };
    }

    /** A bundle that holds has the very events that were signed, whatever else was changed. */
    static Came bundle(InputStream file) {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            BundleReport report =
                    BundleCheck.of(
                            new Copied(file, read),
                            List.of(Api.LOG_KEY.verifier()),
                            List.of(),
                            FORM,
                            BUNDLE_BYTES);
            if (report.holds()) {
                assertThat(signed(read.toByteArray())).isEqualTo(signed(Seeds.file("bundle")));
                return Came.TAKEN;
            }
            return Came.PARTLY;
        } catch (MalformedBundle e) {
            assertThat(e.getMessage()).doesNotContain("Exception", "java.");
            return Came.REFUSED;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps what was read, as far as it is not too large to be right. */
    private static final class Copied extends FilterInputStream {

        private final ByteArrayOutputStream copy;

        Copied(InputStream in, ByteArrayOutputStream copy) {
            super(in);
            this.copy = copy;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            if (read > 0 && copy.size() < 1 << 20) {
                copy.write(into, offset, read);
            }
            return read;
        }
    }

    /** Its events and proof. */
    private static List<JsonNode> signed(byte[] bundle) {
        List<JsonNode> signed = new ArrayList<>();
        Arrays.stream(new String(bundle, StandardCharsets.UTF_8).split("\n", -1))
                .filter(line -> !line.isEmpty())
                .map(Values.JSON::readTree)
                .filter(line -> line.has("position") || line.has("proof"))
                .forEach(signed::add);
        return signed;
    }
}
