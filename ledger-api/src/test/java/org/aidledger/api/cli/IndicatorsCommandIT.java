package org.aidledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.aidledger.api.TestFund;
import org.junit.jupiter.api.Test;

/** No rate is printed without the two dates it is of and what it divides by what. */
class IndicatorsCommandIT {

    private static String printed(String... arguments) {
        CommandLineRun run = CommandLineRun.onServer(arguments);
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out();
    }

    @Test
    void ofOneFund() {
        TestFund fund = TestFund.open();
        fund.receive("2024-02-01", "500.00");

        assertThat(
                        printed(
                                "indicators",
                                "--fund",
                                fund.id(),
                                "--as-of",
                                "2024-06-30",
                                "--known-at",
                                "2099-01-01T00:00:00Z"))
                .startsWith(
                        fund.id() + "  as of 2024-06-30, as known at 2099-01-01T00:00:00Z, in CNY")
                .containsPattern("RECEIVED_RATE .* 500\\.00 .*received ÷ authorised");
    }

    @Test
    void ofAllFundsSideBySide() {
        String fund = TestFund.open().id();

        assertThat(
                        printed(
                                "indicators",
                                "--as-of",
                                "2024-06-30",
                                "--known-at",
                                "2099-01-01T00:00:00Z"))
                .startsWith("as of 2024-06-30, as known at 2099-01-01T00:00:00Z; percent")
                .contains(fund)
                .containsPattern("Received +received ÷ authorised")
                .containsPattern("Gap +disbursement rate − investment completion")
                .contains("Numerators and denominators: --fund FUND, or --format csv.");
    }

    @Test
    void withoutAFundThereIsNothingToDivide() {
        assertThat(printed("indicators", "--as-of", "1990-01-01"))
                .contains("as of 1990-01-01")
                .doesNotContain("÷");
    }
}
