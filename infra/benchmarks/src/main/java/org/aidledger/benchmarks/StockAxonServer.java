package org.aidledger.benchmarks;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.aidledger.eventstore.stored.EventSerializer;
import org.aidledger.fund.Fund;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/**
 * The same aggregate and the same stored form on Axon's own connector: commands through Axon
 * Server, events in it, its cache of aggregates, as many threads as callers. Answers of commands
 * are left away, which spares it their way back.
 */
final class StockAxonServer implements AutoCloseable {

    private static final int THREADS = 64;

    private final Configuration axon;

    /**
     * @param server {@code host:port} of an Axon Server on which no ledger works
     */
    StockAxonServer(String server) {
        AxonServerConfiguration connector =
                AxonServerConfiguration.builder()
                        .componentName("aid-ledger-bench")
                        .servers(server)
                        .build();
        connector.setCommandThreads(THREADS);
        // Axon finds its connector by itself.
        axon =
                DefaultConfigurer.defaultConfiguration(true)
                        .registerComponent(AxonServerConfiguration.class, _ -> connector)
                        .configureSerializer(_ -> messages())
                        .configureEventSerializer(_ -> EventSerializer.ofLedger())
                        .configureAggregate(
                                AggregateConfigurer.defaultConfiguration(Fund.class)
                                        .configureCache(_ -> new WeakReferenceCache()))
                        .buildConfiguration();
        axon.start();
        axon.getComponent(CommandBus.class)
                .registerHandlerInterceptor((_, chain) -> {
                    chain.proceed();
                    return null;
                });
    }

    private static Serializer messages() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(mapper ->
                        mapper.changeDefaultVisibility(v ->
                                v.withFieldVisibility(Visibility.ANY)
                                        .withGetterVisibility(Visibility.NONE)
                                        .withIsGetterVisibility(Visibility.NONE)))
                .build();
    }

    Commands commands() {
        return new Commands(axon.commandGateway());
    }

    @Override
    public void close() {
        axon.shutdown();
    }
}
