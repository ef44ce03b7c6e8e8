package org.aidledger.api.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.api.command.RejectionCodes;
import org.aidledger.api.http.Problem;
import org.aidledger.api.http.ProblemCode;
import org.aidledger.api.imports.FileRefused;

/** Documents with which errors any operation may end, and every code. */
final class ErrorAnswers {

    private static final String PROBLEM = "Problem";

    private ErrorAnswers() {}

    static void addTo(OpenAPI document) {
        document.getComponents().addSchemas(PROBLEM, problem());
        document.getPaths()
                .values()
                .forEach(item -> item.readOperationsMap().forEach(ErrorAnswers::add));
    }

    private static void add(HttpMethod method, Operation operation) {
        Map<String, String> errors = new LinkedHashMap<>();
        errors.put("400", "malformed: something is missing, unknown or makes no sense");
        errors.put("401", "nobody is signed in");
        errors.put("403", "the caller may not: the right, the scope or the name is not theirs");
        errors.put("404", "what the address, the query or the body names does not exist");
        errors.put("406", "the answer cannot be given in the form asked for");
        if (method != HttpMethod.GET) {
            errors.put("409", "refused by the ledger, with the values that would be accepted");
            errors.put("413", "the body is too large");
            errors.put("415", "the content type is not understood");
        }
        errors.put("429", "too many requests");
        errors.put("503", "not possible just now; send the same request again");
        errors.forEach((status, text) ->
                operation
                        .getResponses()
                        .addApiResponse(
                                status, new ApiResponse().description(text).content(content())));
    }

    private static Content content() {
        Schema<Object> problem = new Schema<>();
        problem.set$ref("#/components/schemas/" + PROBLEM);
        return new Content().addMediaType(Problem.TYPE.toString(), new MediaType().schema(problem));
    }

    /** The schema of every error, with the list of all codes. */
    private static Schema<Object> problem() {
        List<Object> codes = new ArrayList<>();
        Schema<Object> code = FieldSchemas.string();
        code.setDescription(described(codes));
        code.setEnum(codes);
        Schema<Object> problem = FieldSchemas.typed("object");
        problem.setDescription(
                "An error (RFC 9457). A refusal of the ledger brings its own values as further"
                        + " members, such as acceptable and firstDay.");
        for (String name : List.of("type", "title", "detail")) {
            problem.addProperty(name, FieldSchemas.string());
        }
        problem.addProperty("status", FieldSchemas.typed("integer"));
        problem.addProperty("code", code);
        List.of("type", "title", "status", "code", "detail").forEach(problem::addRequiredItem);
        return problem;
    }

    private static String described(List<Object> codes) {
        StringBuilder text = new StringBuilder("Permanent code. Of requests:");
        for (ProblemCode code : ProblemCode.values()) {
            codes.add(code.name());
            text.append("\n- `%s` (%d)".formatted(code.name(), code.status()));
        }
        text.append("\n\nOf files that are imported: `IMPORT_REFUSED` (409)");
        codes.add("IMPORT_REFUSED");
        Arrays.stream(FileRefused.Code.values())
                .forEach(code -> {
                    codes.add(code.name());
                    text.append(", `%s`".formatted(code.name()));
                });
        text.append("\n\nRefusals of the ledger, each with an example:");
        RejectionCodes.all()
                .forEach((code, example) -> {
                    if (!codes.contains(code)) {
                        codes.add(code);
                    }
                    text.append(
                            "\n- `%s` (%d): %s"
                                    .formatted(
                                            code, Problem.of(example).status(), example.message()));
                });
        return text.toString();
    }
}
