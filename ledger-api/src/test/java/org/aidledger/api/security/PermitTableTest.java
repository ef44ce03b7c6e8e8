package org.aidledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aidledger.access.Permits;
import org.aidledger.access.Right;
import org.aidledger.access.Role;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.CommandNames;
import org.aidledger.payee.Pseudonym;
import org.aidledger.sample.SampleId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The table in the architecture document is the one in the code. */
class PermitTableTest {

    private static final Pseudonym ANYBODY = new Pseudonym("payee-" + "0123456789".repeat(4));
    private static final Pattern THING = Pattern.compile("[`*]([a-z-]+)[`*]");

    @Test
    void theDocumentSaysWhatTheCodeDoes() throws IOException {
        assertThat(documented()).isEqualTo(coded());
    }

    private static Map<String, Set<Role>> coded() {
        CommandBinding binding = new CommandBinding();
        Map<String, Set<Role>> permits = new TreeMap<>();
        CommandNames.ofFunds()
                .forEach((name, type) ->
                        permits.put(
                                name,
                                Permits.of(binding.fundCommand(name, binding.example(type)))));
        CommandNames.ofFindings()
                .forEach((name, type) ->
                        permits.put(
                                name,
                                Permits.of(binding.findingCommand(name, binding.example(type)))));
        CommandNames.ofPayees()
                .forEach((name, type) ->
                        permits.put(
                                name,
                                Permits.of(
                                        binding.payeeCommand(
                                                name, ANYBODY, binding.example(type)))));
        CommandNames.ofSamples()
                .forEach((name, type) ->
                        permits.put(
                                name,
                                Permits.of(
                                        binding.examination(
                                                name,
                                                new SampleId("S-1"),
                                                example(binding, type)))));
        for (Right right : Right.values()) {
            permits.put(right.toString(), Permits.of(right));
        }
        return permits;
    }

    private static ObjectNode example(CommandBinding binding, Class<?> type) {
        return binding.example(type).put("sample", "S-1");
    }

    private static Map<String, Set<Role>> documented() throws IOException {
        Map<String, Set<Role>> permits = new TreeMap<>();
        List<String> lines =
                Files.readAllLines(Path.of("..", "ARCHITECTURE.md")).stream()
                        .dropWhile(line -> !line.equals("## Who may do what"))
                        .skip(1)
                        .takeWhile(line -> !line.startsWith("## "))
                        .filter(line -> line.startsWith("| `") || line.startsWith("| *"))
                        .toList();
        for (String line : lines) {
            String[] cells = line.split("\\|", -1);
            Set<Role> roles = new LinkedHashSet<>();
            int column = 2;
            for (Role role : Role.values()) {
                if (!cells[column++].isBlank()) {
                    roles.add(role);
                }
            }
            Matcher thing = THING.matcher(cells[1]);
            while (thing.find()) {
                assertThat(permits.put(thing.group(1), roles))
                        .as("%s stands once in the table", thing.group(1))
                        .isNull();
            }
        }
        assertThat(Arrays.stream(Role.values()).map(Role::toString)).hasSize(6);
        return permits;
    }
}
