package org.aidledger.api.fund;

import org.aidledger.api.http.ProblemException;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.FundFigures;
import org.aidledger.projections.budget.Budgets;
import org.springframework.stereotype.Component;

/** Asks for a fund's figures on behalf of a request. */
@Component
public class FundReading {

    private final Budgets budgets;

    FundReading(Budgets budgets) {
        this.budgets = budgets;
    }

    /**
     * The figures of a fund.
     *
     * @throws ProblemException 404 if it was not open, or not known, by then
     */
    public FundFigures figures(FundId fund, AsOf asOf) {
        return budgets.of(fund, asOf).orElseThrow(() -> ProblemException.unknownFund(fund));
    }

    /**
     * The head of a view of a fund.
     *
     * @throws ProblemException 404 if it was not open, or not known, by then
     */
    public Head head(FundId fund, AsOf asOf) {
        return Head.of(figures(fund, asOf));
    }
}
