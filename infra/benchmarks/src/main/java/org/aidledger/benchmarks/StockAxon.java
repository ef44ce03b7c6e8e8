package org.aidledger.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.aidledger.eventstore.stored.EventSerializer;
import org.aidledger.fund.Fund;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * The same aggregate and the same stored form on Axon's own JDBC engine: its transaction around
 * each command, its cache of aggregates, as many connections as callers.
 */
final class StockAxon implements AutoCloseable {

    private static final int CONNECTIONS = 64;

    private final HikariDataSource pool;
    private final Configuration axon;

    StockAxon(Databases databases) {
        pool = databases.pool(databases.create("stock"), CONNECTIONS);
        var connections = new SpringDataSourceConnectionProvider(pool);
        TransactionManager transactions =
                new SpringTransactionManager(new DataSourceTransactionManager(pool));
        JdbcEventStorageEngine engine = engine(connections, transactions);
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        UnaryOperator<Configurer> events = c -> c.configureEmbeddedEventStore(_ -> engine);
        axon =
                events.apply(DefaultConfigurer.defaultConfiguration(false))
                        .configureTransactionManager(_ -> transactions)
                        .configureSerializer(_ -> EventSerializer.ofLedger())
                        .configureAggregate(
                                AggregateConfigurer.defaultConfiguration(Fund.class)
                                        .configureCache(_ -> new WeakReferenceCache()))
                        .buildConfiguration();
        axon.start();
    }

    private static JdbcEventStorageEngine engine(
            SpringDataSourceConnectionProvider connections, TransactionManager transactions) {
        Serializer serializer = EventSerializer.ofLedger();
        PersistenceExceptionResolver duplicates =
                e -> e instanceof SQLException sql && "23505".equals(sql.getSQLState());
        return JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(transactions)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .upcasterChain(NoOpEventUpcaster.INSTANCE)
                .persistenceExceptionResolver(duplicates)
                .schema(EventSchema.builder().build())
                .build();
    }

    Commands commands() {
        return new Commands(axon.commandGateway());
    }

    @Override
    public void close() {
        axon.shutdown();
        pool.close();
    }
}
