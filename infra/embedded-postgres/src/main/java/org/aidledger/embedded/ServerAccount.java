package org.aidledger.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The account that PostgreSQL's programs run as. They refuse to run as root, which in a container
 * is often all there is.
 */
enum ServerAccount {
    /** The account of this process. */
    OWN,

    /**
     * Root, seen by the programs as nobody: a user name space of their own takes root's powers away
     * and leaves it the owner of its files.
     */
    NAMELESS,

    /** Nobody, where user name spaces are forbidden; the data then belongs to nobody. */
    NOBODY;

    private static final Logger log = LoggerFactory.getLogger(ServerAccount.class);

    private static final int ROOT = 0;
    private static final int NOBODY_ID = 65534;

    static ServerAccount forThisProcess() {
        if (File.separatorChar == '\\' || new UnixSystem().getUid() != ROOT) {
            return OWN;
        }
        for (ServerAccount account : List.of(NAMELESS, NOBODY)) {
            if (account.works()) {
                log.debug("running as root: PostgreSQL runs as {}", account);
                return account;
            }
        }
        throw new EmbeddedPostgresException(
                "PostgreSQL refuses to run as root: start the ledger as another user, or name a"
                        + " server of your own (LEDGER_DB_URL)");
    }

    private boolean works() {
        try {
            return new ProcessBuilder(as("true"))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // no such program here
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException("interrupted while starting PostgreSQL", e);
        }
    }

    /** The command line that runs {@code command} as this account, in the same process. */
    List<String> as(String... command) {
        List<String> change =
                switch (this) {
                    case OWN -> List.of();
                    case NAMELESS -> List.of("unshare", "--user");
                    case NOBODY ->
                            List.of(
                                    "setpriv",
                                    "--reuid=" + NOBODY_ID,
                                    "--regid=" + NOBODY_ID,
                                    "--clear-groups");
                };
        return Stream.concat(change.stream(), Stream.of(command)).toList();
    }

    /** Where the programs are unpacked: per user, or beside the data where that cannot be read. */
    Path cacheFor(DataFolder folder) {
        if (this == NOBODY) {
            return folder.root().resolve("programs");
        }
        Path cache = userCache().resolve("aid-ledger");
        try {
            Files.createDirectories(cache);
            return Files.isWritable(cache) ? cache : folder.root().resolve("programs");
        } catch (IOException e) {
            log.debug("no cache folder in {}", cache, e);
            return folder.root().resolve("programs");
        }
    }

    private static Path userCache() {
        String named = System.getenv("XDG_CACHE_HOME");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        Path home = Path.of(System.getProperty("user.home"));
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")
                ? home.resolve("Library").resolve("Caches")
                : home.resolve(".cache");
    }

    /**
     * Makes this account the owner of the given files and folders, which sit in one data folder.
     * Costs one look each when it is already.
     */
    void takeOver(Path... paths) throws IOException {
        if (this == OWN) {
            return; // whoever may not change owners has nothing to change
        }
        int owner = this == NOBODY ? NOBODY_ID : ROOT;
        for (Path path : paths) {
            if (Files.exists(path) && owner(path) != owner) {
                for (Path inside : Folders.contents(path)) {
                    Files.setAttribute(inside, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
                }
            }
            if (this == NOBODY) {
                letThrough(path.resolveSibling("."));
            }
        }
    }

    private static int owner(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    private static void letThrough(Path folder) throws IOException {
        Set<PosixFilePermission> permissions =
                EnumSet.copyOf(Files.getPosixFilePermissions(folder));
        if (permissions.add(PosixFilePermission.OTHERS_EXECUTE)) {
            Files.setPosixFilePermissions(folder, permissions);
        }
    }
}
