package org.aidledger.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a killed ledger, or a killed server, leaves in a data directory whose lock we hold: a server
 * still running, workers that have not noticed yet, a {@code postmaster.pid} that names nobody or
 * somebody else.
 */
final class Leftovers {

    private static final Logger log = LoggerFactory.getLogger(Leftovers.class);

    private static final Path PROCESSES = Path.of("/proc");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long POLL_MILLIS = 20;

    private Leftovers() {}

    static void clear(Path cluster, PostgresPrograms programs) throws IOException {
        Optional<Postmaster> recorded = Postmaster.recordedIn(cluster);
        if (recorded.isEmpty() && !Files.exists(Postmaster.pidFile(cluster))) {
            return;
        }
        if (recorded.filter(Postmaster::isServing).isPresent()) {
            log.warn(
                    "stopping PostgreSQL process {}, left on {} by a ledger that was killed",
                    recorded.get().pid(),
                    cluster);
            programs.stop(cluster);
            return;
        }
        log.warn("PostgreSQL on {} did not end cleanly; it recovers now", cluster);
        if (Files.isDirectory(PROCESSES.resolve("self"))) {
            awaitWorkersGone(cluster);
            // Its number may meanwhile belong to another program, which PostgreSQL would wait for.
            Files.deleteIfExists(Postmaster.pidFile(cluster));
        }
        // Elsewhere nobody tells who works where, so the decision is left to PostgreSQL.
    }

    /**
     * Two servers on one directory would destroy it, so the workers of the old one must be gone.
     */
    private static void awaitWorkersGone(Path cluster) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (isWorkplaceOfSomebody(cluster)) {
            if (System.nanoTime() > deadline) {
                throw new EmbeddedPostgresException(
                        "processes of a PostgreSQL that was killed still work in " + cluster);
            }
            pause();
        }
    }

    /** Every PostgreSQL process works in its data directory. */
    private static boolean isWorkplaceOfSomebody(Path cluster) throws IOException {
        try (Stream<Path> all = Files.list(PROCESSES)) {
            return all.map(process -> process.resolve("cwd"))
                    .anyMatch(workplace -> isSame(workplace, cluster));
        }
    }

    private static boolean isSame(Path workplace, Path cluster) {
        try {
            return Files.readSymbolicLink(workplace).equals(cluster);
        } catch (IOException e) {
            return false; // not a process, not ours to see, or gone
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException("interrupted while PostgreSQL was starting", e);
        }
    }
}
