package org.aidledger.api.fuzz;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.aidledger.api.fuzz.Wire.Reply;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Says what is wrong with an answer. */
final class Judge {

    private static final Set<String> INNARDS =
            Set.of("Exception", "org.aidledger", "springframework", "org.apache", "\tat ");

    private final Set<String> codes = new TreeSet<>();

    Judge(JsonNode document) {
        document.at("/components/schemas/Problem/properties/code/enum")
                .forEach(code -> codes.add(code.asString()));
    }

    /** Empty if the answer is one that may be given. */
    Optional<String> complaint(Draft draft, Reply reply) {
        if (reply.status() == -1) {
            return Optional.of("no answer within " + Wire.SECONDS + " s");
        }
        if (reply.status() == 0) {
            return draft.framed ? Optional.of("closed without an answer") : Optional.empty();
        }
        if (reply.status() >= 500
                && !(reply.status() == 503 && !reply.header("retry-after").isEmpty())) {
            return Optional.of("an error of its own");
        }
        if (draft.addressed && !draft.operation.statuses().contains(reply.status())) {
            return Optional.of("the document does not name this status");
        }
        if (draft.method.equals("HEAD")) {
            return Optional.empty();
        }
        return reply.status() >= 400 ? ofProblem(reply) : ofAnswer(reply);
    }

    private Optional<String> ofProblem(Reply reply) {
        if (!reply.header("content-type").startsWith("application/problem+json")) {
            return Optional.of("no problem but " + reply.header("content-type"));
        }
        Optional<JsonNode> problem = json(reply.text());
        if (problem.isEmpty()) {
            return Optional.of("the problem is no JSON");
        }
        if (problem.get().path("status").asInt(0) != reply.status()) {
            return Optional.of("the problem names another status");
        }
        if (!codes.contains(problem.get().path("code").asString(""))) {
            return Optional.of("the document does not name this code");
        }
        return INNARDS.stream()
                .filter(reply.text()::contains)
                .findFirst()
                .map(word -> "it shows its innards: " + word);
    }

    private Optional<String> ofAnswer(Reply reply) {
        String type = reply.header("content-type");
        if (!reply.complete() || reply.body().length == 0) {
            return Optional.empty();
        }
        if (type.startsWith("application/json")) {
            return json(reply.text()).isEmpty() ? Optional.of("no JSON") : Optional.empty();
        }
        if (type.startsWith("application/x-ndjson")) {
            return reply.text()
                    .lines()
                    .filter(line -> json(line).isEmpty() || line.contains("INTERNAL_ERROR"))
                    .findFirst()
                    .map(line -> "a bad line: " + line);
        }
        return Optional.empty();
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(Values.JSON.readTree(text));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }
}
