package org.aidledger.faults.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One ledger with all that can break around it, in a folder of its own. */
public final class World implements AutoCloseable {

    /** Room for some minutes of load with the journal of a small database. */
    private static final int DISK_MEGABYTES = 640;

    /** Keeps the database's own journal small, so that a small disk holds it. */
    private static final String SMALL_JOURNAL = "\nmax_wal_size = 96MB\nmin_wal_size = 32MB\n";

    /** Whose database it is. */
    public enum Kind {
        /** The ledger starts its own. */
        EMBEDDED("its own"),
        /** The ledger is given the address of one, and a wire is between them. */
        NAMED("a named");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    private final Kind kind;
    private final Server server;
    private final Wire clients;
    private final TurnedClock clock;
    private final Postgres postgres;
    private final Optional<Disk> disk;
    private final Optional<NamedDatabase> named;

    private World(Kind kind, Path jar, Path folder) {
        try {
            Path data = Files.createDirectories(folder.resolve("data"));
            Path cluster =
                    kind == Kind.NAMED ? Files.createDirectories(folder.resolve("database")) : data;
            this.kind = kind;
            this.disk =
                    Disk.whyNot().isEmpty()
                            ? Optional.of(Disk.at(cluster, DISK_MEGABYTES))
                            : Optional.empty();
            this.clock = TurnedClock.in(folder);
            this.named =
                    kind == Kind.NAMED
                            ? Optional.of(NamedDatabase.start(cluster))
                            : Optional.empty();
            this.postgres = new Postgres(cluster);
            this.server =
                    new Server(
                            new Server.Setup(
                                    jar,
                                    data,
                                    folder.resolve("server.log"),
                                    clock.options(),
                                    named.map(NamedDatabase::environment)
                                            .orElse(
                                                    Map.of(
                                                            "LEDGER_DB_URL",
                                                            "",
                                                            "LEDGER_DB_READ_URL",
                                                            ""))));
            this.clients = new Wire(server.url().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes one and starts everything in it. */
    public static World create(Kind kind, Path jar, Path folder) {
        World world = new World(kind, jar, folder);
        try {
            world.server.start();
            world.postgres.configure(SMALL_JOURNAL);
            return world;
        } catch (RuntimeException e) {
            world.close();
            throw e;
        }
    }

    /** Why disks cannot be filled here; nothing if they can. */
    public static Optional<String> whyNoDisk() {
        return Disk.whyNot();
    }

    public Kind kind() {
        return kind;
    }

    public Server server() {
        return server;
    }

    public Postgres postgres() {
        return postgres;
    }

    /** The wire between clients and the server. */
    public Wire clients() {
        return clients;
    }

    /** Where clients connect. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + clients.port());
    }

    /** The wire between the server and its database, if there is one. */
    public Optional<Wire> database() {
        return named.map(NamedDatabase::wire);
    }

    /** The disk that the database writes to, if it can be filled. */
    public Optional<Disk> disk() {
        return disk;
    }

    public TurnedClock clock() {
        return clock;
    }

    @Override
    public void close() {
        clients.close();
        List<Runnable> ends =
                List.of(
                        server::stop,
                        () -> named.ifPresent(NamedDatabase::close),
                        () -> disk.ifPresent(Disk::close));
        Optional<RuntimeException> first = Optional.empty();
        for (Runnable end : ends) {
            try {
                end.run();
            } catch (RuntimeException e) {
                first = first.or(() -> Optional.of(e));
            }
        }
        first.ifPresent(e -> {
            throw e;
        });
    }
}
