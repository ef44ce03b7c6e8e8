package org.aidledger.eventstore;

import javax.sql.DataSource;
import org.aidledger.event.EventLog;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

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
@Import(ProcessingWiring.class)
public class EventStoreWiring {

    /** Events read at a time. */
    private static final int PAGE = 500;

    /** Latest events kept in memory for processors; one further behind reads from the database. */
    private static final int CACHED_FOR_READERS = 2000;

    @Bean
    EventTables eventTables(DataSource dataSource) {
        EventTables tables = EventTables.migrated(dataSource);
        DeadClaims.release(JdbcClient.create(dataSource));
        return tables;
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new SpringDataSourceConnectionProvider(dataSource);
    }

    @Bean
    PersistenceExceptionResolver persistenceExceptionResolver() {
        return new DuplicateKeys();
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
        return new EventSerializer(EventNames.ofLedger());
    }

    @Bean
    EventRows eventRows(DataSource dataSource) {
        return new EventRows(JdbcClient.create(dataSource));
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            EventTables tables,
            EventRows rows,
            EventSerializer eventSerializer,
            Serializer serializer,
            PersistenceExceptionResolver duplicateKeys,
            ConnectionProvider connections,
            TransactionManager transactions,
            Configuration axon) {
        var stock = LedgerStorageEngine.builder();
        stock.schema(tables.events())
                .connectionProvider(connections)
                .transactionManager(transactions)
                .eventSerializer(eventSerializer)
                .snapshotSerializer(serializer)
                .persistenceExceptionResolver(duplicateKeys)
                .upcasterChain(axon.upcasterChain())
                .batchSize(PAGE)
                // A short page is the last one: sequences have no gaps.
                .finalAggregateBatchPredicate(page -> page.size() < PAGE);
        return new LedgerStorageEngine(stock, rows);
    }

    @Bean
    EmbeddedEventStore eventStore(EventStorageEngine engine, Configuration axon) {
        return EmbeddedEventStore.builder()
                .storageEngine(engine)
                .cachedEvents(CACHED_FOR_READERS)
                .messageMonitor(axon.messageMonitor(EventStore.class, "eventStore"))
                .spanFactory(axon.getComponent(EventBusSpanFactory.class))
                .build();
    }

    @Bean
    TokenStore tokenStore(
            EventTables tables, ConnectionProvider connections, Serializer serializer) {
        return JdbcTokenStore.builder()
                .schema(tables.tokens())
                .connectionProvider(connections)
                .serializer(serializer)
                .build();
    }

    @Bean
    EventLog eventLog(
            EventTables tables, EventRows rows, EventSerializer serializer, Configuration axon) {
        return new JdbcEventLog(rows, serializer, axon.upcasterChain());
    }
}
