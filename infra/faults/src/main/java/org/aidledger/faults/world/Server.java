package org.aidledger.faults.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The ledger as its users run it: the built jar, in a process of its own. */
public final class Server {

    private static final Duration START = Duration.ofMinutes(2);
    private static final int END_SECONDS = 60;
    private static final int LINES_SHOWN = 12;

    private final Setup setup;
    private final URI url;
    private Optional<Process> process = Optional.empty();

    /**
     * What it is started with.
     *
     * @param log where it writes what it has to say
     * @param options for the virtual machine
     * @param environment added to this process's own
     */
    record Setup(
            Path jar, Path data, Path log, List<String> options, Map<String, String> environment) {

        Setup {
            options = List.copyOf(options);
            environment = Map.copyOf(environment);
        }
    }

    Server(Setup setup) {
        this.setup = setup;
        this.url = URI.create("http://127.0.0.1:" + Wire.unusedPort());
        if (!Files.exists(setup.jar())) {
            throw new IllegalStateException("build the jar first: there is no " + setup.jar());
        }
    }

    /** Its own address, past any wire. */
    public URI url() {
        return url;
    }

    public boolean isAlive() {
        return process.filter(Process::isAlive).isPresent();
    }

    /** Starts it and waits until it answers. */
    public void start() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx300m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(setup.options());
        command.addAll(List.of("-jar", setup.jar().toString()));
        command.addAll(List.of("--data", setup.data().toString()));
        command.addAll(List.of("run", "--port", Integer.toString(url.getPort())));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(setup.log().toFile()));
        builder.environment().putAll(setup.environment());
        try {
            process = Optional.of(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitAnswer();
    }

    private void awaitAnswer() {
        long end = System.nanoTime() + START.toNanos();
        try (LedgerHttp self = new LedgerHttp(url, this::key)) {
            while (System.nanoTime() < end) {
                if (!isAlive()) {
                    throw new IllegalStateException("the server ended by itself:\n" + lastWords());
                }
                if (answers(self)) {
                    return;
                }
            }
        }
        throw new IllegalStateException("no answer in " + START + ":\n" + lastWords());
    }

    private static boolean answers(LedgerHttp self) {
        try {
            Thread.sleep(100);
            return self.get("/api/v1/funds").status() == 200;
        } catch (IOException | UncheckedIOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The key that it leaves for its own machine; another one after every start. */
    public String key() {
        try {
            return Files.readString(setup.data().resolve("cli.token")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code kill -9}: no hook runs, nothing is flushed. */
    public void kill() {
        process.ifPresent(Process::destroyForcibly);
        awaitEnd();
    }

    /** The polite way. */
    public void stop() {
        process.ifPresent(Process::destroy);
        awaitEnd();
    }

    public void pause() {
        signal("STOP");
    }

    public void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        process.ifPresent(p -> Signals.send(name, List.of(p.pid())));
    }

    private void awaitEnd() {
        process.ifPresent(p -> {
            try {
                if (!p.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                    p.destroyForcibly();
                    throw new IllegalStateException("the server does not end:\n" + lastWords());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        });
    }

    /** The end of what it said. */
    public String lastWords() {
        try {
            List<String> lines = Files.readAllLines(setup.log());
            return String.join(
                    "\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
