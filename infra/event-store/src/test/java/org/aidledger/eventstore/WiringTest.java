package org.aidledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.aidledger.event.Outcome.Accepted;
import org.aidledger.fund.FundId;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.springboot.updates.UpdateCheckConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

/**
 * What the application starts with is what the ledger needs, not what the libraries fall back to.
 */
class WiringTest {

    @Test
    void axonUsesTheLedgersDatabaseAndItsTransactions() {
        try (TestLedger ledger = TestLedger.start()) {
            assertThat(ledger.bean(TransactionManager.class))
                    .isInstanceOf(SpringTransactionManager.class);
            assertThat(ledger.bean(EventStore.class)).isInstanceOf(LedgerEventStore.class);
            assertThat(ledger.bean(EventStorageEngine.class))
                    .isInstanceOf(LedgerStorageEngine.class);
            assertThat(ledger.bean(TokenStore.class)).isInstanceOf(JdbcTokenStore.class);

            assertThat(ledger.bean(DataSource.class))
                    .asInstanceOf(type(LazyConnectionDataSourceProxy.class))
                    .extracting(LazyConnectionDataSourceProxy::getTargetDataSource)
                    .asInstanceOf(type(HikariDataSource.class))
                    .extracting(pool -> pool.getDataSourceProperties().get("reWriteBatchedInserts"))
                    .isEqualTo("true");
            assertThat(ledger.bean(UpdateCheckConfiguration.class).getDisabled()).isTrue();

            FundId fund = new FundId("zj-aks-2024");
            assertThat(ledger.send(Given.open(fund))).isEqualTo(new Accepted("zj-aks-2024", 0, 1));
            assertThat(ledger.send(Given.receive(fund, "r-1", "250.00")))
                    .isEqualTo(new Accepted("zj-aks-2024", 1, 1));
            assertThat(ledger.log().count()).isEqualTo(2);
        }
    }
}
