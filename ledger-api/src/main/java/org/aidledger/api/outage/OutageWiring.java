package org.aidledger.api.outage;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the filter around those that ask the database, and within the one that counts answers. */
@Configuration(proxyBeanMethods = false)
class OutageWiring {

    /** Spring Boot's own filter, which measures requests, has the place after the very first. */
    private static final int BEHIND_MEASURING = Ordered.HIGHEST_PRECEDENCE + 5;

    @Bean
    FilterRegistrationBean<OutageFilter> outageFilter() {
        FilterRegistrationBean<OutageFilter> filter =
                new FilterRegistrationBean<>(new OutageFilter());
        filter.setOrder(BEHIND_MEASURING);
        return filter;
    }
}
