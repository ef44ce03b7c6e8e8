package org.aidledger.api.imports;

import java.util.List;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.CommandSink;
import org.aidledger.api.http.Ndjson;
import org.aidledger.api.imports.csv.CsvCommands;
import org.aidledger.api.imports.iati.IatiImporter;
import org.aidledger.api.imports.lines.CommandFileImporter;
import org.aidledger.api.imports.ndjson.NdjsonCommands;
import org.aidledger.event.EventLog;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the importers together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportLimits.class)
class ImportWiring {

    @Bean
    Importer iatiImporter(CommandSink sink, EventLog log) {
        return new IatiImporter(sink, log);
    }

    @Bean
    Importer csvImporter(CommandBinding binding, CommandSink sink, EventLog log) {
        return new CommandFileImporter(new CsvCommands(binding), sink, log);
    }

    @Bean
    Importer ndjsonImporter(CommandBinding binding, CommandSink sink, EventLog log) {
        return new CommandFileImporter(new NdjsonCommands(binding), sink, log);
    }

    @Bean
    ImportController importController(
            List<Importer> importers, ImportLimits limits, Ndjson ndjson) {
        return new ImportController(importers, new Upload(limits.fileBytes()), ndjson);
    }
}
