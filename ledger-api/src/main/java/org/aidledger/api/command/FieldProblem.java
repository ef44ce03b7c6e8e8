package org.aidledger.api.command;

/**
 * What is wrong with one field of a request.
 *
 * @param code the kind of mistake
 * @param field where, as a path such as {@code documents[0].number}; empty for the whole request
 * @param detail one sentence that says what would be right
 */
public record FieldProblem(Code code, String field, String detail) {

    /** Kinds of mistake; their names are part of the public contract. */
    public enum Code {
        /** The text is not JSON, or says a name twice. */
        MALFORMED_JSON,
        /** The request has no field of that name. */
        UNKNOWN_FIELD,
        /** A field that must be there is not. */
        MISSING_FIELD,
        /** The value is of another JSON type, such as a number for an amount. */
        WRONG_TYPE,
        /** The value is of the right type and makes no sense. */
        INVALID_VALUE,
        /** There is no command of that name. */
        COMMAND_UNKNOWN
    }

    /** The same mistake as seen from a larger request that holds this one. */
    public FieldProblem within(String prefix) {
        String path = field.isEmpty() ? prefix : prefix + "." + field;
        return new FieldProblem(code, path, detail);
    }
}
