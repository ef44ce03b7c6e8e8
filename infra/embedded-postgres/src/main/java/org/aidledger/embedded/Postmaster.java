package org.aidledger.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The server process that a data directory names in its {@code postmaster.pid}. */
record Postmaster(long pid, Path cluster) {

    static Optional<Postmaster> recordedIn(Path cluster) {
        Path file = pidFile(cluster);
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Postmaster(Long.parseLong(lines.getFirst().strip()), cluster));
        } catch (IOException | NumberFormatException e) {
            throw new EmbeddedPostgresException("cannot read " + file, e);
        }
    }

    static Path pidFile(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /**
     * Whether the process is a PostgreSQL that was started on this very directory. A process that
     * merely has the number, or is gone and not yet buried, is not.
     */
    boolean isServing() {
        List<String> arguments = arguments();
        return !arguments.isEmpty()
                && isPostgres(arguments.getFirst())
                && directory(arguments).filter(this::isCluster).isPresent();
    }

    private List<String> arguments() {
        Path commandLine = Path.of("/proc", Long.toString(pid), "cmdline");
        try {
            if (Files.exists(commandLine)) {
                byte[] bytes = Files.readAllBytes(commandLine);
                String text = new String(bytes, StandardCharsets.UTF_8);
                return text.isEmpty() ? List.of() : List.of(text.split("\0"));
            }
        } catch (IOException e) {
            return List.of(); // it ended between the two looks
        }
        return ProcessHandle.of(pid).map(process -> arguments(process.info())).orElse(List.of());
    }

    private static List<String> arguments(ProcessHandle.Info info) {
        return Stream.concat(
                        info.command().stream(), info.arguments().stream().flatMap(Arrays::stream))
                .toList();
    }

    private static boolean isPostgres(String program) {
        String name =
                program.substring(
                        Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1);
        return name.equals("postgres") || name.equals("postgres.exe");
    }

    private static Optional<String> directory(List<String> arguments) {
        int flag = arguments.indexOf("-D");
        return flag < 0 || flag + 1 == arguments.size()
                ? Optional.empty()
                : Optional.of(arguments.get(flag + 1));
    }

    private boolean isCluster(String directory) {
        try {
            return Files.isSameFile(Path.of(directory), cluster);
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }
}
