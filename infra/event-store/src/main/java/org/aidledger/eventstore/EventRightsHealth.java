package org.aidledger.eventstore;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Shows whether the database would stop the ledger from changing what it has stored. */
final class EventRightsHealth implements HealthIndicator {

    private final EventRights rights;

    EventRightsHealth(EventRights rights) {
        this.rights = rights;
    }

    @Override
    public Health health() {
        return Health.up()
                .withDetail("role", rights.role())
                .withDetail("mayAlterEvents", rights.mayAlterEvents())
                .build();
    }
}
