package org.aidledger.api.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;

/** Recomputes a fund from its events alone. */
@Command(
        name = "replay",
        description = {
            "Recompute a fund from its events alone, without the read model, and compare.",
            "Exit code 1 if a figure differs."
        })
final class ReplayCommand implements Callable<Integer> {

    private static final List<Pick> DIFFERENCES =
            List.of(
                    Pick.text("figure", "Figure"),
                    Pick.text("replayed", "From the events"),
                    Pick.text("read", "Read model"));

    private static final List<String> FIGURES =
            List.of("authorised", "received", "planned", "allocated", "disbursed", "paid");

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LedgerCommand ledger;

    @Mixin private final FundOption fund = new FundOption();

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "Last business date that counts (default: today).")
    private Optional<LocalDate> until = Optional.empty();

    @Option(
            names = "--steps",
            description =
                    "Also print each event with the fund's sums after it, one JSON line each.")
    private boolean steps;

    @Override
    public Integer call() {
        return ledger.ask(client -> {
            LedgerClient.Query query = new LedgerClient.Query().with("until", until);
            InputStream answer =
                    client.stream(fund.path() + "/replay", query, "application/x-ndjson");
            return show(Lines.last(answer, "comparison", this::step));
        });
    }

    private void step(JsonNode step) {
        if (steps) {
            ledger.terminal().out().println(step);
        }
    }

    private int show(JsonNode comparison) {
        PrintWriter out = ledger.terminal().out();
        boolean same = comparison.path("same").asBoolean();
        if (steps) {
            out.println(comparison);
            return same ? ExitCode.OK : ExitCode.SOFTWARE;
        }
        out.printf(
                "%s  as of %s: %,d events replayed, in %s%n",
                fund,
                comparison.path("asOf").asString(),
                comparison.path("events").asLong(),
                comparison.path("currency").asString());
        for (String figure : FIGURES) {
            String amount = comparison.path("replayed").path(figure).asString();
            out.println(
                    TextWidth.padded(figure, 12, false)
                            + TextWidth.padded(Amounts.grouped(amount), 22, true));
        }
        out.println();
        if (same) {
            out.println("The read model says the same to the last minor unit.");
            return ExitCode.OK;
        }
        out.print(Listed.table(comparison.path("differences"), DIFFERENCES));
        ledger.terminal().err().println("aidledger: the read model differs from the events");
        return ExitCode.SOFTWARE;
    }
}
