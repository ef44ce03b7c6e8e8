package org.aidledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aidledger.access.KeptRead;
import org.aidledger.access.KeptReads;
import org.aidledger.access.Right;
import org.aidledger.api.Api;
import org.aidledger.api.TestFund;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The log of reads from the command line, by fund, person, kind and day. */
class ReadsCommandIT {

    private static String fund = "";
    private static String auditor = "";

    @BeforeAll
    static void ask() {
        fund = TestFund.open().id();
        auditor = Api.unique("cli-reader");
        Api.bean(KeptReads.class)
                .add(
                        List.of(
                                read("2024-03-04T23:59:59Z", Right.FIGURES),
                                read("2024-03-05T00:00:00Z", Right.TRAIL),
                                read("2024-03-05T23:59:59Z", Right.FIGURES)));
    }

    private static KeptRead read(String asked, Right right) {
        return new KeptRead(
                0,
                Instant.parse(asked),
                auditor,
                "审计处 钱进",
                right.toString(),
                Optional.of(fund),
                Optional.empty(),
                Optional.empty(),
                "/asked/" + asked);
    }

    private static List<String> reads(String... options) {
        CommandLineRun run = run(options);
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out()
                .lines()
                .filter(l -> l.contains(fund))
                .map(l -> l.replaceAll(".*/asked/([0-9T:-]+Z).*", "$1"))
                .toList();
    }

    private static CommandLineRun run(String... options) {
        List<String> arguments = new java.util.ArrayList<>(List.of("reads"));
        arguments.addAll(List.of(options));
        return CommandLineRun.onServer(arguments.toArray(String[]::new));
    }

    @Test
    void eachOptionNarrowsTheList() {
        String first = "2024-03-05T00:00:00Z";
        String last = "2024-03-05T23:59:59Z";
        String before = "2024-03-04T23:59:59Z";
        assertThat(reads("--user", auditor)).containsExactly(last, first, before);
        assertThat(reads("--user", auditor, "--from", "2024-03-05")).containsExactly(last, first);
        assertThat(reads("--user", auditor, "--to", "2024-03-04")).containsExactly(before);
        assertThat(reads("--fund", fund, "--user", "钱进", "--right", "figures"))
                .containsExactly(last, before);
        assertThat(
                        reads(
                                "--fund",
                                fund,
                                "--right",
                                "trail",
                                "--from",
                                "2024-03-05",
                                "--to",
                                "2024-03-05"))
                .containsExactly(first);
        assertThat(reads("--user", auditor, "--to", "2024-03-03")).isEmpty();
        assertThat(run("--user", auditor, "--format", "csv").out().lines())
                .as("a heading and three lines")
                .hasSize(4);
    }

    @Test
    void whatIsNoneIsRefusedWithWhatThereIs() {
        CommandLineRun kind = run("--right", "proofs");
        assertThat(kind.exit()).isEqualTo(1);
        assertThat(kind.err()).contains("INVALID_VALUE", "figures", "not 'proofs'");
        CommandLineRun day = run("--from", "2024-02-30");
        assertThat(day.exit()).isEqualTo(1);
        assertThat(day.err()).contains("there is no day 2024-02-30");
        assertThat(run("--to", "tomorrow").err()).contains("a date such as 2024-06-30");
        assertThat(run("--person", "x").exit()).as("no such option").isEqualTo(2);
    }
}
