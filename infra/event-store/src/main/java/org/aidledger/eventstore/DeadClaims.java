package org.aidledger.eventstore;

import java.lang.management.ManagementFactory;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Claims on tokens that nobody will release: a process that was killed leaves them behind, and its
 * successor would wait for them to expire. An owner is written {@code pid@host}.
 */
final class DeadClaims {

    private static final Logger LOG = LoggerFactory.getLogger(DeadClaims.class);

    /** Older releases claimed without a name between process and host. */
    private static final Pattern PROCESS_ENDS = Pattern.compile("[/@]");

    private DeadClaims() {}

    /** Releases the claims of processes of this host that are gone. */
    static void release(JdbcClient jdbc) {
        String self = ManagementFactory.getRuntimeMXBean().getName();
        String host = self.substring(self.indexOf('@'));
        jdbc
                .sql("select distinct owner from ledger.token_entry where owner is not null")
                .query(String.class)
                .list()
                .stream()
                .filter(owner -> owner.endsWith(host) && isGone(owner))
                .forEach(owner -> {
                    LOG.info("Releasing the claims of {}, which is gone", owner);
                    jdbc.sql("update ledger.token_entry set owner = null where owner = :owner")
                            .param("owner", owner)
                            .update();
                });
    }

    private static boolean isGone(String owner) {
        try {
            long pid = Long.parseLong(PROCESS_ENDS.split(owner, 2)[0]);
            return ProcessHandle.of(pid).isEmpty();
        } catch (NumberFormatException _) {
            return false; // not a process; its claim expires by itself
        }
    }
}
