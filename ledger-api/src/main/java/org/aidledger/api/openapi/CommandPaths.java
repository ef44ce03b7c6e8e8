package org.aidledger.api.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.aidledger.access.Permits;
import org.aidledger.access.Role;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.CommandNames;
import org.aidledger.api.command.RejectionCodes;
import org.aidledger.api.http.Problem;
import org.aidledger.api.http.ProblemCode;
import org.aidledger.approval.ApprovalId;
import org.aidledger.event.Becomes;
import org.aidledger.event.StoredAs;
import org.springdoc.core.customizers.OpenApiCustomizer;
import tools.jackson.databind.node.ObjectNode;

/** Adds a path for each command, and every code with which a request may end. */
final class CommandPaths implements OpenApiCustomizer {

    private static final String JSON = "application/json";
    private static final String PROBLEM = "Problem";

    private final CommandBinding binding;

    CommandPaths(CommandBinding binding) {
        this.binding = binding;
    }

    @Override
    public void customise(OpenAPI document) {
        document.getInfo()
                .title("Aid Ledger")
                .version("v1")
                .description(
                        "An event-sourced ledger for public aid funds. Amounts are decimal strings"
                                + " in major units; every read takes asOf and knownAt.");
        document.getComponents().addSchemas(PROBLEM, problem());
        signIn(document);
        Paths paths = new Paths();
        document.getPaths()
                .forEach((path, item) -> {
                    if (!path.contains("{command}")) {
                        paths.addPathItem(path, item);
                    }
                });
        item(paths, "/api/v1/funds")
                .setPost(operation("open-fund", fund("open-fund"), "Funds", Set.of()));
        item(paths, "/api/v1/findings")
                .setPost(
                        operation("raise-finding", finding("raise-finding"), "Findings", Set.of()));
        CommandNames.ofFunds()
                .forEach((name, type) ->
                        add(paths, "/api/v1/funds/{fund}/", "fund", name, type, "Commands"));
        CommandNames.ofFindings()
                .forEach((name, type) ->
                        add(
                                paths,
                                "/api/v1/findings/{finding}/",
                                "finding",
                                name,
                                type,
                                "Findings"));
        CommandNames.ofApprovals()
                .forEach((name, type) ->
                        add(
                                paths,
                                "/api/v1/approvals/{approval}/",
                                "approval",
                                name,
                                type,
                                "Approvals"));
        batches(item(paths, "/api/v1/funds/{fund}/batches").getPost());
        document.setPaths(paths);
    }

