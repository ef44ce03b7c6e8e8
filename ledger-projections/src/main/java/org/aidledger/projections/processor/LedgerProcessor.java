package org.aidledger.projections.processor;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.projections.status.Progress;
import org.aidledger.projections.writing.ReadModel;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Collects the events of a batch and stores their facts together, just before the batch's
 * transaction commits.
 */
@ProcessingGroup(LedgerProcessor.NAME)
public final class LedgerProcessor {

    /** Name of the processor, and of its token. */
    public static final String NAME = "ledger";

    private static final String BATCH = "ledger.batch";

    private final ReadModel model;
    private final DataSource dataSource;
    private final Progress progress;
    private final BatchListener listener;

    /**
     * @param progress told what is committed
     * @param listener told afterwards
     */
    public LedgerProcessor(
            ReadModel model, DataSource dataSource, Progress progress, BatchListener listener) {
        this.model = model;
        this.dataSource = dataSource;
        this.progress = progress;
        this.listener = listener;
    }

    @EventHandler
    void on(LedgerEvent event, DomainEventMessage<?> message, TrackingToken token) {
        batch(CurrentUnitOfWork.get())
                .add(
                        new Recorded<>(
                                token.position().orElseThrow(),
                                message.getIdentifier(),
                                message.getSequenceNumber(),
                                message.getTimestamp(),
                                event));
    }

    private List<Recorded<LedgerEvent>> batch(UnitOfWork<?> work) {
        List<Recorded<LedgerEvent>> known = work.getResource(BATCH);
        if (known != null) {
            return known;
        }
        List<Recorded<LedgerEvent>> batch = new ArrayList<>();
        work.resources().put(BATCH, batch);
        Instant began = Instant.now();
        work.onPrepareCommit(_ -> store(batch));
        work.afterCommit(_ -> {
            progress.reached(batch.getLast().position(), batch.getLast().recorded());
            listener.stored(List.copyOf(batch), began, Instant.now());
        });
        return batch;
    }

    private void store(List<Recorded<LedgerEvent>> batch) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            if (!DataSourceUtils.isConnectionTransactional(connection, dataSource)) {
                throw new IllegalStateException(
                        "the read tables may only be written in the transaction of the token");
            }
            model.store(batch, connection, ReadModel.LIVE);
        } catch (SQLException e) {
            throw new UncategorizedSQLException("storing the facts of a batch", null, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
