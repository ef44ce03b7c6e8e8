package org.aidledger.projections.wiring;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.aidledger.access.ReadGuard;
import org.aidledger.event.EventLog;
import org.aidledger.projections.approvals.ApprovalProjection;
import org.aidledger.projections.approvals.ApprovalRegister;
import org.aidledger.projections.balance.Balances;
import org.aidledger.projections.budget.Budgets;
import org.aidledger.projections.budget.FundProjection;
import org.aidledger.projections.budget.PlanProjection;
import org.aidledger.projections.budget.WorksProjection;
import org.aidledger.projections.changes.Changes;
import org.aidledger.projections.findings.FindingProjection;
import org.aidledger.projections.findings.FindingRegister;
import org.aidledger.projections.journal.Courses;
import org.aidledger.projections.journal.Journal;
import org.aidledger.projections.life.Lives;
import org.aidledger.projections.processor.BatchListener;
import org.aidledger.projections.processor.LedgerProcessor;
import org.aidledger.projections.reading.Reads;
import org.aidledger.projections.reading.Replica;
import org.aidledger.projections.rebuild.Pace;
import org.aidledger.projections.rebuild.Rebuild;
import org.aidledger.projections.replay.Replay;
import org.aidledger.projections.samples.SampleProjection;
import org.aidledger.projections.samples.SampleRegister;
import org.aidledger.projections.snapshots.SnapshotProjection;
import org.aidledger.projections.snapshots.SnapshotRegister;
import org.aidledger.projections.status.Present;
import org.aidledger.projections.status.Progress;
import org.aidledger.projections.status.ReadSide;
import org.aidledger.projections.tally.Tallies;
import org.aidledger.projections.tally.TallyShape;
import org.aidledger.projections.trail.Trail;
import org.aidledger.projections.trail.TrailProjection;
import org.aidledger.projections.why.Why;
import org.aidledger.projections.writing.ReadModel;
import org.aidledger.projections.writing.ReadTables;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Every part of the read side, and the processor that feeds it. */
@AutoConfiguration(
        afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
@Import(ReplicaWiring.class)
public class ProjectionsWiring {

    private static final int BATCH = 1000;
    private static final int REBUILD_THREADS = 2;

    /**
     * The projections, in the order in which they see each event.
     *
     * @param shape of the two-axis index; readers must ask by the same
     */
    public static ReadModel readModel(TallyShape shape) {
        return new ReadModel(
                List.of(
                        new FundProjection(),
                        new PlanProjection(),
                        new WorksProjection(),
                        new FindingProjection(),
                        new ApprovalProjection(),
                        new SnapshotProjection(),
                        new SampleProjection(),
                        new TrailProjection()),
                shape);
    }

    @Bean
    ReadModel ledgerReadModel(DataSource dataSource) {
        ReadTables.migrate(dataSource);
        return readModel(TallyShape.STANDARD);
    }

    /** Asks for the model, so that the tables are there before the first question. */
    @Bean
    Reads reads(
            DataSource dataSource,
            ReadModel migrated,
            ReadGuard guard,
            ObjectProvider<Replica> replica) {
        return new Reads(dataSource, Optional.ofNullable(replica.getIfAvailable()), guard);
    }

    @Bean
    Journal journal(Reads reads, EventLog log) {
        return new Journal(reads, log);
    }

    @Bean
    Tallies tallies() {
        return new Tallies(TallyShape.STANDARD);
    }

    @Bean
    Balances balances(Reads reads, Tallies tallies) {
        return new Balances(reads, tallies);
    }

    @Bean
    Budgets budgets(Reads reads, Tallies tallies) {
        return new Budgets(reads, tallies);
    }

    @Bean
    Trail trail(Reads reads, EventLog log) {
        return new Trail(reads, log);
    }

    @Bean
    Lives lives(Reads reads) {
        return new Lives(reads);
    }

    @Bean
    Courses courses(Reads reads) {
        return new Courses(reads);
    }

    @Bean
    FindingRegister findingRegister(Reads reads) {
        return new FindingRegister(reads);
    }

    @Bean
    ApprovalRegister approvalRegister(Reads reads) {
        return new ApprovalRegister(reads);
    }

    @Bean
    SnapshotRegister snapshotRegister(Reads reads) {
        return new SnapshotRegister(reads);
    }

    @Bean
    SampleRegister sampleRegister(Reads reads, EventLog log) {
        return new SampleRegister(reads, log);
    }

    @Bean
    Changes changes(Reads reads, Budgets budgets, Trail trail) {
        return new Changes(reads, budgets, trail);
    }

    @Bean
    Why why(Reads reads, Budgets budgets, Trail trail, EventLog log) {
        return new Why(reads, budgets, trail, log);
    }

    @Bean
    Rebuild rebuild(DataSource dataSource, EventLog log, ReadModel model) {
        Rebuild rebuild = new Rebuild(dataSource, log, model, REBUILD_THREADS, Pace.USUAL);
        rebuild.tidy();
        return rebuild;
    }

    @Bean
    Replay replay(
            EventLog log, Reads reads, Budgets budgets, FindingRegister findings, Present present) {
        return new Replay(log, reads, budgets, findings, present);
    }

    @Bean
    Present present(ReadSide readSide) {
        return new Present(readSide::latestRecorded, Clock.systemUTC());
    }

    @Bean
    Progress readSideProgress() {
        return new Progress();
    }

    @Bean
    ReadSide readSide(
            Reads reads,
            EventLog log,
            Progress progress,
            ObjectProvider<EventProcessingConfiguration> processing) {
        return new ReadSide(
                reads,
                log,
                progress,
                () ->
                        processing
                                .getObject()
                                .eventProcessor(
                                        LedgerProcessor.NAME, StreamingEventProcessor.class));
    }

    /**
     * One thread reads all events in order, from the first one on. An error undoes the batch, shows
     * in the status and is tried again, ever more seldom; nothing is skipped.
     */
    @Bean
    ConfigurerModule ledgerProcessor(
            ReadModel model,
            DataSource dataSource,
            Progress progress,
            ObjectProvider<BatchListener> listeners) {
        BatchListener listener = listeners.getIfAvailable(() -> (_, _, _) -> {});
        return axon ->
                axon.eventProcessing(processing ->
                        processing
                                .registerEventHandler(_ ->
                                        new LedgerProcessor(model, dataSource, progress, listener))
                                .registerTrackingEventProcessor(
                                        LedgerProcessor.NAME,
                                        org.axonframework.config.Configuration::eventStore,
                                        _ ->
                                                TrackingEventProcessorConfiguration
                                                        .forSingleThreadedProcessing()
                                                        .andBatchSize(BATCH)
                                                        .andTokenClaimInterval(1, TimeUnit.SECONDS)
                                                        .andInitialTrackingToken(
                                                                StreamableMessageSource
                                                                        ::createTailToken))
                                .registerListenerInvocationErrorHandler(
                                        LedgerProcessor.NAME,
                                        _ -> PropagatingErrorHandler.instance())
                                .registerErrorHandler(
                                        LedgerProcessor.NAME,
                                        _ -> PropagatingErrorHandler.instance()));
    }
}
