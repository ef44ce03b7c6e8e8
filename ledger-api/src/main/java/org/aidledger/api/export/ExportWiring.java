package org.aidledger.api.export;

import org.aidledger.api.access.VisibleLog;
import org.aidledger.projections.balance.Balances;
import org.aidledger.projections.budget.Budgets;
import org.aidledger.projections.journal.Journal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the exports on top of the read side and the log. */
@Configuration(proxyBeanMethods = false)
class ExportWiring {

    @Bean
    FundBooks fundBooks(Budgets budgets, Journal journal, Balances balances) {
        return new FundBooks(budgets, journal, balances);
    }

    @Bean
    EventExport eventExport(VisibleLog log) {
        return new EventExport(log);
    }
}
