package org.aidledger.eventstore;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.aidledger.event.BackedUp;
import org.aidledger.event.Backup;
import org.aidledger.event.EventLog;
import org.aidledger.event.Nodes;
import org.aidledger.eventstore.append.Access;
import org.aidledger.eventstore.append.AppendLimits;
import org.aidledger.eventstore.append.Appender;
import org.aidledger.eventstore.append.Book;
import org.aidledger.eventstore.append.CommitListener;
import org.aidledger.eventstore.append.PostgresBook;
import org.aidledger.eventstore.backup.PostgresBackup;
import org.aidledger.eventstore.log.JustStored;
import org.aidledger.eventstore.log.LogWiring;
import org.aidledger.eventstore.payee.MasterKeys;
import org.aidledger.eventstore.payee.Vault;
import org.aidledger.eventstore.read.EventRows;
import org.aidledger.eventstore.read.JdbcEventLog;
import org.aidledger.eventstore.read.NewsFromOthers;
import org.aidledger.eventstore.read.StoredEvents;
import org.aidledger.eventstore.read.Tail;
import org.aidledger.eventstore.snapshot.CodeFingerprint;
import org.aidledger.eventstore.snapshot.StoredSnapshots;
import org.aidledger.eventstore.stored.EventSerializer;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.function.SingletonSupplier;

/**
 * Puts the event store together and hands it to Axon. It has its say after Spring Boot made the
 * data source and before Axon looks for one; Axon's own ordering names classes of an earlier Spring
 * Boot and would leave the ledger without transactions.
 */
@AutoConfiguration(
        after = {
            DataSourceAutoConfiguration.class,
            DataSourceTransactionManagerAutoConfiguration.class
        },
        beforeName = {
            "org.axonframework.springboot.autoconfig.JpaAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JpaEventStoreAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration",
            "org.axonframework.springboot.autoconfig.ObjectMapperAutoConfiguration",
            "org.axonframework.springboot.autoconfig.XStreamAutoConfiguration",
            "org.axonframework.springboot.autoconfig.TransactionAutoConfiguration",
            "org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration",
            "org.axonframework.springboot.autoconfig.EventProcessingAutoConfiguration",
            "org.axonframework.springboot.autoconfig.AxonAutoConfiguration"
        })
@Import({ProcessingWiring.class, LogWiring.class})
public class EventStoreWiring {

    /** Latest events kept in memory for processors; one further behind reads from the database. */
    private static final int KEPT_FOR_READERS = 5000;

    /** How long a command waits for its fund or for the database before it is told so. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * How long a node may say nothing before another one takes its processor over; it says
     * something every second. One that comes back too late finds that its batch is not taken.
     */
    private static final Duration CLAIM = Duration.ofSeconds(4);

    @Bean
    EventTables eventTables(
            DataSource dataSource,
            JdbcConnectionDetails worker,
            @Qualifier("ledgerOwner") ObjectProvider<JdbcConnectionDetails> owner) {
        JdbcConnectionDetails details = owner.getIfAvailable(() -> worker);
        DataSource owners =
                new DriverManagerDataSource(details.getJdbcUrl(), user(details), password(details));
        EventTables tables = EventTables.migrated(owners);
        Filling.requireNone(owners);
        if (!user(details).equals(user(worker))) {
            EventRights.grant(owners, user(worker));
        }
        DeadClaims.release(JdbcClient.create(dataSource));
        return tables;
    }

    @Bean
    EventRights eventRights(EventTables tables, DataSource dataSource) {
        EventRights rights = EventRights.of(dataSource);
        rights.warn();
        return rights;
    }

    @Bean
    HealthIndicator events(EventRights rights, DataSource dataSource) {
        return new EventRightsHealth(rights, () -> EventRights.of(dataSource));
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new SpringDataSourceConnectionProvider(dataSource);
    }

    /** For tokens; names of classes are good enough for what lives as long as a release. */
    @Bean
    @Primary
    Serializer serializer() {
        return Jackson3Serializer.builder().build();
    }

    @Bean
    @Qualifier("eventSerializer")
    EventSerializer eventSerializer() {
        return EventSerializer.ofLedger();
    }

    /** Given as text, or in a file; else in the data folder, where it is made. */
    @Bean
    MasterKeys payeeMasterKeys(
            @Value("${ledger.payees.key:}") String key,
            @Value("${ledger.payees.key-file:}") String keyFile,
            @Value("${ledger.data:data}") Path dataFolder) {
        if (!key.isBlank()) {
            return MasterKeys.of(key);
        }
        return MasterKeys.in(
                keyFile.isBlank() ? dataFolder.resolve("payees.key") : Path.of(keyFile));
    }

