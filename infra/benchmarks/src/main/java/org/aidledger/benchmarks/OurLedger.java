package org.aidledger.benchmarks;

import java.util.HashMap;
import java.util.Map;
import org.aidledger.access.ReadGuard;
import org.aidledger.eventstore.log.LogWiring;
import org.aidledger.projections.processor.BatchListener;
import org.aidledger.projections.wiring.ProjectionsWiring;
import org.aidledger.proof.Hash;
import org.aidledger.proof.KeyType;
import org.aidledger.proof.SigningKey;
import org.aidledger.proof.TransparencyLog;
import org.aidledger.proof.Verification;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** The ledger's write side, wired as in production. */
final class OurLedger implements AutoCloseable {

    private static final String LOG_KEY =
            SigningKey.of("bench.example/ledger", KeyType.NOTE, new byte[Hash.BYTES]).secretText();

    private final ConfigurableApplicationContext context;

    private OurLedger(
            SpringApplication application,
            Databases databases,
            String url,
            Map<String, Object> settings) {
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setRegisterShutdownHook(false);
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(
                Map.of(
                        "ledger.db.url",
                        url,
                        "ledger.db.user",
                        databases.user(),
                        "ledger.db.password",
                        databases.password(),
                        "ledger.payees.key",
                        "A".repeat(43) + "=",
                        "ledger.log.key",
                        LOG_KEY,
                        "spring.main.banner-mode",
                        "off"));
        application.setDefaultProperties(all);
        context = application.run();
    }

    /** As it is, on a database. */
    static OurLedger on(Databases databases, String url) {
        return new OurLedger(new SpringApplication(AutoConfigured.class), databases, url, Map.of());
    }

    /** With its read side, whose batches somebody hears of. */
    static OurLedger reading(Databases databases, String url, BatchListener listener) {
        SpringApplication application = new SpringApplication(WithReadSide.class);
        application.addInitializers(context -> {
            var beans = context.getBeanFactory();
            beans.registerSingleton("benchmark", listener);
            beans.registerSingleton("everybody", ReadGuard.NONE);
        });
        return new OurLedger(application, databases, url, Map.of());
    }

    /**
     * With its events in Axon Server, and the copy in an empty database; it does not start on an
     * Axon Server that holds events.
     *
     * @param server {@code host:port}
     */
    static OurLedger onAxonServer(Databases databases, String url, String server) {
        return new OurLedger(
                new SpringApplication(AutoConfigured.class),
                databases,
                url,
                Map.of("ledger.store", "axon-server", "ledger.axon-server.servers", server));
    }

    /** Without hashes and checkpoints, to see what these cost; there is no setting for this. */
    static OurLedger unproved(Databases databases, String url) {
        OurLedger ledger = on(databases, url);
        try {
            ledger.context.getBean(LogWiring.FOLLOWER, AutoCloseable.class).close();
        } catch (Exception e) {
            throw new IllegalStateException("the log does not end", e);
        }
        return ledger;
    }

    @EnableAutoConfiguration(exclude = ProjectionsWiring.class)
    static class AutoConfigured {}

    @EnableAutoConfiguration
    static class WithReadSide {}

    Commands commands() {
        return new Commands(context.getBean(CommandGateway.class));
    }

    /** Waits until a checkpoint speaks for so many events. */
    void awaitHashed(long events) {
        TransparencyLog log = context.getBean(TransparencyLog.class);
        try {
            while (log.status().hashed() < events) {
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (log.makeCheckpoint().checkpoint().size() < events) {
            throw new IllegalStateException("events are missing");
        }
    }

    Verification verification() {
        return context.getBean(Verification.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
