package org.aidledger.eventstore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.access.ReadGuard;
import org.aidledger.embedded.TestPostgres;
import org.aidledger.embedded.TestPostgres.Database;
import org.aidledger.event.EventLog;
import org.aidledger.event.Outcome;
import org.aidledger.finding.Finding;
import org.aidledger.finding.FindingCommand;
import org.aidledger.fund.Fund;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.PostBatch;
import org.aidledger.proof.Hash;
import org.aidledger.proof.KeyType;
import org.aidledger.proof.SigningKey;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.GenericMessage;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A running ledger without a web side, wired as in production, on a database of its own. Whatever
 * auto-configurations are on the class path take part.
 */
public final class TestLedger implements AutoCloseable {

    /** What every ledger of these tests signs its log with. */
    public static final SigningKey LOG_KEY =
            SigningKey.of("test.example/ledger", KeyType.NOTE, new byte[Hash.BYTES]);

    /** A witness whose signatures they take. */
    public static final SigningKey WITNESS =
            SigningKey.of("test.example/witness", KeyType.COSIGNATURE, new byte[Hash.BYTES]);

    /** Seals the keys of payees; a restore needs the same. */
    public static final String PAYEES_KEY = "A".repeat(43) + "=";

    private final Database database;
    private final ConfigurableApplicationContext context;

    private TestLedger(Database database, ConfigurableApplicationContext context) {
        this.database = database;
        this.context = context;
    }

    /** Starts a ledger on an empty database, with further beans such as event handlers. */
    public static TestLedger start(Class<?>... beans) {
        return start(TestPostgres.freshDatabase(), beans);
    }

    /** Starts a ledger on a database, with further beans. */
    public static TestLedger start(Database database, Class<?>... beans) {
        SpringApplication application = new SpringApplication(AutoConfigured.class);
        application.addPrimarySources(List.of(beans));
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setRegisterShutdownHook(false);
        Map<String, Object> settings = new HashMap<>(database.settings());
        settings.put("ledger.log.key", LOG_KEY.secretText());
        settings.put("ledger.payees.key", PAYEES_KEY);
        settings.put("ledger.log.witnesses", WITNESS.verifier().toString());
        settings.put("spring.main.banner-mode", "off");
        application.setDefaultProperties(settings);
        return new TestLedger(database, application.run());
    }

    @EnableAutoConfiguration
    static class AutoConfigured {

        /** A test is its ledger's owner. */
        @Bean
        ReadGuard readGuard() {
            return ReadGuard.NONE;
        }
    }

    /** Sends a command to its fund and waits for what becomes of it. */
    public Outcome send(FundCommand command) {
        return sendAs(Fund.COMMAND, command);
    }

    /** Sends a command to its finding and waits for what becomes of it. */
    public Outcome send(FindingCommand command) {
        return sendAs(Finding.COMMAND, command);
    }

    /** Sends a batch and waits for what becomes of its lines. */
    public List<Outcome> send(PostBatch batch) {
        return bean(CommandGateway.class).sendAndWait(batch);
    }

    private Outcome sendAs(String name, Object command) {
        return bean(CommandGateway.class)
                .sendAndWait(new GenericCommandMessage<>(new GenericMessage<>(command), name));
    }

    public EventLog log() {
        return bean(EventLog.class);
    }

    /** The database, for statements of the test's own, as its owner. */
    public JdbcClient jdbc() {
        return JdbcClient.create(
                new DriverManagerDataSource(
                        database.jdbcUrl(), database.user(), database.password()));
    }

    /** Any other bean. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Where this ledger keeps its events, for another start. */
    public Database database() {
        return database;
    }

    @Override
    public void close() {
        context.close();
    }
}
