package org.aidledger.api.metrics;

import java.time.Clock;
import java.util.Optional;
import org.aidledger.projections.reading.Replica;
import org.aidledger.projections.status.ReadSide;
import org.aidledger.proof.TransparencyLog;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the gauges where monitoring finds them. */
@Configuration(proxyBeanMethods = false)
class MetricsWiring {

    @Bean
    LedgerMeters ledgerMeters(
            ReadSide readSide, TransparencyLog log, ObjectProvider<Replica> replica, Clock clock) {
        return new LedgerMeters(
                readSide, log, Optional.ofNullable(replica.getIfAvailable()), clock);
    }
}
