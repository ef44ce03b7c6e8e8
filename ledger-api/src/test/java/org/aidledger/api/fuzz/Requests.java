package org.aidledger.api.fuzz;

import static org.aidledger.api.fuzz.Values.one;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;

/** Makes requests for operations, by a seed: first right, then with something wrong. */
final class Requests {

    private static final Kind[] KINDS = Kind.values();

    private final List<Operation> operations;
    private final Values values;
    private final FuzzedLedger ledger;

    Requests(List<Operation> operations, Values values, FuzzedLedger ledger) {
        this.operations = operations;
        this.values = values;
        this.ledger = ledger;
    }

    /** A request and what is wrong with it. */
    record Request(Draft draft, Kind kind) {}

    /** Goes through the operations in turn; all else is drawn. */
    Request number(long input, SplittableRandom random) {
        Operation operation = operations.get((int) (input % operations.size()));
        Draft draft = right(operation, random, input);
        Kind kind = KINDS[random.nextInt(KINDS.length)];
        Spoiling spoiling = new Spoiling(draft, random);
        spoiling.with(kind);
        if (kind != Kind.VALID && random.nextInt(4) == 0) {
            spoiling.with(KINDS[random.nextInt(KINDS.length)]);
        }
        return new Request(draft, kind);
    }

    private Draft right(Operation operation, SplittableRandom random, long input) {
        Draft draft = new Draft(operation);
        signIn(draft, random);
        for (Operation.Parameter parameter : operation.parameters()) {
            if (parameter.required() || random.nextInt(3) == 0) {
                String value = values.text(parameter.name(), parameter.schema(), random);
                switch (parameter.in()) {
                    case "path" -> draft.path.put(parameter.name(), value);
                    case "header" -> draft.header(parameter.name(), value);
                    default -> draft.query.add(new Draft.Named(parameter.name(), value));
                }
            }
        }
        if (!operation.answers().isEmpty() && random.nextInt(3) == 0) {
            draft.header("Accept", one(List.copyOf(operation.answers()), random));
        }
        if (!operation.bodies().isEmpty()) {
            List<Map.Entry<String, JsonNode>> bodies = List.copyOf(operation.bodies().entrySet());
            body(draft, one(bodies, random), random, input);
        }
        return draft;
    }

    private void body(
            Draft draft, Map.Entry<String, JsonNode> type, SplittableRandom random, long input) {
        draft.header("Content-Type", type.getKey());
        if (type.getKey().equals("application/json")) {
            draft.json = java.util.Optional.of(values.body(type.getValue(), random, input));
        } else {
            draft.body = Seeds.body(type.getKey(), draft.path.getOrDefault("format", ""));
        }
    }

    private void signIn(Draft draft, SplittableRandom random) {
        switch (random.nextInt(10)) {
            case 0 -> {} // nobody
            case 1, 2, 3 -> draft.header("Authorization", one(ledger.signIns(), random));
            default -> draft.header("Authorization", ledger.everything());
        }
    }
}
