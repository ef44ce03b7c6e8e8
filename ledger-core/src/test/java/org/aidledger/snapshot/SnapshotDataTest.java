package org.aidledger.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.event.AsOf;
import org.aidledger.fund.Channel;
import org.aidledger.fund.FundId;
import org.aidledger.fund.Mode;
import org.aidledger.fund.PolicyItem;
import org.aidledger.fund.ProjectId;
import org.aidledger.fund.ProjectProfile;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.FundFigures.FindingFigures;
import org.aidledger.indicator.FundFigures.OtherFlow;
import org.aidledger.indicator.Indicator;
import org.aidledger.indicator.ProjectFigures;
import org.aidledger.indicator.ProjectStatus;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;
import org.junit.jupiter.api.Test;

/** The form of the data of snapshots, which never changes. */
class SnapshotDataTest {

    private static final Path KEPT = Path.of("src/test/resources/snapshots/data-v1.json");
    private static final Instant KNOWN = Instant.parse("2024-07-05T08:00:00.000123Z");
    private static final LocalDate MAY = LocalDate.of(2024, 5, 31);
    private static final LocalDate JUNE = LocalDate.of(2024, 6, 30);

    private static Money cny(String amount) {
        return Money.of(amount, "CNY");
    }

    private static ProjectFigures project(String id, boolean livelihood, String disbursed) {
        return new ProjectFigures(
                new ProjectId(id),
                new ProjectProfile(
                        "阿克苏 \"第二\" 小学",
                        "教育",
                        "温宿县",
                        Channel.LOCAL,
                        ProjectProfile.Kind.NEW,
                        ProjectProfile.Delivery.TURNKEY,
                        true,
                        livelihood,
                        false,
                        false),
                ProjectStatus.STARTED,
                true,
                false,
                cny("600.00"),
                cny("600.00"),
                cny("500.00"),
                cny(disbursed),
                cny("10.50"),
                cny("0.00"),
                cny("0.00"),
                cny("-20.00"),
                cny("480.00"),
                cny("0.00"),
                Optional.of(new BigDecimal("12.50")),
                cny("75.00"),
                Optional.of(LocalDate.of(2024, 3, 1)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(LocalDate.of(2024, 4, 2)));
    }

    private static FundFigures fund(String id, LocalDate date, ProjectFigures... projects) {
        return new FundFigures(
                new FundId(id),
                new AsOf(date, KNOWN),
                "浙江援阿克苏",
                "浙江省",
                "阿克苏地区",
                2024,
                Mode.STRICT,
                Denomination.of("CNY"),
                1,
                cny("1000.00"),
                cny("900.00"),
                Map.of(PolicyItem.GAP_ALERT_POINTS, new BigDecimal("10.0")),
                new FindingFigures(3, 1, cny("100.00"), cny("30.00")),
                2,
                Map.of("interest", new OtherFlow(2, cny("1.25"))),
                List.of(projects));
    }

    private static SnapshotFigures figures(String disbursed) {
        SnapshotTerms terms =
                new SnapshotTerms(
                        SnapshotKind.MONTHLY_BULLETIN,
                        JUNE,
                        KNOWN,
                        List.of(new FundId("aksu"), new FundId("empty")),
                        Indicator.Code.DISBURSEMENT_RATE);
        return new SnapshotFigures(
                terms,
                List.of(
                        new SnapshotFigures.Point(MAY, List.of(fund("empty", MAY))),
                        new SnapshotFigures.Point(
                                JUNE,
                                List.of(
                                        fund(
                                                "aksu",
                                                JUNE,
                                                project("P-1", true, disbursed),
                                                project("P-2", false, "0.00")),
                                        fund("empty", JUNE)))));
    }

    /** What was frozen by this form is frozen: make another form for what is new. */
    @Test
    void R17_theFormIsKeptToItsLastByte() throws IOException {
        assertThat(new String(figures("300.00").data(), StandardCharsets.UTF_8) + "\n")
                .isEqualTo(Files.readString(KEPT));
    }

    @Test
    void R17_theSmallestDifferenceGivesAnotherDigest() {
        assertThat(figures("300.00").digest()).isEqualTo(figures("300.00").digest());
        assertThat(figures("300.01").digest()).isNotEqualTo(figures("300.00").digest());
    }

    @Test
    void isCanonical() {
        assertThat(
                        new String(
                                CanonicalJson.of(
                                        Map.of(
                                                "b",
                                                List.of(1, -2L, true),
                                                "a",
                                                "\"\\/\n\u0001\u20ac",
                                                "\ud83d\ude00",
                                                new BigDecimal("1.50"),
                                                "\ufb33",
                                                new BigDecimal("-0.00"),
                                                "c",
                                                Map.of())),
                                StandardCharsets.UTF_8))
                .as("names in the order of their UTF-16 units, as RFC 8785 has them")
                .isEqualTo(
                        "{\"a\":\"\\\"\\\\/\\n\\u0001\u20ac\",\"b\":[1,-2,true],\"c\":{},"
                                + "\"\ud83d\ude00\":\"1.5\",\"\ufb33\":\"0\"}");
        assertThatThrownBy(() -> CanonicalJson.of(1L << 53))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(CanonicalJson.plain(new BigDecimal("1E+3"))).isEqualTo("1000");
    }

    @Test
    void ranksTheHighestFirstAndWhatHasNoRateLast() {
        List<Ranking.Place> places =
                Ranking.of(
                        List.of(
                                fund("c", JUNE),
                                fund("b", JUNE, project("P", true, "60.00")),
                                fund("a", JUNE, project("P", true, "60.00")),
                                fund("d", JUNE, project("P", true, "90.00"))),
                        Indicator.Code.DISBURSEMENT_RATE);
        assertThat(places).extracting(p -> p.id().value()).containsExactly("d", "a", "b", "c");
        assertThat(places)
                .extracting(Ranking.Place::rank)
                .containsExactly(Optional.of(1), Optional.of(2), Optional.of(2), Optional.empty());
    }
}
