package org.aidledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.api.Api;
import org.aidledger.api.TestFund;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does about a payee's name, a restore from an older backup included. */
class PayeeCommandIT {

    private static final String TRAIL = "/trail?asOf=2024-12-31";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static CommandLineRun on(Api.Other other, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--server", other.url(), "--token", other.key()));
        return CommandLineRun.of(all);
    }

    private static TestFund paid(String name) {
        TestFund fund = TestFund.open();
        fund.receive("2024-01-03", "500.00");
        fund.money("allocate", "2024-01-03", "P-1", "500.00");
        fund.post("record-start", ",\"project\":\"P-1\"");
        fund.post(
                "record-contract",
                ",\"project\":\"P-1\",\"contract\":\"C-1\",\"supplier\":\"一建\","
                        + "\"amount\":\"500.00\",\"currency\":\"CNY\","
                        + "\"tender\":\"tender:T-1\"");
        assertThat(
                        fund.tryPost(
                                        "pay-direct",
                                        "2024-01-04",
                                        ",\"project\":\"P-1\",\"amount\":\"1.00\","
                                                + "\"currency\":\"CNY\",\"payee\":\"%s\""
                                                        .formatted(name))
                                .status())
                .isEqualTo(201);
        return fund;
    }

    @Test
    void aNameIsErasedAndStaysErasedAfterARestore() throws IOException {
        String name = "努尔古丽 " + Api.unique("account");
        TestFund fund = paid(name);
        String backup = folder.resolve("before.zip").toString();
        assertThat(CommandLineRun.onServer("backup", backup).exit()).isZero();
        String pseudonym = CommandLineRun.onServer("payee", "find", "--name", name).out().strip();
        assertThat(fund.get(TRAIL).body()).contains(name);

        assertThat(CommandLineRun.onServer("payee", "erase", "--name", name).err())
                .contains("--reason");
        CommandLineRun named =
                CommandLineRun.onServer("payee", "erase", "--name", name, "--reason", "of " + name);
        assertThat(named.exit()).isEqualTo(1);
        assertThat(named.err()).contains("PAYEE_NAMED").doesNotContain(name);
        CommandLineRun erased =
                CommandLineRun.onServer("payee", "erase", "--name", name, "--reason", "本人要求");
        assertThat(erased.exit()).as(erased.err()).isZero();
        assertThat(erased.out()).contains(pseudonym);
        assertThat(fund.get(TRAIL).body()).contains(pseudonym).doesNotContain(name);
        Path erasures = folder.resolve("erasures.json");
        Files.writeString(erasures, CommandLineRun.onServer("payee", "erasures").out());
        assertThat(erasures).content().contains(pseudonym, "本人要求").doesNotContain(name);

        try (Api.Other other = Api.other()) {
            assertThat(on(other, "restore", backup).exit()).isZero();
            assertThat(other.get(fund.path(TRAIL)).body()).as("an older backup").contains(name);
            for (int i = 0; i < 2; i++) {
                CommandLineRun again = on(other, "payee", "erase", "--again", erasures.toString());
                assertThat(again.exit()).as(again.err()).isZero();
            }
            assertThat(other.get(fund.path(TRAIL)).body()).contains(pseudonym).doesNotContain(name);
            assertThat(on(other, "payee", "find", "--name", name).exit()).isEqualTo(1);
        }
    }

    @Test
    void oneOfThreeWaysToSayWho() {
        assertThat(CommandLineRun.onServer("payee").err()).contains("find, erase or erasures");
        assertThat(CommandLineRun.onServer("payee", "erase", "--reason", "x").err())
                .contains("one of --name, --payee and --again");
        assertThat(
                        CommandLineRun.onServer(
                                        "payee", "erase", "--payee", "nobody", "--reason", "x")
                                .exit())
                .isEqualTo(1);
    }
}
