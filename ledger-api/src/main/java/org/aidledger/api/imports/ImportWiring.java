package org.aidledger.api.imports;

import java.util.List;
import java.util.function.Supplier;
import org.aidledger.api.access.CommandGuard;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.CommandSink;
import org.aidledger.api.command.GuardedSink;
import org.aidledger.api.command.RepeatedPayments;
import org.aidledger.api.http.Ndjson;
import org.aidledger.api.imports.csv.CsvCommands;
import org.aidledger.api.imports.iati.IatiImporter;
import org.aidledger.api.imports.lines.CommandFileImporter;
import org.aidledger.api.imports.ndjson.NdjsonCommands;
import org.aidledger.event.EventLog;
import org.aidledger.payee.Payees;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the importers together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportLimits.class)
class ImportWiring {

    /** A rehearsal tells what is in a fund, so it is guarded as the ledger is. */
    @Bean
    Supplier<CommandSink> rehearsals(EventLog log, CommandGuard guard, Payees payees) {
        return () ->
                new GuardedSink(
                        new RepeatedPayments(
                                new KnownPayees(new Rehearsal(log), payees), log, payees),
                        guard);
    }

    @Bean
    Importer iatiImporter(CommandSink sink, Supplier<CommandSink> rehearsals) {
        return new IatiImporter(sink, rehearsals);
    }

    @Bean
    Importer csvImporter(
            CommandBinding binding, CommandSink sink, Supplier<CommandSink> rehearsals) {
        return new CommandFileImporter(new CsvCommands(binding), sink, rehearsals);
    }

    @Bean
    Importer ndjsonImporter(
            CommandBinding binding, CommandSink sink, Supplier<CommandSink> rehearsals) {
        return new CommandFileImporter(new NdjsonCommands(binding), sink, rehearsals);
    }

    @Bean
    ImportController importController(
            List<Importer> importers, ImportLimits limits, Ndjson ndjson) {
        return new ImportController(importers, new Upload(limits.fileBytes()), ndjson);
    }
}
