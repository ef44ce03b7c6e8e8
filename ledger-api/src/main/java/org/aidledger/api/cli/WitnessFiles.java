package org.aidledger.api.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import org.aidledger.proof.Hash;
import org.aidledger.proof.KeyType;
import org.aidledger.proof.SignedNote;
import org.aidledger.proof.SigningKey;
import org.aidledger.proof.VerifierKey;

/** What a witness keeps: its key, the log's key, and the last checkpoint that it signed. */
final class WitnessFiles {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path folder;

    WitnessFiles(Path folder) {
        this.folder = folder;
    }

    /** The key in a file, made for its owner only if it is not there. */
    static SigningKey key(Path file, String name) {
        try {
            if (Files.exists(file)) {
                SigningKey key = SigningKey.parse(Files.readString(file).strip());
                if (key.verifier().type() == KeyType.COSIGNATURE) {
                    return key;
                }
                throw new Refused(file + " is no witness's key");
            }
            byte[] seed = new byte[Hash.BYTES];
            new SecureRandom().nextBytes(seed);
            SigningKey key = SigningKey.of(name, KeyType.COSIGNATURE, seed);
            Files.createFile(file, ownerOnly());
            Files.writeString(file, key.secretText() + "\n", StandardOpenOption.SYNC);
            return key;
        } catch (IllegalArgumentException e) {
            throw new Refused(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new Refused("cannot keep a key in " + file + ": " + e, e);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** The log's key, once it was remembered. */
    Optional<VerifierKey> logKey() {
        return read(folder.resolve("log.key")).map(text -> VerifierKey.parse(text.strip()));
    }

    void rememberLogKey(VerifierKey key) {
        write(folder.resolve("log.key"), key + "\n");
    }

    /** The last checkpoint of a log that was signed. */
    Optional<SignedNote> last(String origin) {
        return read(file(origin)).map(SignedNote::parse);
    }

    /** On disk before anybody hears of it. */
    void remember(String origin, SignedNote note) {
        write(file(origin), note.toString());
    }

    private Path file(String origin) {
        String hash = Hash.of(origin.getBytes(StandardCharsets.UTF_8)).hex();
        return folder.resolve(hash + ".checkpoint");
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Path whole = file.toAbsolutePath();
            Files.createDirectories(whole.resolveSibling("."));
            Path part = whole.resolveSibling(whole.getFileName() + ".part");
            Files.writeString(
                    part,
                    text,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
            Files.move(
                    part,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
