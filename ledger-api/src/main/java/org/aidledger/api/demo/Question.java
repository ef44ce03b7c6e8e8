package org.aidledger.api.demo;

import java.util.List;

/**
 * Something worth asking.
 *
 * @param shows what the answer shows
 * @param path below the server's address
 */
public record Question(String shows, String path) {

    static final List<Question> ALL =
            List.of(
                    of(
                            "the published half-year rates: 90.31 %, 84.33 %, 51.03 %, gap 39.28",
                            AksuFund.ID, "indicators?asOf=2024-06-30"),
                    of(
                            "the same day as known on 5 July, before the corrections came in",
                            AksuFund.ID,
                            "indicators?asOf=2024-06-30&knownAt=2024-07-05"),
                    of(
                            "the events between those two answers",
                            AksuFund.ID,
                            "changes?from=2024-06-30@2024-07-05&to=2024-06-30"),
                    of(
                            "money by project at the end of the year, after reclaims and adjustments",
                            AksuFund.ID,
                            "budget?asOf=2024-12-31"),
                    of(
                            "who posted, approved, reversed and corrected what",
                            AksuFund.ID,
                            "trail?asOf=2024-07-31"),
                    of(
                            "49 projects, 342 million; one paid 52 points ahead of its progress",
                            TaizhouFund.ID,
                            "indicators?asOf=2022-08-31"),
                    of(
                            "idle and design-deviating money before the meeting's decision",
                            WushanFund.ID,
                            "budget?asOf=2022-08-15"),
                    of(
                            "the same money reclaimed in full and reallocated",
                            WushanFund.ID,
                            "budget?asOf=2022-09-30"),
                    of(
                            "33 of 33 findings closed; published shares that cannot both be true",
                            QuzhouFund.ID,
                            "indicators?asOf=2021-12-31"),
                    of(
                            "9,784.00 yuan recovered in 2021 from the year before",
                            QuzhouEarlierFund.ID,
                            "budget?asOf=2021-12-31"),
                    of(
                            "the year 2020 itself, untouched by that",
                            QuzhouEarlierFund.ID,
                            "budget?asOf=2020-12-31"),
                    of(
                            "a history that breaks rules: 34 completed of 32 started",
                            TachengFund.ID,
                            "indicators?asOf=2017-12-31"),
                    new Question("all funds side by side", "/api/v1/indicators"));

    private static Question of(String shows, String fund, String path) {
        return new Question(shows, "/api/v1/funds/" + fund + "/" + path);
    }
}
