package org.aidledger.benchmarks;

import java.util.Map;
import org.aidledger.eventstore.log.LogWiring;
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

    private OurLedger(Databases databases, String url) {
        SpringApplication application = new SpringApplication(AutoConfigured.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(
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
        context = application.run();
    }

    /** As it is, on a database. */
    static OurLedger on(Databases databases, String url) {
        return new OurLedger(databases, url);
    }

    /** Without hashes and checkpoints, to see what these cost; there is no setting for this. */
    static OurLedger unproved(Databases databases, String url) {
        OurLedger ledger = new OurLedger(databases, url);
        try {
            ledger.context.getBean(LogWiring.FOLLOWER, AutoCloseable.class).close();
        } catch (Exception e) {
            throw new IllegalStateException("the log does not end", e);
        }
        return ledger;
    }

    @EnableAutoConfiguration(exclude = ProjectionsWiring.class)
    static class AutoConfigured {}

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
