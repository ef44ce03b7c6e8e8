package org.aidledger.api.security;

import java.time.Duration;
import org.aidledger.event.Nodes;

/** Counts failed sign-ins by address, whatever the account. */
final class Attempts {

    private final Buckets failures;

    Attempts(int perMinute, Nodes nodes) {
        failures = new Buckets(perMinute, Duration.ofMinutes(1), nodes);
    }

    void failed(String address) {
        failures.take(address);
    }

    /** 0 if the address may try again, else the seconds until it may. */
    long wait(String address) {
        return failures.look(address);
    }
}
