package org.aidledger.api.imports.kept;

import java.time.Clock;
import java.util.function.Supplier;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.CommandSink;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the keeping of sheets together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SheetLimits.class)
class KeptWiring {

    @Bean
    KeptSheets keptSheets(
            CommandBinding binding,
            CommandSink sink,
            Supplier<CommandSink> rehearsals,
            SheetLimits limits,
            Clock clock) {
        return new KeptSheets(binding, sink, rehearsals, limits, clock);
    }
}
