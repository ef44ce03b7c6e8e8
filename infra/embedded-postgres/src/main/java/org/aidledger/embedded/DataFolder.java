package org.aidledger.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The folder that one ledger keeps everything in, locked for as long as it is open.
 *
 * <p>The operating system drops the lock when the process dies, however it dies, so nobody has to
 * remove a stale one.
 */
final class DataFolder implements AutoCloseable {

    /**
     * The folders that this process has open. POSIX drops a process's lock when any of its handles
     * on the file is closed, so a second attempt must be refused before it opens one.
     */
    private static final Set<Path> OPEN_HERE = ConcurrentHashMap.newKeySet();

    /** Beyond the text in the lock file, which others shall be able to read while it is locked. */
    private static final long LOCKED_BYTE = 1_000_000;

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private static final int PASSWORD_BYTES = 24;

    private final Path root;
    private final FileChannel lock;

    private DataFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    static DataFolder open(Path dataDir) {
        try {
            Files.createDirectories(dataDir.toAbsolutePath(), ownerOnly("rwx------"));
            Path root = dataDir.toRealPath();
            if (!OPEN_HERE.add(root)) {
                throw new DataFolderInUseException(root, "this process");
            }
            try {
                return new DataFolder(root, lock(root));
            } catch (IOException | RuntimeException e) {
                OPEN_HERE.remove(root);
                throw e;
            }
        } catch (IOException e) {
            throw new EmbeddedPostgresException(
                    "the data folder " + dataDir + " cannot be used: " + e, e);
        }
    }

    /** The lock lives and dies with the channel. */
    private static FileChannel lock(Path root) throws IOException {
        Path file = root.resolve("in-use");
        FileChannel channel =
                FileChannel.open(
                        file,
                        Set.of(
                                StandardOpenOption.CREATE,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE),
                        ownerOnly("rw-------"));
        try {
            if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
                String holder = Files.readString(file).strip();
                throw new DataFolderInUseException(
                        root, holder.isEmpty() ? "another process" : "process " + holder);
            }
            channel.truncate(0);
            String self = ProcessHandle.current().pid() + "\n";
            channel.write(ByteBuffer.wrap(self.getBytes(StandardCharsets.UTF_8)));
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    Path root() {
        return root;
    }

    /** PostgreSQL's own data directory; the next major version gets one of its own. */
    Path cluster() {
        return cluster(root);
    }

    private static Path cluster(Path root) {
        return root.resolve("postgres-18");
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    Path passwordFile() {
        return root.resolve("postgres.password");
    }

    boolean hasCluster() {
        return hasCluster(root);
    }

    /** Whether there is data in a folder that may be open or not. */
    static boolean hasCluster(Path root) {
        return Files.exists(cluster(root).resolve("PG_VERSION"));
    }

    /** The database owner's password; generated for a folder that has no data yet. */
    String password() throws IOException {
        if (Files.exists(passwordFile())) {
            String kept = Files.readString(passwordFile()).strip();
            if (!kept.isEmpty()) {
                return kept;
            }
        }
        if (hasCluster()) {
            throw new EmbeddedPostgresException(
                    "the data folder %s has data but not the password to it: %s is missing"
                            .formatted(root, passwordFile()));
        }
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        writeSecret(passwordFile(), password);
        return password;
    }

    private static void writeSecret(Path file, String secret) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, ownerOnly("rw-------"));
        Files.writeString(file, secret + "\n", StandardOpenOption.SYNC);
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new EmbeddedPostgresException("the data folder " + root + " stays locked", e);
        } finally {
            OPEN_HERE.remove(root);
        }
    }
}
