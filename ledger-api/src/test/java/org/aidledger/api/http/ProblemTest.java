package org.aidledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.aidledger.api.command.RejectionCodes;
import org.aidledger.fund.Ceiling;
import org.aidledger.fund.RuleBroken.CeilingExceeded;
import org.aidledger.money.Money;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void noRejectionHidesAStandardMember() {
        Set<String> standard = Set.of("type", "title", "status", "code", "detail", "instance");

        RejectionCodes.all()
                .values()
                .forEach(rejection ->
                        assertThat(RejectionValues.of(rejection).keySet())
                                .doesNotContainAnyElementsOf(standard));
    }

    @Test
    void amountsAreDecimalsAndTheCurrencyIsSaidOnce() {
        Problem problem =
                Problem.of(
                        new CeilingExceeded(
                                Ceiling.CASH,
                                "F",
                                Money.of("2.00", "CNY"),
                                Money.of("1.00", "CNY"),
                                java.time.LocalDate.of(2024, 6, 30)));

        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.code()).isEqualTo("CASH_EXCEEDED");
        assertThat(problem.values())
                .containsEntry("acceptable", "1.00")
                .containsEntry("requested", "2.00")
                .containsEntry("currency", "CNY")
                .containsEntry("firstDay", "2024-06-30");
    }

    @Test
    void everyRefusalHasACode() {
        assertThat(RejectionCodes.all().keySet())
                .hasSizeGreaterThan(50)
                .contains("ALLOCATION_EXCEEDED", "FINDING_CLOSED", "BATCH_REFUSED");
    }
}
