package org.aidledger.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.aidledger.access.Caller;
import org.aidledger.access.KeptRead;
import org.aidledger.access.KeptReads;
import org.aidledger.access.Question;
import org.aidledger.access.ReadFilter;
import org.aidledger.access.Right;
import org.aidledger.access.Role;
import org.aidledger.access.Scope;
import org.aidledger.event.Actor;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

/** What was asked is kept, whatever it was and whatever the database does meanwhile. */
class ReadLogTest {

    private static final Caller AUDITOR =
            new Caller(
                    "auditor", new Actor("审计处 李明"), Set.of(Role.AUDITOR), Scope.EVERYTHING, false);
    private static final LocalDate IMPOSSIBLE = LocalDate.of(2024, 2, 29);

    private final List<KeptRead> kept = Collections.synchronizedList(new ArrayList<>());

    /** Knows no leap days, and is away for the first few times. */
    private final class Fussy implements KeptReads {

        private final AtomicInteger away;

        Fussy(int away) {
            this.away = new AtomicInteger(away);
        }

        @Override
        public void add(List<KeptRead> reads) {
            if (away.getAndDecrement() > 0) {
                throw new DataAccessResourceFailureException("away");
            }
            if (reads.stream().anyMatch(read -> read.asOf().equals(Optional.of(IMPOSSIBLE)))) {
                throw new DataIntegrityViolationException("no such day");
            }
            kept.addAll(reads);
        }

        @Override
        public List<KeptRead> find(ReadFilter wanted, Optional<Long> before, int limit) {
            return List.of();
        }
    }

    private void ask(KeptReads reads, LocalDate... dates) {
        try (ReadLog log = new ReadLog(reads, Clock.systemUTC())) {
            for (LocalDate date : dates) {
                log.keep(AUDITOR, question(date), "/funds/阿克苏?asOf=" + date);
            }
        }
    }

    private static Question question(LocalDate date) {
        return Question.of(Right.FIGURES, new FundId("f"), new AsOf(date, Instant.EPOCH));
    }

    @Test
    void aQuestionThatCannotBeStoredHoldsUpNoOtherAndIsKeptBare() {
        ask(new Fussy(0), LocalDate.of(2024, 1, 1), IMPOSSIBLE, LocalDate.of(2024, 1, 2));
        assertThat(kept)
                .extracting(KeptRead::figure)
                .containsExactly(
                        "/funds/阿克苏?asOf=2024-01-01",
                        "/funds/????asOf=2024-02-29",
                        "/funds/阿克苏?asOf=2024-01-02");
        assertThat(kept.get(1).asOf()).isEmpty();
        assertThat(kept.get(1).user()).isEqualTo("auditor");
    }

    @Test
    void aDatabaseThatIsAwayIsWaitedFor() {
        ask(new Fussy(2), LocalDate.of(2024, 1, 1));
        assertThat(kept).hasSize(1);
        assertThat(kept.getFirst().asOf()).isPresent();
    }
}
