package org.aidledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.aidledger.event.EventLog;
import org.aidledger.event.Recorded;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;
import org.aidledger.fund.PostBatch;
import org.aidledger.fund.PostBatch.BatchMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log as its readers see it: in order, complete, with nothing turning up behind them. */
class EventLogTest {

    private static final FundId FUND = new FundId("f");

    private final TestLedger ledger = TestLedger.start();
    private final EventLog log = ledger.log();

    @AfterEach
    void stop() {
        ledger.close();
    }

    @BeforeEach
    void anEmptyLogSaysSo() {
        assertThat(log.head()).isEqualTo(-1);
        assertThat(log.count()).isZero();
        assertThat(log.after(-1, 10)).isEmpty();
        assertThat(log.ofStream("f", 0, 10)).isEmpty();
        ledger.send(Given.open(FUND));
    }

    @Test
    void positionsCountFromZeroThroughAllStreams() {
        ledger.send(Given.open(new FundId("g")));
        ledger.send(Given.receive(FUND, "r-1", "1.00"));
        ledger.send(Given.receive(new FundId("g"), "r-1", "1.00"));

        assertThat(log.after(-1, 10))
                .extracting(Recorded::position, r -> r.event().stream(), Recorded::sequence)
                .containsExactly(
                        tuple(0L, "f", 0L),
                        tuple(1L, "g", 0L),
                        tuple(2L, "f", 1L),
                        tuple(3L, "g", 1L));
        assertThat(log.after(1, 1)).extracting(Recorded::position).containsExactly(2L);
        assertThat(log.after(3, 10)).isEmpty();
        assertThat(log.head()).isEqualTo(3);
        assertThat(log.count()).isEqualTo(4);
        assertThat(log.ofStream("g", 1, 10)).isEqualTo(log.after(2, 10));
    }

    @Test
    void aLongStreamIsReadToItsEnd() {
        List<FundCommand> lines = new ArrayList<>();
        for (int i = 1; i <= 5000; i++) {
            lines.add(Given.receive(FUND, "r-" + i, "1.00"));
        }
        ledger.send(new PostBatch(FUND, BatchMode.ATOMIC, lines));

        List<Long> sequences = new ArrayList<>();
        log.readStream("f", r -> sequences.add(r.sequence()));
        assertThat(sequences).isEqualTo(LongStream.rangeClosed(0, 5000).boxed().toList());
    }

    @Test
    void eventsAreFoundByTheirPositions() {
        for (int i = 1; i <= 5; i++) {
            ledger.send(Given.receive(FUND, "r-" + i, "1.00"));
        }
        assertThat(log.at(List.of(4L, 99L, 1L)))
                .isEqualTo(List.of(log.after(0, 1).getFirst(), log.after(3, 1).getFirst()));
        assertThat(log.at(List.of())).isEmpty();
    }
}
