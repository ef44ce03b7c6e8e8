package org.aidledger.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.aidledger.fund.Timeline.Span;
import org.junit.jupiter.api.Test;

/** An amount over time, changed in any order of date. */
class TimelineTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    private static LocalDate day(int n) {
        return START.plusDays(n);
    }

    @Test
    void aChangeCountsFromItsDayOn() {
        Timeline timeline = new Timeline();
        timeline.add(day(10), 5);
        timeline.add(day(5), 2);
        timeline.add(day(5), 1);
        assertThat(timeline.at(day(4))).isZero();
        assertThat(timeline.at(day(5))).isEqualTo(3);
        assertThat(timeline.at(day(9))).isEqualTo(3);
        assertThat(timeline.at(day(10))).isEqualTo(8);
        assertThat(timeline.changesAfter(day(5))).containsExactly(day(10));
    }

    @Test
    void anEmptyTimelineStandsAtZero() {
        Timeline timeline = new Timeline();
        assertThat(timeline.leastFrom(day(0))).isZero();
        assertThat(timeline.firstBelow(Span.from(day(0)), 0)).isEmpty();
        assertThat(timeline.firstBelow(Span.from(day(0)), 1)).contains(day(0));
    }

    @Test
    void aSpanEndsBeforeItsLastDay() {
        Timeline timeline = new Timeline();
        timeline.add(day(0), 10);
        timeline.add(day(5), -7);
        assertThat(timeline.least(new Span(day(1), day(5)))).isEqualTo(10);
        assertThat(timeline.least(new Span(day(1), day(6)))).isEqualTo(3);
        assertThat(timeline.firstBelow(new Span(day(1), day(5)), 4)).isEmpty();
        assertThat(timeline.firstBelow(new Span(day(1), day(6)), 4)).contains(day(5));
    }

    @Test
    void agreesWithACountOfEveryDay() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            Timeline timeline = new Timeline();
            Map<Integer, Long> byDay = new HashMap<>();
            for (int i = 0; i < 20; i++) {
                int from = random.nextInt(30);
                long change = random.nextInt(21) - 10L;
                timeline.add(day(from), change);
                byDay.merge(from, change, Long::sum);
            }
            int from = random.nextInt(30);
            long least = Long.MAX_VALUE;
            for (int day = 0; day < 31; day++) {
                long standing = 0;
                for (int d = 0; d <= day; d++) {
                    standing += byDay.getOrDefault(d, 0L);
                }
                assertThat(timeline.at(day(day))).isEqualTo(standing);
                least = day >= from ? Math.min(least, standing) : least;
            }
            assertThat(timeline.leastFrom(day(from))).isEqualTo(least);
            assertThat(timeline.firstBelow(Span.from(day(from)), least)).isEmpty();
            assertThat(timeline.firstBelow(Span.from(day(from)), least + 1)).isPresent();
        }
    }
}
