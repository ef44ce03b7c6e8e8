package org.aidledger.eventstore.log;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the transparency log, {@code ledger.log.*}.
 *
 * @param origin name of the log, for its first key; nothing for one derived from that key
 * @param key private key, as text; several, each on a line, to change from one to another
 * @param keyFile the same in a file; nothing for {@code log.key} in the data folder, which is made
 * @param witnesses verifier keys of those whose cosignatures are taken
 * @param every how long an event waits for a checkpoint, at most
 */
@ConfigurationProperties("ledger.log")
record LogSettings(
        @DefaultValue("") String origin,
        @DefaultValue("") String key,
        @DefaultValue("") String keyFile,
        @DefaultValue List<String> witnesses,
        @DefaultValue("30s") Duration every) {

    @Override
    public String toString() {
        return "log " + origin; // never the key
    }
}
