package org.aidledger.api.access;

import java.time.Clock;
import org.aidledger.access.KeptReads;
import org.aidledger.event.EventLog;
import org.aidledger.proof.EventBytes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts guards before commands, answers and endpoints. */
@Configuration(proxyBeanMethods = false)
class AccessWiring {

    @Bean
    Belonging belonging(EventLog log) {
        return new Belonging(log);
    }

    @Bean
    CommandGuard commandGuard(Belonging belonging) {
        return new CommandGuard(belonging);
    }

    @Bean
    ReadLog readLog(KeptReads reads, Clock clock) {
        return new ReadLog(reads, clock);
    }

    @Bean
    LedgerGuard ledgerGuard(CommandGuard scopes, Belonging belonging, ReadLog kept) {
        return new LedgerGuard(scopes, belonging, kept);
    }

    @Bean
    VisibleLog visibleLog(EventLog log, EventBytes bytes, LedgerGuard guard) {
        return new VisibleLog(log, bytes, guard);
    }

    /** Before all other interceptors: who may not come in learns nothing about parameters. */
    @Bean
    WebMvcConfigurer doorkeeping(@Value("${ledger.log.public}") boolean isLogPublic) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new Doorkeeper(isLogPublic)).order(Integer.MIN_VALUE);
            }
        };
    }
}
