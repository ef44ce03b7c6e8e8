package org.aidledger.eventstore.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.aidledger.proof.Hash;
import org.aidledger.proof.KeyType;
import org.aidledger.proof.SigningKey;

/** Private keys of the log in a file that only its owner can read. */
final class KeyFile {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");

    private KeyFile() {}

    /** The keys in a text, one on each line. */
    static List<SigningKey> read(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(SigningKey::parse)
                .toList();
    }

    /**
     * The keys in a file.
     *
     * @throws IllegalStateException if others may read it
     */
    static List<SigningKey> read(Path file) {
        try {
            if (POSIX && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw new IllegalStateException(
                        "the key of the transparency log can be read by others: chmod 600 " + file);
            }
            return read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the log's key " + file + " cannot be read", e);
        }
    }

    /**
     * Makes a key and the file, which must not be there.
     *
     * @param origin name of the key; nothing for one that is derived from it
     */
    static List<SigningKey> make(Path file, Supplier<String> origin) {
        byte[] seed = new byte[Hash.BYTES];
        new SecureRandom().nextBytes(seed);
        String name = origin.get();
        SigningKey key = SigningKey.of(name.isBlank() ? derived(seed) : name, KeyType.NOTE, seed);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.createFile(file, ownerOnly());
            Files.writeString(file, key.secretText() + "\n", StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException("the log's key " + file + " cannot be written", e);
        }
        return List.of(key);
    }

    /** Unlike that of any other ledger, and stable, since it is part of the key from now on. */
    private static String derived(byte[] seed) {
        SigningKey unnamed = SigningKey.of("aid-ledger", KeyType.NOTE, seed);
        return "aid-ledger/" + unnamed.verifier().id();
    }

    private static FileAttribute<?>[] ownerOnly() {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }
}
