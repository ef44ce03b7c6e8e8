package org.aidledger.api.metrics;

import java.time.Clock;
import org.aidledger.projections.status.ReadSide;
import org.aidledger.proof.TransparencyLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the gauges where monitoring finds them. */
@Configuration(proxyBeanMethods = false)
class MetricsWiring {

    @Bean
    LedgerMeters ledgerMeters(ReadSide readSide, TransparencyLog log, Clock clock) {
        return new LedgerMeters(readSide, log, clock);
    }
}
