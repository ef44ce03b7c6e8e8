package org.aidledger.api.command;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the way of a command together. */
@Configuration(proxyBeanMethods = false)
class CommandWiring {

    @Bean
    CommandBinding commandBinding() {
        return new CommandBinding();
    }

    @Bean
    CommandSink commandSink(CommandGateway gateway) {
        return new GatewaySink(gateway);
    }
}
