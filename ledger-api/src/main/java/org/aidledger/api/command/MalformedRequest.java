package org.aidledger.api.command;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** A request that cannot be read as a command. Nothing was sent to the ledger. */
public final class MalformedRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldProblem> problems;

    public MalformedRequest(List<FieldProblem> problems) {
        super(
                problems.stream().map(FieldProblem::detail).collect(joining("; ")),
                null,
                false,
                false);
        this.problems = List.copyOf(problems);
    }

    public MalformedRequest(FieldProblem.Code code, String field, String detail) {
        this(List.of(new FieldProblem(code, field, detail)));
    }

    /** All that is wrong, at least one. */
    public List<FieldProblem> problems() {
        return problems;
    }
}
