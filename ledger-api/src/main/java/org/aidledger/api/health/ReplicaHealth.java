package org.aidledger.api.health;

import org.aidledger.projections.reading.Replica;
import org.aidledger.projections.reading.ReplicaStatus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Shows whether questions are answered by the replica. Where they are not, that is a warning: the
 * primary answers, and the ledger is as well as without one.
 */
@Component("replica")
class ReplicaHealth implements HealthIndicator {

    private static final Status WARNING = new Status("WARNING", "the primary answers");
    private static final Status NONE = new Status("NONE", "no replica is named");

    private final ObjectProvider<Replica> replica;

    ReplicaHealth(ObjectProvider<Replica> replica) {
        this.replica = replica;
    }

    @Override
    public Health health() {
        Replica there = replica.getIfAvailable();
        return there == null ? Health.status(NONE).build() : health(there);
    }

    private static Health health(Replica replica) {
        ReplicaStatus status = replica.status();
        Health.Builder health =
                Health.status(status.trouble().isEmpty() ? Status.UP : WARNING)
                        .withDetail("position", status.position())
                        .withDetail("answered", replica.answered())
                        .withDetail("passedOn", replica.passedOn());
        status.lag().ifPresent(lag -> health.withDetail("lag", lag));
        if (!Double.isNaN(status.seconds())) {
            health.withDetail("lagSeconds", status.seconds());
        }
        status.trouble().ifPresent(trouble -> health.withDetail("warning", trouble));
        return health.build();
    }
}
