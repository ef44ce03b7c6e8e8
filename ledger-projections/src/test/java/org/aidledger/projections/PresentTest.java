package org.aidledger.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.aidledger.event.AsOf;
import org.aidledger.projections.status.Present;
import org.junit.jupiter.api.Test;

class PresentTest {

    private static final Instant NOW = Instant.parse("2024-06-30T12:00:00Z");
    private static final Clock MACHINE = Clock.fixed(NOW, ZoneOffset.UTC);

    @Test
    void isTheMachinesTime() {
        assertThat(new Present(() -> NOW.minusMillis(1), MACHINE).asOf())
                .isEqualTo(new AsOf(LocalDate.of(2024, 6, 30), NOW));
    }

    @Test
    void leavesOutNothingThatWasRecordedBeforeTheClockWasSetBack() {
        Instant ahead = NOW.plusSeconds(86_400);
        assertThat(new Present(() -> ahead, MACHINE).asOf())
                .isEqualTo(new AsOf(LocalDate.of(2024, 6, 30), ahead));
    }
}
