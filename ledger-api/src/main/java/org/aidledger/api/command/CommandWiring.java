package org.aidledger.api.command;

import io.micrometer.core.instrument.MeterRegistry;
import org.aidledger.api.access.CommandGuard;
import org.aidledger.api.tracing.CommandSpans;
import org.aidledger.event.EventLog;
import org.aidledger.payee.Payees;
import org.aidledger.projections.status.ReadSide;
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
    LogNames logNames() {
        return new LogNames();
    }

    @Bean
    Receipts receipts(EventLog log, ReadSide readSide) {
        return new Receipts(log, readSide);
    }

    @Bean
    CommandSink commandSink(
            CommandGateway gateway,
            CommandGuard guard,
            EventLog log,
            Payees payees,
            MeterRegistry meters,
            CommandSpans spans) {
        CommandSink sink =
                new FindingsOfFunds(
                        new GivenPseudonyms(
                                new RepeatedPayments(new GatewaySink(gateway), log, payees),
                                payees),
                        log);
        return new ObservedSink(new GuardedSink(sink, guard), meters, spans);
    }
}
