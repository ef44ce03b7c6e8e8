package org.aidledger.eventstore;

import java.lang.management.ManagementFactory;

/**
 * What this process calls itself when it tells others of news.
 *
 * @param value different for each start
 */
public record NodeName(String value) {

    /**
     * As whom it claims processors: {@code PID/NAME@HOST}. Process and host alone are not enough:
     * containers may have both alike, and would then take each other's claims for their own.
     */
    String claimant() {
        String process = ManagementFactory.getRuntimeMXBean().getName();
        int host = process.indexOf('@');
        return process.substring(0, host) + "/" + value + process.substring(host);
    }
}