    @Bean
    Vault payees(EventTables tables, DataSource dataSource, MasterKeys masters) {
        return new Vault(dataSource, masters);
    }

    @Bean
    EventRows eventRows(EventTables tables, DataSource dataSource) {
        return new EventRows(dataSource);
    }

    @Bean
    StoredEvents storedEvents(EventRows rows, EventSerializer serializer, Configuration axon) {
        return new StoredEvents(rows, serializer, axon.upcasterChain());
    }

    @Bean
    StoredSnapshots storedSnapshots(EventTables tables, DataSource dataSource) {
        return new StoredSnapshots(dataSource, SingletonSupplier.of(CodeFingerprint::ofFunds));
    }

    @Bean
    Tail tail() {
        return new Tail(KEPT_FOR_READERS);
    }

    @Bean
    Access access(JdbcConnectionDetails database) {
        return new Access(database.getJdbcUrl(), user(database), password(database));
    }

    private static String user(JdbcConnectionDetails database) {
        return Objects.requireNonNullElse(database.getUsername(), "");
    }

    private static String password(JdbcConnectionDetails database) {
        return Objects.requireNonNullElse(database.getPassword(), "");
    }

    /** Everybody who hears of what this node stored. */
    @Bean
    @Primary
    CommitListener storeMeters(
            Tail tail, JustStored justStored, ObjectProvider<MeterRegistry> registry) {
        CommitListener both =
                (first, events, recorded) -> {
                    justStored.stored(first, events, recorded); // before anybody is woken
                    tail.stored(first, events, recorded);
                };
        return new StoreMeters(both, registry.getIfAvailable(SimpleMeterRegistry::new));
    }

    /** The writer closes it. */
    @Bean(destroyMethod = "")
    @ConditionalOnMissingBean
    Book book(
            EventTables tables,
            DataSource dataSource,
            Access access,
            NodeName node,
            CommitListener commits) {
        KeptElsewhere.requireNot(dataSource);
        return new PostgresBook(access, AppendLimits.USUAL.slowestAnswer(), node.value(), commits);
    }

    /** Ends before the transparency log, which signs for the last events. */
    @Bean
    @DependsOn(LogWiring.FOLLOWER)
    Appender appender(Book book, ObjectProvider<MeterRegistry> registry) {
        Appender appender = Appender.start(book, AppendLimits.USUAL);
        registry.ifAvailable(meters -> StoreMeters.watch(appender, meters));
        return appender;
    }

    @Bean
    NewsFromOthers newsFromOthers(EventTables tables, Access access, NodeName node, Tail tail) {
        return NewsFromOthers.listen(access, node.value(), tail);
    }

    @Bean
    Nodes nodes(JdbcClient jdbc) {
        return new ConnectedNodes(jdbc);
    }

    @Bean
    NodeName nodeName() {
        return new NodeName(UUID.randomUUID().toString());
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            Appender appender,
            StoredEvents stored,
            StoredSnapshots snapshots,
            EventSerializer serializer) {
        return new LedgerStorageEngine(appender, stored, snapshots, serializer, PATIENCE);
    }

    @Bean
    EventStore eventStore(
            EventStorageEngine engine, StoredEvents stored, Tail tail, Configuration axon) {
        var parts = new LedgerEventStore.Parts();
        parts.storageEngine(engine)
                .messageMonitor(axon.messageMonitor(EventStore.class, "eventStore"))
                .spanFactory(axon.getComponent(EventBusSpanFactory.class));
        return new LedgerEventStore(parts, tail, stored);
    }

    @Bean
    TokenStore tokenStore(
            EventTables tables,
            ConnectionProvider connections,
            Serializer serializer,
            NodeName node) {
        return JdbcTokenStore.builder()
                .schema(tables.tokens())
                .nodeId(node.claimant())
                .claimTimeout(CLAIM)
                .connectionProvider(connections)
                .serializer(serializer)
                .build();
    }

    @Bean
    EventLog eventLog(EventRows rows, Tail tail, EventSerializer serializer, Configuration axon) {
        return new JdbcEventLog(rows, tail, serializer, axon.upcasterChain());
    }

    @Bean
    Backup backup(
            EventTables tables,
            DataSource dataSource,
            MasterKeys masters,
            ObjectProvider<BackedUp> further) {
        return new PostgresBackup(dataSource, masters, further.orderedStream().toList());
    }
}
