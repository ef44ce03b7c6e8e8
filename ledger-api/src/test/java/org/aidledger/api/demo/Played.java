package org.aidledger.api.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.golden.MemoryLedger;
import org.aidledger.indicator.Alert;
import org.aidledger.indicator.Alerts;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.FundFold;
import org.aidledger.indicator.Indicator;
import org.aidledger.indicator.Indicators;
import org.aidledger.money.Money;
import org.aidledger.rejection.CommandRejected;

/** The scenario, played into a ledger in memory. */
record Played(MemoryLedger ledger) {

    static final List<String> FUNDS =
            List.of(
                    "zhejiang-aksu-2024",
                    "taizhou-division1-2022",
                    "wushan-2022",
                    "quzhou-wushi-2021",
                    "quzhou-wushi-2020",
                    "tacheng-2017");

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

    Optional<FundFigures> figures(String fund, AsOf asOf) {
        return FundFold.at(asOf, ledger.events(new FundId(fund)));
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
