package org.aidledger.api.health;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes the place of the registry that asks one part after the other. */
@Configuration(proxyBeanMethods = false)
class HealthWiring {

    /** Longer than any part takes that is well, shorter than those who ask have patience. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Bean
    HealthContributorRegistry healthContributorRegistry(Map<String, HealthContributor> parts) {
        return new HealthParts(parts, PATIENCE);
    }
}
