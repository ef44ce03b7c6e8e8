package org.aidledger.api.imports.ndjson;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.FieldProblem;
import org.aidledger.api.command.MalformedRequest;
import org.aidledger.api.imports.FileRefused;
import org.aidledger.api.imports.FileRefused.Code;
import org.aidledger.api.imports.Origin;
import org.aidledger.api.imports.lines.CommandFile;
import org.aidledger.api.imports.lines.CommandLine;
import org.aidledger.api.imports.lines.Stated;
import org.aidledger.event.Actor;
import org.aidledger.fund.FundCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads files of commands in JSON, one on each line. */
public final class NdjsonCommands implements CommandFile {

    private static final String ACTOR = "actor";

    private final CommandBinding binding;

    public NdjsonCommands(CommandBinding binding) {
        this.binding = binding;
    }

    @Override
    public String format() {
        return "ndjson";
    }

    @Override
    public Contents look(Path file) {
        long[] count = {0};
        TextLines.read(file, (_, _) -> count[0]++);
        if (count[0] == 0) {
            throw new FileRefused(Code.EMPTY_FILE, "The file is empty.");
        }
        return new Contents(count[0], List.of());
    }

    @Override
    public void read(Path file, Optional<Actor> actor, Consumer<CommandLine> reader) {
        TextLines.read(file, (number, text) -> reader.accept(line(number, text, actor)));
    }

    private CommandLine line(long number, String text, Optional<Actor> actor) {
        ObjectNode said = JsonNodeFactory.instance.objectNode();
        try {
            said = CommandBinding.object(binding.parse(text));
            if (!said.has(ACTOR) && actor.isPresent()) {
                said.put(ACTOR, actor.get().name());
            }
            return line(number, said, Optional.of(binding.line(said)), List.of());
        } catch (MalformedRequest e) {
            return line(number, said, Optional.empty(), e.problems());
        }
    }

    private static CommandLine line(
            long number,
            ObjectNode said,
            Optional<FundCommand> command,
            List<FieldProblem> problems) {
        String fund = text(said, "fund");
        Origin origin =
                new Origin(
                        Stated.command(text(said, "command")),
                        text(said, "currency"),
                        true,
                        fund,
                        number,
                        "");
        return new CommandLine(
                origin, fund, Stated.amount(text(said, "amount")), command, problems, Map.of());
    }

    private static String text(ObjectNode said, String field) {
        JsonNode value = said.path(field);
        return value.isString() ? value.stringValue() : "";
    }
}
