package org.aidledger.api.cli;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Samples of postings that auditors draw. */
@Command(
        name = "sample",
        description = "Draw samples of postings, and draw them again.",
        subcommands = {
            SampleCommand.Draw.class,
            SampleCommand.Listing.class,
            SampleCommand.Show.class,
            SampleCommand.Redraw.class
        },
        synopsisSubcommandLabel = "(draw | list | show | redraw)")
final class SampleCommand {

    private static final String SAMPLES = "/api/v1/samples";

    private static final List<Pick> SHOWN =
            List.of(
                    Pick.text("sample", "Sample"),
                    Pick.text("fund", "Fund"),
                    Pick.text("population", "Of"),
                    Pick.number("count", "Postings"),
                    Pick.text("design", "Method"),
                    Pick.text("seed", "Seed"),
                    Pick.number("drawn", "Drawn"),
                    Pick.number("left", "Left"),
                    Pick.number("exceptions", "Exceptions"),
                    Pick.time("drawnAt", "At"));

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LedgerCommand ledger;

    private static String path(String sample) {
        return SAMPLES + "/" + LedgerClient.encoded(sample);
    }

    private int print(String path) {
        return ledger.print(client -> Listed.json(client.get(path, new LedgerClient.Query())));
    }

    /** Draws. */
    @Command(
            name = "draw",
            description = {
                "Draw a sample; the seed is printed, so that anybody draws it again.",
                "",
                "Example:",
                "  aidledger sample draw --fund F --random 25 --as-of 2024-06-30"
            })
    static final class Draw implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private SampleCommand samples;

        @Mixin private final FundOption fund = new FundOption();

        @ArgGroup(multiplicity = "1")
        @SuppressWarnings("NullAway.Init")
        private Method method;

        @Option(
                names = "--of",
                paramLabel = "KIND",
                description = "PAYMENTS or DISBURSEMENTS (default: PAYMENTS).")
        private String population = "PAYMENTS";

        @Option(
                names = "--currency",
                paramLabel = "CODE",
                description = "Of the interval (default: CNY).")
        private String currency = "CNY";

        @Option(
                names = "--seed",
                paramLabel = "TEXT",
                description = "What the draw follows from (default: one is made up and printed).")
        private Optional<String> seed = Optional.empty();

        @Option(
                names = "--as-of",
                paramLabel = "DATE",
                description = "Last business date of the population (default: today).")
        private Optional<java.time.LocalDate> asOf = Optional.empty();

        @Option(
                names = "--known-at",
                paramLabel = "TIME",
                description = "Last recorded instant of the population (default: now).")
        private Optional<String> knownAt = Optional.empty();

        @Option(
                names = "--sample",
                paramLabel = "ID",
                description = "Id of the sample (default: one is made up).")
        private Optional<String> id = Optional.empty();

        /** One of them. */
        static final class Method {
            @Option(
                    names = "--random",
                    paramLabel = "ITEMS",
                    description = "Simple random sampling of so many postings.")
            private Optional<Integer> items = Optional.empty();

            @Option(
                    names = "--money",
                    paramLabel = "INTERVAL",
                    description = "Monetary-unit sampling, a hit at each interval.")
            private Optional<String> interval = Optional.empty();

            @Option(
                    names = "--hits",
                    paramLabel = "HITS",
                    description = "Monetary-unit sampling with the interval that gives so many.")
            private Optional<Integer> hits = Optional.empty();

            String design(String currency) {
                return items.map(n -> "random:" + n)
                        .or(() -> hits.map(n -> "monetary-unit:" + n))
                        .or(() -> interval.map(i -> "monetary-unit:" + i + " " + currency))
                        .orElse("");
            }
        }

        @Override
        public Integer call() {
            ObjectNode body = LedgerClient.JSON.createObjectNode();
            body.put("sample", id.orElseGet(() -> "S-" + UUID.randomUUID()));
            body.put("fund", fund.toString());
            body.put("population", population.toUpperCase(java.util.Locale.ROOT));
            body.put("design", method.design(currency));
            seed.ifPresent(s -> body.put("seed", s));
            asOf.ifPresent(day -> body.put("asOf", day.toString()));
            knownAt.ifPresent(instant -> body.put("knownAt", instant));
            PostCommand.complete(body);
            return samples.ledger.print(
                    client -> Listed.json(client.post(SAMPLES, body, "wait=2")));
        }
    }

    /** Lists samples. */
    @Command(name = "list", description = "List the samples that were drawn.")
    static final class Listing implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private SampleCommand samples;

        @Option(names = "--fund", paramLabel = "FUND", description = "Of one fund only.")
        private Optional<String> fund = Optional.empty();

        @Mixin private final FormatOption format = new FormatOption();

        @Override
        public Integer call() {
            LedgerClient.Query query = new LedgerClient.Query().with("fund", fund);
            return samples.ledger.print(
                    client -> Listed.text(client, SAMPLES, query, format.value(), SHOWN));
        }
    }

    /** Shows one sample. */
    @Command(name = "show", description = "Show a sample with its items and what was found.")
    static final class Show implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private SampleCommand samples;

        @Parameters(paramLabel = "SAMPLE", description = "The sample.")
        private String sample = "";

        @Override
        public Integer call() {
            return samples.print(path(sample));
        }
    }

    /** Draws a sample again. */
    @Command(
            name = "redraw",
            description =
                    "Draw a sample again: the same population, the same items? Exit code 1 if not.")
    static final class Redraw implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private SampleCommand samples;

        @Parameters(paramLabel = "SAMPLE", description = "The sample.")
        private String sample = "";

        @Override
        public Integer call() {
            return samples.ledger.ask(client -> {
                JsonNode answer = client.get(path(sample) + "/redraw", new LedgerClient.Query());
                samples.ledger.terminal().out().println(answer.toPrettyString());
                boolean same =
                        answer.path("samePopulation").asBoolean(false)
                                && answer.path("sameItems").asBoolean(false);
                return same ? ExitCode.OK : ExitCode.SOFTWARE;
            });
        }
    }
}
