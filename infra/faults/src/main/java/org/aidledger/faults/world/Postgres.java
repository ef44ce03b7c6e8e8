package org.aidledger.faults.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The processes of the PostgreSQL server that works on a cluster, as the system shows them. */
public final class Postgres {

    /** What a process that serves one of the ledger's connections calls itself. */
    private static final Pattern BACKEND = Pattern.compile("postgres: ledger\\S* ledger .*");

    private final Path cluster;

    Postgres(Path data) {
        this.cluster = data.resolve("postgres-18");
    }

    /** Kills one of those that serve the ledger's connections; PostgreSQL then ends all of them. */
    public void killBackend(int choice) {
        List<Long> backends = backends();
        if (!backends.isEmpty()) {
            Signals.send("KILL", List.of(backends.get(choice % backends.size())));
        }
    }

    public void killPostmaster() {
        Signals.send("KILL", postmaster().stream().toList());
    }

    /** All of them at once. */
    public void killAll() {
        Signals.send("KILL", all());
    }

    /** Stops them in their tracks; answers whom to {@link #resume}. */
    public List<Long> pause() {
        List<Long> all = all();
        Signals.send("STOP", all);
        return all;
    }

    public void resume(List<Long> paused) {
        Signals.send("CONT", paused);
    }

    /** Adds settings, and has it read them. */
    void configure(String settings) {
        try {
            Files.writeString(
                    cluster.resolve("postgresql.conf"), settings, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Signals.send("HUP", postmaster().stream().toList());
    }

    private List<Long> all() {
        return Stream.concat(postmaster().stream(), children().map(ProcessHandle::pid)).toList();
    }

    private List<Long> backends() {
        return children()
                .map(ProcessHandle::pid)
                .filter(pid -> BACKEND.matcher(title(pid)).matches())
                .sorted()
                .toList();
    }

    private Stream<ProcessHandle> children() {
        return postmaster().flatMap(ProcessHandle::of).stream().flatMap(ProcessHandle::children);
    }

    private Optional<Long> postmaster() {
        try {
            Path file = cluster.resolve("postmaster.pid");
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .findFirst()
                            .map(line -> Long.parseLong(line.strip()))
                            .filter(pid -> title(pid).contains(cluster.toString()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // it went while we looked
        }
    }

    private static String title(long pid) {
        try {
            byte[] line = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline"));
            return new String(line, StandardCharsets.UTF_8).replace('\0', ' ').strip() + " ";
        } catch (IOException e) {
            return "";
        }
    }
}
