package org.aidledger.api.fuzz;

import static org.aidledger.api.fuzz.Values.one;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.aidledger.api.Api;
import org.aidledger.api.Api.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Backups with bytes, entries and rows changed, the digests made to fit or not: each is refused,
 * and the ledger stays empty, or it is taken and is whole.
 */
class RestoreFuzzIT {

    private static final long USUAL_INPUTS = 50;

    private final FuzzSettings settings = FuzzSettings.of(USUAL_INPUTS);
    private final Counts counts = new Counts();
    private final Map<String, String> mistakes = new TreeMap<>();

    /** An entry of an archive. */
    @SuppressWarnings("ArrayRecordComponent") // entries are not compared
    private record Entry(String name, byte[] content) {}

    @Test
    void aSpoiledBackupIsRefusedOrWhole() throws IOException {
        byte[] backup = backup();
        Api.Other empty = Api.other();
        try {
            long deadline = System.nanoTime() + settings.atMost().toNanos();
            for (long n = settings.first();
                    n < settings.first() + settings.inputs() && System.nanoTime() < deadline;
                    n++) {
                if (restored(n, empty, backup)) {
                    empty.close();
                    empty = Api.other();
                }
            }
            assertThat(empty.get("/actuator/health").status()).isEqualTo(200);
        } finally {
            empty.close();
        }
        System.out.printf("Backup fuzzing, seed %d: %s%n", settings.seed(), counts);
        assertThat(mistakes).isEmpty();
    }

    private static byte[] backup() throws IOException {
        try (FuzzedLedger ledger = new FuzzedLedger()) {
            return Api.bytes(ledger.request("/api/v1/backup"));
        }
    }

    private boolean restored(long number, Api.Other empty, byte[] backup) throws IOException {
        SplittableRandom random = settings.random(number);
        byte[] input =
                random.nextInt(3) == 0
                        ? new Noise(random).spoiled(backup)
                        : rebuilt(backup, random);
        Answer answer =
                Api.send(
                        HttpRequest.newBuilder(URI.create(empty.url() + "/api/v1/restore"))
                                .timeout(Duration.ofSeconds(Wire.SECONDS))
                                .header("Authorization", "Bearer " + empty.key())
                                .header("Content-Type", "application/zip")
                                .POST(BodyPublishers.ofByteArray(input)));
        counts.count(
                "backup",
                answer.status() + (answer.status() == 200 ? "" : " " + answer.at("/code")));
        if (answer.status() == 200) {
            String verified = empty.post("/api/v1/log/verify", "{}").lines().getLast();
            String health = Integer.toString(empty.get("/actuator/health").status());
            if (!verified.contains("\"sound\":true") || !health.equals("200")) {
                counts.count("unsound", "taken");
                mistakes.putIfAbsent(
                        "taken but not sound", settings.again(number) + " " + health + verified);
            }
            return true;
        }
        if (answer.status() >= 500) {
            mistakes.putIfAbsent(answer.status() + "", settings.again(number) + answer.body());
        }
        return false;
    }

    /** An archive again, of entries that were changed; half of the time the manifest fits them. */
    private static byte[] rebuilt(byte[] backup, SplittableRandom random) throws IOException {
        List<Entry> entries = entries(backup);
        int which = random.nextInt(entries.size());
        Entry entry = entries.get(which);
        switch (random.nextInt(6)) {
            case 0 -> entries.remove(which);
            case 1 -> entries.add(random.nextInt(entries.size()), entry);
            case 2 -> entries.set(which, new Entry(one(Nasty.PATHS, random), entry.content()));
            case 3 -> entries.set(which, new Entry(entry.name(), new byte[20_000_000]));
            default ->
                    entries.set(
                            which,
                            new Entry(entry.name(), new Noise(random).spoiled(entry.content())));
        }
        if (random.nextBoolean()) {
            fit(entries);
        }
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            int copies = 0;
            for (Entry e : entries) {
                String name = e.name();
                while (true) {
                    try {
                        zip.putNextEntry(new ZipEntry(name));
                        break;
                    } catch (java.util.zip.ZipException _) {
                        name = e.name() + ++copies; // no archive has a name twice
                    }
                }
                zip.write(e.content());
                zip.closeEntry();
            }
        }
        return archive.toByteArray();
    }

    /** Makes the manifest say what is there, as somebody who means harm would. */
    private static void fit(List<Entry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).name().equals("manifest.json")) {
                try {
                    JsonNode manifest = Values.JSON.readTree(entries.get(i).content());
                    for (JsonNode table : manifest.path("tables")) {
                        for (Entry entry : entries) {
                            if (entry.name().equals(table.path("name").asString("") + ".copy")) {
                                ((ObjectNode) table).put("sha256", sha256(entry.content()));
                            }
                        }
                    }
                    byte[] fitting = Values.JSON.writeValueAsBytes(manifest);
                    entries.set(i, new Entry("manifest.json", fitting));
                } catch (tools.jackson.core.JacksonException | ClassCastException _) {
                    return; // it was the manifest that was spoiled
                }
            }
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Entry> entries(byte[] archive) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                entries.add(new Entry(e.getName(), zip.readAllBytes()));
            }
        }
        return entries;
    }
}
