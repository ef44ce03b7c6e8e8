package org.aidledger.eventstore;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Shows whether the database would stop the ledger from changing what it has stored. It asks each
 * time: rights can be granted while the ledger runs, which the log then says once.
 */
final class EventRightsHealth implements HealthIndicator {

    private final AtomicReference<EventRights> known;
    private final Supplier<EventRights> look;

    EventRightsHealth(EventRights known, Supplier<EventRights> look) {
        this.known = new AtomicReference<>(known);
        this.look = look;
    }

    @Override
    public Health health() {
        try {
            EventRights rights = look.get();
            if (!known.getAndSet(rights).equals(rights)) {
                rights.warn();
            }
            return Health.up()
                    .withDetail("role", rights.role())
                    .withDetail("mayAlterEvents", rights.mayAlterEvents())
                    .build();
        } catch (DataAccessException | TransactionException e) {
            return Health.unknown().withException(e).build();
        }
    }
}
