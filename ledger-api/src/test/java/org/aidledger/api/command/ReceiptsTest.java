package org.aidledger.api.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.aidledger.access.ReadGuard;
import org.aidledger.event.EventLog;
import org.aidledger.event.Outcome.Accepted;
import org.aidledger.event.OutcomeUnknown;
import org.aidledger.event.PostingId;
import org.aidledger.projections.reading.Reads;
import org.aidledger.projections.status.Progress;
import org.aidledger.projections.status.ReadSide;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** The database goes away between the commit of a posting and its answer. */
class ReceiptsTest {

    private static final Accepted ACCEPTED = new Accepted("F", 0, 1);
    private static final PostingId ID = new PostingId("p");

    private final EventLog log =
            away(EventLog.class, new DataAccessResourceFailureException("the database is away"));
    private final DataSource database =
            away(DataSource.class, new SQLTransientConnectionException("the database is away"));
    private final Receipts receipts =
            new Receipts(
                    log,
                    new ReadSide(
                            new Reads(database, ReadGuard.NONE),
                            log,
                            new Progress(),
                            Optional::empty));

    private static <T> T away(Class<T> type, Exception e) {
        Object there =
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, _, _) -> {
                            throw e;
                        });
        return type.cast(there);
    }

    @Test
    void whoWasAcceptedDoesNotHearThatTheLedgerWasBusy() {
        assertThatThrownBy(() -> receipts.stored(ACCEPTED, ID)).isInstanceOf(OutcomeUnknown.class);
        assertThatThrownBy(() -> receipts.stored(List.of(ACCEPTED), Set.of(ID)))
                .isInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void whatCannotBeReadIsNotVisibleYet() {
        assertThat(receipts.isVisible(7, Duration.ofMillis(50))).isFalse();
    }
}
