package org.aidledger.api.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.Environment;

/** The application, run in this process. */
final class OwnServer implements LedgerServer {

    private final ConfigurableApplicationContext context;
    private final URI url;
    private final Path data;
    private final CountDownLatch closed = new CountDownLatch(1);

    private OwnServer(ConfigurableApplicationContext context, Path data) {
        this.context = context;
        this.data = data;
        this.url =
                URI.create(
                        (isEncrypted(context.getEnvironment()) ? "https" : "http")
                                + "://localhost:"
                                + context.getEnvironment().getProperty("local.server.port"));
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                closed.countDown();
            }
        });
    }

    private static boolean isEncrypted(Environment settings) {
        return Stream.of("bundle", "certificate", "key-store")
                .anyMatch(how -> settings.containsProperty("server.ssl." + how));
    }

    /**
     * Where and how it listens.
     *
     * @param port 0 for any that is free
     * @param address the interface; loopback unless somebody says otherwise
     * @param warnings whether warnings go to standard error too, besides the log file
     * @param demo whether accounts of the demonstration are let in
     */
    record Listening(int port, String address, boolean warnings, boolean demo) {

        Listening(int port, String address, boolean warnings) {
            this(port, address, warnings, false);
        }

        /** The same, with the accounts of the demonstration let in. */
        Listening forDemo() {
            return new Listening(port, address, warnings, true);
        }
    }

    /**
     * Starts the application and returns when it answers.
     *
     * @param application the class that Spring starts from
     * @throws Refused if it cannot start
     */
    static OwnServer start(Class<?> application, Path data, Listening listening) {
        requireFolder(data);
        SpringApplication spring = new SpringApplication(application);
        AtomicReference<String> database = new AtomicReference<>("");
        spring.addListeners((ApplicationEnvironmentPreparedEvent prepared) ->
                database.set(prepared.getEnvironment().getProperty("ledger.db.url", "")));
        spring.setBannerMode(Banner.Mode.OFF);
        spring.setLogStartupInfo(false);
        spring.setAdditionalProfiles("cli");
        List<String> settings = new ArrayList<>();
        settings.add("--ledger.data=" + data);
        settings.add("--logging.file.name=" + data.resolve("ledger.log"));
        settings.add("--logging.threshold.console=" + (listening.warnings() ? "WARN" : "OFF"));
        settings.add("--server.port=" + listening.port());
        settings.add("--server.address=" + listening.address());
        settings.add("--ledger.demo=" + listening.demo());
        try {
            return new OwnServer(spring.run(settings.toArray(String[]::new)), data);
        } catch (SpringApplication.AbandonedRunException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new Refused(StartFailure.reason(e, database.get()), e);
        }
    }

    /** Told before the log is opened there, which would say it in fifty lines. */
    private static void requireFolder(Path data) {
        try {
            Files.createDirectories(data.toAbsolutePath());
        } catch (IOException e) {
            throw new Refused("the data folder " + data + " cannot be made: " + e, e);
        }
        if (!Files.isWritable(data)) {
            throw new Refused(
                    "no right to write into the data folder %s: run it as its owner, or name another"
                                    .formatted(data)
                            + " with --data");
        }
    }

    @Override
    public URI url() {
        return url;
    }

    @Override
    public Optional<String> token() {
        return LedgerServer.tokenIn(data);
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    /** Tells commands on the same folder where this server is, until it stops. */
    void announceIn(Path data) {
        Path file = data.resolve(URL_FILE);
        try {
            Files.writeString(file, url + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                withdraw(file);
            }
        });
    }

    private static void withdraw(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when the server has been told to stop. */
    void awaitStop() throws InterruptedException {
        closed.await();
    }

    @Override
    public void close() {
        context.close();
    }
}
