package org.aidledger.projections;

import static org.aidledger.projections.Story.cny;
import static org.aidledger.projections.Story.on;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.fund.GovernanceCommand.SetPolicy;
import org.aidledger.fund.Mode;
import org.aidledger.fund.PolicyItem;
import org.aidledger.fund.ProjectId;
import org.aidledger.fund.WorksCommand.ReportProgress;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.ProjectFigures;
import org.junit.jupiter.api.Test;

/** Of two statements for one day the later recorded one counts, from when it was recorded. */
class SameDayTest {

    private static final ProjectId ROAD = new ProjectId("road");
    private static final Instant BETWEEN = Instant.parse("2024-06-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

    @Test
    void theLaterRecordedOneCounts() throws SQLException {
        Story story =
                new Story("zj-2024")
                        .open(Mode.OBSERVED, "100.00")
                        .enrol(ROAD, "基础设施", "乌什县", false, "30.00")
                        .then(report(30, "r-1", "2024-05-01"))
                        .then(policy("180", "p-1", "2024-05-01"))
                        .at("2024-07-01T00:00:00Z")
                        .then(report(40, "r-2", "2024-05-01"))
                        .then(policy("90", "p-2", "2024-05-01"))
                        .then(report(10, "r-3", "2024-04-30"))
                        .then(policy("60", "p-3", "2024-04-30"));
        try (TestReadSide read = new TestReadSide(Clock.systemUTC())) {
            read.take(story.more());
            FundFigures before = figures(read, story, "2024-05-01", BETWEEN);
            assertThat(road(before).physicalPercent()).contains(new BigDecimal("30"));
            assertThat(before.idleAfterDays()).isEqualTo(180);

            FundFigures after = figures(read, story, "2024-05-01", LATER);
            assertThat(road(after).physicalPercent()).contains(new BigDecimal("40"));
            assertThat(road(after).workValue()).isEqualTo(cny("40.00"));
            assertThat(after.idleAfterDays()).isEqualTo(90);

            FundFigures dayBefore = figures(read, story, "2024-04-30", LATER);
            assertThat(road(dayBefore).physicalPercent()).contains(new BigDecimal("10"));
            assertThat(dayBefore.idleAfterDays()).isEqualTo(60);
        }
    }

    private static ReportProgress report(int percent, String id, String day) {
        return new ReportProgress(
                new FundId("zj-2024"),
                on(day, id),
                ROAD,
                BigDecimal.valueOf(percent),
                cny(percent + ".00"),
                "监理 赵刚");
    }

    private static SetPolicy policy(String days, String id, String day) {
        return new SetPolicy(
                new FundId("zj-2024"),
                on(day, id),
                PolicyItem.IDLE_AFTER_DAYS,
                new BigDecimal(days));
    }

    private static FundFigures figures(TestReadSide read, Story story, String day, Instant known) {
        return read.budgets.of(story.fund, new AsOf(LocalDate.parse(day), known)).orElseThrow();
    }

    private static ProjectFigures road(FundFigures figures) {
        return figures.projects().getFirst();
    }
}
