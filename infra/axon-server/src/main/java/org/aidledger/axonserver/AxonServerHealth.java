package org.aidledger.axonserver;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Shows whether Axon Server is there and the copy follows it. */
final class AxonServerHealth implements HealthIndicator {

    private final Link link;
    private final Channel channel;
    private final Copyist copyist;
    private final Underway underway;

    AxonServerHealth(Link link, Channel channel, Copyist copyist, Underway underway) {
        this.link = link;
        this.channel = channel;
        this.copyist = copyist;
        this.underway = underway;
    }

    @Override
    public Health health() {
        Health.Builder health =
                channel.isConnected() && copyist.trouble().isEmpty() ? Health.up() : Health.down();
        copyist.trouble().ifPresent(trouble -> health.withDetail("trouble", trouble));
        return health.withDetail("servers", link.toString())
                .withDetail("connected", channel.isConnected())
                .withDetail("copied", copyist.head().position())
                .withDetail("notYetCopied", underway.events())
                .build();
    }
}
