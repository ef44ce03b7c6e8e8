package org.aidledger.api.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.fund.FundId;
import org.aidledger.golden.MemoryLedger;
import org.aidledger.indicator.Alert;
import org.aidledger.indicator.Alerts;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.Indicator;
import org.aidledger.indicator.Indicators;
import org.aidledger.money.Money;
import org.aidledger.rejection.CommandRejected;

/** The scenario, played into a ledger in memory. */
record Played(MemoryLedger ledger) {

    static Played under(long seed) {
        MemoryLedger ledger = new MemoryLedger();
        for (Step step : Scenario.commands(seed)) {
            ledger.recordAt(step.recorded());
            try {
                play(step, ledger);
            } catch (CommandRejected e) {
                throw new AssertionError(e.getMessage() + " at " + step, e);
            }
        }
        return new Played(ledger);
    }

    private static void play(Step step, MemoryLedger ledger) {
        switch (step) {
            case Step.ToFund s -> ledger.send(s.command());
            case Step.ToFinding s -> ledger.send(s.command());
        }
    }

    FundFigures at(String fund, String effective) {
        return ledger.figures(new FundId(fund), LocalDate.parse(effective));
    }

    FundFigures at(String fund, String effective, String known) {
        return ledger.figures(new FundId(fund), LocalDate.parse(effective), Instant.parse(known));
    }

    static Money cny(String yuan) {
        return Money.of(yuan, "CNY");
    }

    static BigDecimal rate(FundFigures figures, Indicator.Code code) {
        return Indicators.of(figures).stream()
                .filter(i -> i.code() == code)
                .findFirst()
                .flatMap(Indicator::value)
                .orElseThrow();
    }

    static List<Alert> alerts(FundFigures figures, Alert.Kind kind) {
        return Alerts.of(figures).stream().filter(a -> a.kind() == kind).toList();
    }
}
