package org.aidledger.faults.world;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A small disk in memory, mounted where the data stands, that can be filled to the last byte. */
public final class Disk implements AutoCloseable {

    private static final int CHUNK = 1 << 16;

    private final Path folder;

    private Disk(Path folder) {
        this.folder = folder;
    }

    /** Why there can be none here; nothing if there can. */
    static Optional<String> whyNot() {
        try {
            Path trial = Files.createTempDirectory("faults-disk");
            try {
                Optional<String> refusal = mount(trial, 1);
                if (refusal.isEmpty()) {
                    unmount(trial);
                }
                return refusal;
            } finally {
                Files.delete(trial);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Disk at(Path folder, int megabytes) {
        mount(folder, megabytes)
                .ifPresent(refusal -> {
                    throw new IllegalStateException(refusal);
                });
        return new Disk(folder);
    }

    private static Optional<String> mount(Path folder, int megabytes) {
        return run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", "" + folder);
    }

    private static void unmount(Path folder) {
        run("umount", "--lazy", folder.toString());
    }

    /** What a program said, if it failed. */
    private static Optional<String> run(String... command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.empty() : Optional.of(said.strip());
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage())); // no such program here
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Leaves no byte free. */
    public void fill() {
        try (OutputStream out = Files.newOutputStream(ballast())) {
            byte[] chunk = new byte[CHUNK];
            while (true) {
                out.write(chunk);
            }
        } catch (IOException _) {
            // It is full, as meant.
        }
    }

    public void free() {
        try {
            Files.deleteIfExists(ballast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    @Override
    public void close() {
        unmount(folder);
    }
}
