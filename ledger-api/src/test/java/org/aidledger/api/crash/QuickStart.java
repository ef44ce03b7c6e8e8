package org.aidledger.api.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;

/**
 * The built jar as {@code ./aidledger} starts it: unpacked, with what Java kept of a first run.
 * Servers that are killed often are up in half the time.
 */
final class QuickStart {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final List<String> MACHINE =
            List.of(
                    "-Xmx300m",
                    "-XX:+UseSerialGC",
                    "-XX:+UseCompactObjectHeaders",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Xlog:aot*=off",
                    "-Xlog:cds*=off");

    private final Path app;
    private final Path program;
    private final Path cache;

    private QuickStart(Path folder, String name) {
        program = folder.resolve("app").resolve(name);
        app = folder.resolve("app");
        cache = folder.resolve("app.aot");
    }

    /** Made once for all tests. */
    private static final class Made {

        static final QuickStart ONCE =
                of(Path.of(System.getProperty("ledger.jar", "target/aid-ledger.jar")));
    }

    /** The jar, unpacked and run once. */
    static QuickStart once() {
        return Made.ONCE;
    }

    /** Another jar, such as one of an older release, unpacked and run once. */
    static QuickStart of(Path jar) {
        Path folder;
        try {
            folder = Files.createTempDirectory(Path.of("target"), "quick-start-").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Assertions.assertTrue(Files.exists(jar), () -> "build the jar first: no " + jar);
        QuickStart start = new QuickStart(folder, jar.getFileName().toString());
        run(
                folder.resolve("unpacking.log"),
                List.of(
                        JAVA,
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        start.app.toString()));
        run(
                folder.resolve("training.log"),
                start.command(
                        "-XX:AOTCacheOutput=" + start.cache,
                        List.of("--data", folder.resolve("scratch").toString(), "funds")));
        return start;
    }

    /** The command line that runs the ledger. */
    List<String> command(List<String> arguments) {
        return command("-XX:AOTCache=" + cache, arguments);
    }

    private List<String> command(String option, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(JAVA);
        command.addAll(MACHINE);
        command.add(option);
        command.addAll(List.of("-jar", program.toString()));
        command.addAll(arguments);
        return command;
    }

    private static void run(Path log, List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException(command + ":\n" + Files.readString(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
