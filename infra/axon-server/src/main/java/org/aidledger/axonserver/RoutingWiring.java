package org.aidledger.axonserver;

import org.aidledger.axonserver.routing.RoutedCommandBus;
import org.aidledger.eventstore.payee.PayeeDesk;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Sends commands through Axon Server, unless the setting says that each node handles its own. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "ledger.axon-server.routing", matchIfMissing = true)
class RoutingWiring {

    @Bean
    @Primary
    CommandBus routedCommandBus(
            Link link,
            @Qualifier("localSegment") CommandBus local,
            PayeeDesk payees,
            org.axonframework.config.Configuration axon) {
        return RoutedCommandBus.over(
                link.manager(),
                link.configuration(),
                local,
                payees,
                axon.getComponent(CommandBusSpanFactory.class));
    }
}
