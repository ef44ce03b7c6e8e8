package org.aidledger.api.snapshot;

import org.aidledger.api.command.CommandSink;
import org.aidledger.api.command.Receipts;
import org.aidledger.projections.budget.Budgets;
import org.aidledger.projections.snapshots.SnapshotRegister;
import org.aidledger.proof.TransparencyLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what snapshots are frozen and verified with. */
@Configuration(proxyBeanMethods = false)
class SnapshotWiring {

    @Bean
    SnapshotDesk snapshotDesk(
            CommandSink sink,
            SnapshotRegister register,
            Budgets budgets,
            Receipts receipts,
            TransparencyLog transparency) {
        return new SnapshotDesk(sink, register, budgets, receipts, transparency);
    }
}
