package org.aidledger.api.fund;

import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.CommandSink;
import org.aidledger.api.command.FieldProblem;
import org.aidledger.api.command.FieldProblem.Code;
import org.aidledger.api.command.MalformedRequest;
import org.aidledger.api.http.CommandRequests;
import org.aidledger.event.Outcome;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;
import org.aidledger.fund.PostBatch;
import org.aidledger.fund.PostBatch.BatchMode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes many commands for one fund at once. All lines are read before any is sent: a malformed line
 * refuses the whole batch in either mode.
 */
@RestController
@Needs(Right.COMMANDS)
class BatchController {

    private static final String LINES = "lines";
    private static final String MODE = "mode";
    private static final String POSTING_ID = "postingId";

    /** Enough to correct a sheet by, few enough to read. */
    private static final int MOST_PROBLEMS = 100;

    private final CommandRequests requests;
    private final CommandBinding binding;
    private final CommandSink sink;
    private final BatchAnswers answers;

    BatchController(
            CommandRequests requests,
            CommandBinding binding,
            CommandSink sink,
            BatchAnswers answers) {
        this.requests = requests;
        this.binding = binding;
        this.sink = sink;
        this.answers = answers;
    }

    @PostMapping(path = "/api/v1/funds/{fund}/batches", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<BatchAnswer> json(
            @PathVariable FundId fund,
            @RequestParam Optional<String> mode,
            HttpServletRequest request)
            throws IOException {
        JsonNode body = requests.body(request);
        return post(fund, mode(mode, modeIn(body)), lines(body), request);
    }

    @PostMapping(
            path = "/api/v1/funds/{fund}/batches",
            consumes = {MediaType.APPLICATION_NDJSON_VALUE, "application/jsonl"})
    ResponseEntity<BatchAnswer> ndjson(
            @PathVariable FundId fund,
            @RequestParam Optional<String> mode,
            HttpServletRequest request)
            throws IOException {
        return post(fund, mode(mode, Optional.empty()), ndjsonLines(request), request);
    }

    private ResponseEntity<BatchAnswer> post(
            FundId fund, BatchMode mode, List<JsonNode> lines, HttpServletRequest request) {
        if (lines.isEmpty()) {
            throw new MalformedRequest(
                    Code.MISSING_FIELD, LINES, "a batch must hold at least one line");
        }
        List<FundCommand> commands = commands(fund, lines, requests.key(request));
        List<Outcome> outcomes = sink.send(new PostBatch(fund, mode, commands));
        return answers.of(fund, mode, commands, outcomes, request);
    }

    /** The mode as the query says it, or the body, which may not contradict; else atomic. */
    private static BatchMode mode(Optional<String> query, Optional<String> body) {
        if (query.isPresent() && body.isPresent() && !query.equals(body)) {
            throw wrongMode("the query and the body name two different modes");
        }
        String mode = query.or(() -> body).orElse("atomic");
        return switch (mode) {
            case "atomic" -> BatchMode.ATOMIC;
            case "each" -> BatchMode.EACH;
            default -> throw wrongMode("mode must be atomic or each, not '" + mode + "'");
        };
    }

    private static MalformedRequest wrongMode(String detail) {
        return new MalformedRequest(Code.INVALID_VALUE, MODE, detail);
    }

    private static Optional<String> modeIn(JsonNode body) {
        return Optional.ofNullable(body.get(MODE)).map(mode -> mode.asString(""));
    }

    private static List<JsonNode> lines(JsonNode body) {
        if (body instanceof ArrayNode array) {
            return array.valueStream().toList();
        }
        ObjectNode object = CommandBinding.object(body);
        object.propertyNames().stream()
                .filter(name -> !name.equals(LINES) && !name.equals(MODE))
                .findFirst()
                .ifPresent(name -> {
                    throw new MalformedRequest(
                            Code.UNKNOWN_FIELD,
                            name,
                            "there is no field '" + name + "' here; there are: mode, lines");
                });
        if (object.get(LINES) instanceof ArrayNode array) {
            return array.valueStream().toList();
        }
        throw new MalformedRequest(
                object.has(LINES) ? Code.WRONG_TYPE : Code.MISSING_FIELD,
                LINES,
                "lines must be a JSON array of commands");
    }

    private List<JsonNode> ndjsonLines(HttpServletRequest request) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        List<FieldProblem> problems = new ArrayList<>();
        var utf8 = StandardCharsets.UTF_8.newDecoder(); // reports what is not UTF-8
        try (BufferedReader body =
                new BufferedReader(new InputStreamReader(request.getInputStream(), utf8))) {
            for (String line = body.readLine(); line != null; line = body.readLine()) {
                if (!line.isBlank()) {
                    try {
                        lines.add(binding.parse(line));
                    } catch (MalformedRequest e) {
                        within(lines.size() + problems.size(), e, problems);
                    }
                }
            }
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new MalformedRequest(
                    List.of(new FieldProblem(Code.MALFORMED_JSON, "", "the body is not UTF-8")));
        }
        refuseIfAny(problems);
        return lines;
    }

    private List<FundCommand> commands(FundId fund, List<JsonNode> lines, Optional<String> key) {
        List<FundCommand> commands = new ArrayList<>();
        List<FieldProblem> problems = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            try {
                commands.add(binding.line(fund, withKey(lines.get(i), key, i + 1)));
            } catch (MalformedRequest e) {
                within(i, e, problems);
            }
        }
        refuseIfAny(problems);
        return commands;
    }

    /**
     * Lines without a posting id of their own take the header's key and their number, and those
     * without an actor are the caller's.
     */
    private static JsonNode withKey(JsonNode line, Optional<String> key, int number) {
        if (key.isPresent() && line instanceof ObjectNode fields && !fields.has(POSTING_ID)) {
            fields.put(POSTING_ID, key.get() + "-" + number);
        }
        if (line instanceof ObjectNode fields) {
            CommandRequests.inOwnName(fields);
        }
        return line;
    }

    private static void within(int index, MalformedRequest e, List<FieldProblem> problems) {
        e.problems().forEach(p -> problems.add(p.within("lines[" + index + "]")));
    }

    private static void refuseIfAny(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw new MalformedRequest(problems.stream().limit(MOST_PROBLEMS).toList());
        }
    }
}
