package org.aidledger.eventstore;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.aidledger.approval.Approval;
import org.aidledger.event.EventLog;
import org.aidledger.eventstore.append.Appender;
import org.aidledger.eventstore.command.CachingRepository;
import org.aidledger.eventstore.command.CollisionRetry;
import org.aidledger.eventstore.command.CommandStreams;
import org.aidledger.eventstore.command.FairLocks;
import org.aidledger.eventstore.command.LedgerCommandBus;
import org.aidledger.eventstore.payee.PayeeDesk;
import org.aidledger.eventstore.payee.Vault;
import org.aidledger.eventstore.snapshot.BackgroundSnapshotter;
import org.aidledger.eventstore.snapshot.SnapshotRule;
import org.aidledger.finding.Finding;
import org.aidledger.fund.Fund;
import org.aidledger.payee.PayeeFile;
import org.aidledger.sample.Sample;
import org.aidledger.snapshot.Snapshot;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.modelling.command.RepositorySpanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How commands reach the aggregates and how processors read what these recorded. */
@Configuration(proxyBeanMethods = false)
class ProcessingWiring {

    /** What an event adds to its aggregate in memory, more or less. */
    private static final long BYTES_FOR_EVENT = 250;

    /** Events of aggregates kept in memory, of each kind: as many as a third of it takes. */
    private static final long CACHED_EVENTS =
            Runtime.getRuntime().maxMemory() / 3 / BYTES_FOR_EVENT;

    private static final int PROCESSOR_BATCH = 500;

    @Bean
    @ConditionalOnMissingBean
    SnapshotRule snapshotRule() {
        return SnapshotRule.USUAL;
    }

    @Bean
    BackgroundSnapshotter snapshotter(EventStore events, SnapshotRule rule) {
        return new BackgroundSnapshotter(
                AggregateSnapshotter.builder()
                        .eventStore(events)
                        .aggregateFactories(new GenericAggregateFactory<>(Fund.class)),
                rule);
    }

    @Bean
    ConfigurerModule ledgerAggregates(
            Appender appender, ObjectProvider<BackgroundSnapshotter> snapshotter) {
        return axon -> {
            axon.configureAggregate(
                    aggregate(Fund.class, appender, () -> snapshotter.getObject().triggers()));
            axon.configureAggregate(
                    aggregate(Finding.class, appender, () -> NoSnapshotTriggerDefinition.INSTANCE));
            axon.configureAggregate(
                    aggregate(
                            Approval.class, appender, () -> NoSnapshotTriggerDefinition.INSTANCE));
            axon.configureAggregate(
                    aggregate(
                            PayeeFile.class, appender, () -> NoSnapshotTriggerDefinition.INSTANCE));
            axon.configureAggregate(
                    aggregate(
                            Snapshot.class, appender, () -> NoSnapshotTriggerDefinition.INSTANCE));
            axon.configureAggregate(
                    aggregate(Sample.class, appender, () -> NoSnapshotTriggerDefinition.INSTANCE));
        };
    }

    private static <T> AggregateConfigurer<T> aggregate(
            Class<T> type, Appender appender, Supplier<SnapshotTriggerDefinition> snapshots) {
        return AggregateConfigurer.defaultConfiguration(type)
                .configureCommandTargetResolver(_ -> new CommandStreams())
                .configureRepository(axon ->
                        new CachingRepository<>(
                                EventSourcingRepository.builder(type)
                                        .lockFactory(new FairLocks(EventStoreWiring.PATIENCE))
                                        .snapshotTriggerDefinition(snapshots.get())
                                        .eventStore(axon.eventStore())
                                        .repositoryProvider(axon::repository)
                                        .parameterResolverFactory(axon.parameterResolverFactory())
                                        .handlerDefinition(axon.handlerDefinition(type))
                                        .spanFactory(
                                                axon.getComponent(RepositorySpanFactory.class)),
                                appender,
                                axon.eventStore()::lastSequenceNumberFor,
                                CACHED_EVENTS));
    }

    @Bean
    PayeeDesk payeeDesk(Vault vault, EventLog log) {
        return new PayeeDesk(vault, log);
    }

    /** Without Axon's transaction around each command, which would hold a connection. */
    @Bean
    @Qualifier("localSegment")
    CommandBus commandBus(
            Appender appender, PayeeDesk payees, org.axonframework.config.Configuration axon) {
        SimpleCommandBus.Builder parts =
                SimpleCommandBus.builder()
                        .spanFactory(axon.getComponent(CommandBusSpanFactory.class))
                        .messageMonitor(axon.messageMonitor(CommandBus.class, "commandBus"));
        LedgerCommandBus bus =
                new LedgerCommandBus(parts, appender, EventStoreWiring.PATIENCE, payees::settled);
        bus.registerDispatchInterceptor(payees);
        return bus;
    }

    /**
     * One thread reads each processor's events in order, from the first one on. An error undoes the
     * batch and is tried again from the same event, ever more seldom; meanwhile it shows in the
     * processor's status and nothing is skipped.
     */
    @Bean
    ConfigurerModule ledgerProcessors() {
        return axon ->
                axon.eventProcessing(processing ->
                        processing
                                .usingTrackingEventProcessors()
                                .registerDefaultListenerInvocationErrorHandler(
                                        _ -> PropagatingErrorHandler.instance())
                                .registerDefaultErrorHandler(
                                        _ -> PropagatingErrorHandler.instance())
                                .registerTrackingEventProcessorConfiguration(
                                        _ -> oneThreadInOrder()));
    }

    private static TrackingEventProcessorConfiguration oneThreadInOrder() {
        return TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                .andBatchSize(PROCESSOR_BATCH)
                .andTokenClaimInterval(1, TimeUnit.SECONDS)
                .andInitialTrackingToken(StreamableMessageSource::createTailToken);
    }

    @Bean
    ConfigurerModule recordedInstants() {
        return _ -> GenericEventMessage.clock = new MicrosecondClock(Clock.systemUTC());
    }

    /** Who did what is on the voucher; the ids of messages are nobody's business for ever. */
    @Bean
    CorrelationDataProvider noCorrelationData() {
        return _ -> Map.of();
    }

    @Bean
    CollisionRetry collisionRetry() {
        return new CollisionRetry();
    }

    @Bean
    CommandGateway commandGateway(CommandBus commands, CollisionRetry collisions) {
        return DefaultCommandGateway.builder()
                .commandBus(commands)
                .retryScheduler(collisions)
                .build();
    }
}
