package org.aidledger.api.bundle;

import org.aidledger.api.command.Receipts;
import org.aidledger.projections.budget.Budgets;
import org.aidledger.projections.findings.FindingRegister;
import org.aidledger.proof.EventBytes;
import org.aidledger.proof.TransparencyLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the bundles on top of the read side and the log. */
@Configuration(proxyBeanMethods = false)
class BundleWiring {

    @Bean
    BundleExport bundleExport(
            TransparencyLog log,
            EventBytes bytes,
            Budgets budgets,
            FindingRegister findings,
            Receipts receipts) {
        return new BundleExport(log, bytes, budgets, findings, receipts);
    }
}
