package org.aidledger.eventstore.log;

import org.aidledger.proof.LogStatus;
import org.aidledger.proof.TransparencyLog;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Shows how far the transparency log is. It is down when the log has stopped. */
final class LogHealth implements HealthIndicator {

    private final TransparencyLog log;

    LogHealth(TransparencyLog log) {
        this.log = log;
    }

    @Override
    public Health health() {
        try {
            return health(log.status());
        } catch (DataAccessException | TransactionException e) {
            return Health.down(e).build();
        }
    }

    private static Health health(LogStatus status) {
        Health.Builder health = status.alarm().isEmpty() ? Health.up() : Health.down();
        health.withDetail("hashed", status.hashed())
                .withDetail("lag", status.lag())
                .withDetail("unsigned", status.unsigned());
        status.last()
                .ifPresent(last ->
                        health.withDetail("checkpoint", last.size())
                                .withDetail("checkpointMade", last.made()));
        status.waits().ifPresent(reason -> health.withDetail("waits", reason));
        status.alarm().ifPresent(reason -> health.withDetail("error", reason));
        return health.build();
    }
}
