package org.aidledger.api.imports;

import java.util.List;
import java.util.function.Supplier;
import org.aidledger.api.access.CommandGuard;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.CommandSink;
import org.aidledger.api.command.GivenPseudonyms;
import org.aidledger.api.command.GuardedSink;
import org.aidledger.api.command.Receipts;
import org.aidledger.api.command.RepeatedPayments;
import org.aidledger.api.http.Ndjson;
import org.aidledger.api.imports.iati.IatiImporter;
import org.aidledger.api.imports.lines.CommandFileImporter;
import org.aidledger.api.imports.ndjson.NdjsonCommands;
import org.aidledger.api.imports.sheet.CsvSheet;
import org.aidledger.api.imports.sheet.SheetImporter;
import org.aidledger.api.imports.sheet.SheetTemplates;
import org.aidledger.api.imports.xlsx.XlsxSheet;
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
                        new GivenPseudonyms(
                                new RepeatedPayments(
                                        new KnownPayees(new Rehearsal(log), payees), log, payees),
                                payees),
                        guard);
    }

    @Bean
    Importer iatiImporter(CommandSink sink, Supplier<CommandSink> rehearsals) {
        return new IatiImporter(sink, rehearsals);
    }

    @Bean
    Importer csvImporter(
            CommandBinding binding,
            CommandSink sink,
            Supplier<CommandSink> rehearsals,
            Receipts receipts) {
        return new SheetImporter(new CsvSheet(), binding, sink, rehearsals, receipts);
    }

    @Bean
    Importer xlsxImporter(
            CommandBinding binding,
            CommandSink sink,
            Supplier<CommandSink> rehearsals,
            Receipts receipts) {
        return new SheetImporter(new XlsxSheet(), binding, sink, rehearsals, receipts);
    }

    @Bean
    SheetTemplates sheetTemplates(CommandBinding binding) {
        return new SheetTemplates(binding);
    }

    @Bean
    Importer ndjsonImporter(
            CommandBinding binding, CommandSink sink, Supplier<CommandSink> rehearsals) {
        return new CommandFileImporter(new NdjsonCommands(binding), sink, rehearsals);
    }

    @Bean
    ImportRequests importRequests(List<Importer> importers, ImportLimits limits) {
        return new ImportRequests(importers, new Upload(limits.fileBytes()));
    }

    @Bean
    ImportController importController(ImportRequests requests, Ndjson ndjson) {
        return new ImportController(requests, ndjson);
    }

    @Bean
    SheetImportController sheetImportController(ImportRequests requests, SheetTemplates templates) {
        return new SheetImportController(requests, templates);
    }
}
