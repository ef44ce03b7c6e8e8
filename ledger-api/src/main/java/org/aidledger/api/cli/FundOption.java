package org.aidledger.api.cli;

import picocli.CommandLine.Option;

/** Which fund is meant. */
final class FundOption {

    @Option(
            names = "--fund",
            required = true,
            paramLabel = "FUND",
            description = "The fund's id; `aidledger funds` lists them.")
    private String fund = "";

    /** Where the fund's own questions begin. */
    String path() {
        return "/api/v1/funds/" + LedgerClient.encoded(fund);
    }

    @Override
    public String toString() {
        return fund;
    }
}
