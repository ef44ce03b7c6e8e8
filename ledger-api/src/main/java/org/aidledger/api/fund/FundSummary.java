package org.aidledger.api.fund;

import org.aidledger.fund.FundId;
import org.aidledger.fund.Mode;
import org.aidledger.indicator.FundFigures;

/** One fund among others. */
record FundSummary(
        FundId fund,
        String name,
        String donor,
        String recipient,
        int fiscalYear,
        Mode mode,
        String currency,
        int scale,
        int planVersion,
        int findingsOpen,
        int breaches,
        Sums totals) {

    static FundSummary of(FundFigures f) {
        return new FundSummary(
                f.fund(),
                f.name(),
                f.donor(),
                f.recipient(),
                f.fiscalYear(),
                f.mode(),
                f.denomination().currency(),
                f.denomination().scale(),
                f.planVersion(),
                f.findings().raised() - f.findings().closed(),
                f.breaches(),
                Sums.of(f));
    }
}
