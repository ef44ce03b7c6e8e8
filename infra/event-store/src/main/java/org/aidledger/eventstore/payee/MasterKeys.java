package org.aidledger.eventstore.payee;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The master keys that this node has: one on each line, the last of which seals from now on while
 * those above still open what they sealed. A line {@code lost ID} gives up the names under a key
 * that nobody has any more.
 */
public final class MasterKeys {

    private static final String LOST = "lost ";

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");

    private final Map<String, MasterKey> keys = new LinkedHashMap<>();
    private final Set<String> lost = new TreeSet<>();
    private final MasterKey current;

    private MasterKeys(List<String> lines) {
        Optional<MasterKey> last = Optional.empty();
        for (String line : lines) {
            if (line.startsWith(LOST)) {
                lost.add(line.substring(LOST.length()).strip());
            } else {
                MasterKey key = MasterKey.parse(line);
                keys.put(key.id(), key);
                last = Optional.of(key);
            }
        }
        current = last.orElseThrow(() -> new IllegalStateException("no master key of payees"));
    }

    /**
     * The keys in a text.
     *
     * @throws IllegalStateException if one of them is none, or there is none
     */
    public static MasterKeys of(String text) {
        List<String> lines = new ArrayList<>();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(lines::add);
        return new MasterKeys(lines);
    }

    /**
     * The keys in a file, which is made with a fresh one if it is not there.
     *
     * @throws IllegalStateException if others may read it
     */
    public static MasterKeys in(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.createFile(file, ownerOnly());
                Files.writeString(
                        file, MasterKey.fresh().written() + "\n", StandardOpenOption.SYNC);
            }
            if (POSIX && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw new IllegalStateException(
                        "the master key of payees can be read by others: chmod 600 " + file);
            }
            return of(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the master key of payees in " + file, e);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    /** What seals from now on. */
    MasterKey current() {
        return current;
    }

    Optional<MasterKey> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    /** Those under which names may stand: those that are here, and those given up. */
    public List<String> accepted() {
        List<String> accepted = new ArrayList<>(keys.keySet());
        accepted.addAll(lost);
        return accepted;
    }

    /** Those that can open what they sealed. */
    Set<String> openable() {
        return keys.keySet();
    }

    /** What to do about names under a key that is not here. */
    public static String missing(String ids) {
        return ("names of payees are sealed under the master key %s, which is not here. Put it into"
                        + " payees.key in the data folder, on a line above the one that is there;"
                        + " or, if nobody has it any more, the line 'lost %s', and these names"
                        + " stay unreadable.")
                .formatted(ids, ids);
    }

    @Override
    public String toString() {
        return "master keys " + keys.keySet();
    }
}
