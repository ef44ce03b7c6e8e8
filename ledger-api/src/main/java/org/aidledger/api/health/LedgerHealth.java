package org.aidledger.api.health;

import org.aidledger.projections.status.ProcessorStatus;
import org.aidledger.projections.status.ReadSide;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Shows how far the read side has come. It is down while its processor stands still. */
@Component("ledger")
class LedgerHealth implements HealthIndicator {

    private final ReadSide readSide;

    LedgerHealth(ReadSide readSide) {
        this.readSide = readSide;
    }

    @Override
    public Health health() {
        try {
            return health(readSide.status());
        } catch (DataAccessException | TransactionException e) {
            return Health.down(e).build();
        }
    }

    private static Health health(ProcessorStatus status) {
        Health.Builder health =
                status.running() && status.error().isEmpty() ? Health.up() : Health.down();
        health.withDetail("processor", status.processor())
                .withDetail("position", status.position())
                .withDetail("head", status.head())
                .withDetail("lag", status.lag())
                .withDetail("running", status.running());
        status.error().ifPresent(error -> health.withDetail("error", error));
        return health.build();
    }
}