    private static void signIn(OpenAPI document) {
        document.getComponents()
                .addSecuritySchemes(
                        "token",
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"))
                .addSecuritySchemes(
                        "password",
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"));
        document.addSecurityItem(new SecurityRequirement().addList("token"))
                .addSecurityItem(new SecurityRequirement().addList("password"));
    }

    private static PathItem item(Paths paths, String path) {
        return Objects.requireNonNull(paths.get(path), path);
    }

    private static Class<?> fund(String name) {
        return CommandNames.fundCommand(name).orElseThrow();
    }

    private static Class<?> finding(String name) {
        return CommandNames.findingCommand(name).orElseThrow();
    }

    private void add(
            Paths paths, String prefix, String id, String name, Class<?> type, String tag) {
        Operation operation = operation(name, type, tag, Set.of(id));
        operation.addParametersItem(
                new Parameter().in("path").name(id).required(true).schema(FieldSchemas.string()));
        paths.addPathItem(prefix + name, new PathItem().post(operation));
    }

    /**
     * @param given fields that the path says
     */
    private Operation operation(String name, Class<?> type, String tag, Set<String> given) {
        String event =
                type.getAnnotation(Becomes.class).value().getAnnotation(StoredAs.class).value();
        ObjectNode example = binding.example(type);
        Set<Role> roles = roles(name, example);
        given.forEach(example::remove);
        example.remove("actor");
        example.remove("approvedBy");
        MediaType body =
                new MediaType()
                        .schema(FieldSchemas.object(type, given))
                        .example(example.toString());
        Operation operation = new Operation();
        operation.addExtension("x-right", name);
        operation.addExtension("x-roles", QueryParameters.roles(roles));
        return operation
                .operationId(name)
                .addTagsItem(tag)
                .summary(name.replace('-', ' '))
                .description("Accepted, it is stored as the event " + event + ".")
                .addParametersItem(
                        new Parameter()
                                .in("header")
                                .name("Idempotency-Key")
                                .description("the postingId, where the body has none")
                                .schema(FieldSchemas.string()))
                .addParametersItem(
                        new Parameter()
                                .in("header")
                                .name("Prefer")
                                .description(
                                        "wait=SECONDS, for reads to include it; request-approval,"
                                                + " to ask for an approval if it needs one (202)")
                                .schema(FieldSchemas.string()))
                .requestBody(
                        new RequestBody()
                                .required(true)
                                .content(new Content().addMediaType(JSON, body)))
                .responses(responses());
    }

    private Set<Role> roles(String name, ObjectNode example) {
        if (CommandNames.fundCommand(name).isPresent()) {
            return Permits.of(binding.fundCommand(name, example));
        }
        return CommandNames.findingCommand(name).isPresent()
                ? Permits.of(binding.findingCommand(name, example))
                : Permits.of(
                        binding.decision(
                                name,
                                new ApprovalId(example.path("approval").asString()),
                                example));
    }

    private static ApiResponses responses() {
        Schema<Object> receipt = new Schema<>();
        receipt.set$ref("#/components/schemas/Receipt");
        Content accepted = new Content().addMediaType(JSON, new MediaType().schema(receipt));
        ApiResponses responses = new ApiResponses();
        responses.addApiResponse(
                "201", new ApiResponse().description("accepted").content(accepted));
        responses.addApiResponse(
                "200",
                new ApiResponse()
                        .description("the same request was accepted before")
                        .content(accepted));
        Map<String, String> errors = new LinkedHashMap<>();
        errors.put("400", "malformed: a field is missing, unknown or makes no sense");
        errors.put("401", "nobody is signed in");
        errors.put("403", "the caller may not: the right, the scope or the name is not theirs");
        errors.put("404", "no such fund, finding or command");
        errors.put("409", "refused by the ledger, with the values that would be accepted");
        errors.put("413", "the body is too large");
        errors.put("415", "the content type is not JSON");
        errors.put("503", "not possible just now; send the same request again");
        errors.forEach((status, text) ->
                responses.addApiResponse(
                        status, new ApiResponse().description(text).content(problemContent())));
        return responses;
    }

    private static Content problemContent() {
        Schema<Object> problem = new Schema<>();
        problem.set$ref("#/components/schemas/" + PROBLEM);
        return new Content().addMediaType(Problem.TYPE.toString(), new MediaType().schema(problem));
    }

    private void batches(Operation operation) {
        Schema<Object> command = FieldSchemas.string();
        command.setEnum(List.copyOf(CommandNames.ofFunds().keySet()));
        Schema<Object> line = FieldSchemas.typed("object");
        line.addProperty("command", command);
        line.addRequiredItem("command");
        line.setDescription("a command's fields and its name");
        Schema<Object> lines = FieldSchemas.typed("array");
        lines.setItems(line);
        operation.setSummary("post a batch");
        operation.setRequestBody(
                new RequestBody()
                        .required(true)
                        .content(
                                new Content()
                                        .addMediaType(JSON, new MediaType().schema(lines))
                                        .addMediaType(
                                                "application/x-ndjson",
                                                new MediaType().schema(line))));
    }

    /** The schema of every error, with the list of all codes. */
    private static Schema<Object> problem() {
        List<Object> codes = new ArrayList<>();
        StringBuilder text = new StringBuilder("Permanent code. Of requests:");
        for (ProblemCode code : ProblemCode.values()) {
            codes.add(code.name());
            text.append("\n- `%s` (%d)".formatted(code.name(), code.status()));
        }
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
        Schema<Object> code = FieldSchemas.string();
        code.setEnum(codes);
        code.setDescription(text.toString());
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
}
