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
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.aidledger.access.Permits;
import org.aidledger.access.Role;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.CommandNames;
import org.aidledger.api.sample.Drawing;
import org.aidledger.api.sheet.Spreadsheet;
import org.aidledger.approval.ApprovalId;
import org.aidledger.event.Becomes;
import org.aidledger.event.StoredAs;
import org.aidledger.payee.Pseudonym;
import org.aidledger.sample.SampleId;
import org.springdoc.core.customizers.OpenApiCustomizer;
import tools.jackson.databind.node.ObjectNode;

/** Adds a path for each command, and every code with which a request may end. */
final class CommandPaths implements OpenApiCustomizer {

    private static final Pseudonym ANYBODY = new Pseudonym("payee-" + "0123456789".repeat(4));

    private static final String JSON = "application/json";
    private static final String OPEN_FUND = "open-fund";
    private static final String ASKED = "Asked";
    private static final List<String> IMPORTS =
            List.of(
                    "text/csv",
                    Spreadsheet.TYPE,
                    "application/x-ndjson",
                    "application/xml",
                    "application/octet-stream");
    private static final List<String> BACKUPS =
            List.of("application/zip", "application/octet-stream");

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
        document.getComponents().addSchemas(ASKED, asked());
        signIn(document);
        Paths paths = new Paths();
        document.getPaths()
                .forEach((path, item) -> {
                    if (!path.contains("{command}")) {
                        paths.addPathItem(path, item);
                    }
                });
        item(paths, "/api/v1/funds")
                .setPost(operation(OPEN_FUND, fund(OPEN_FUND), "Funds", Set.of()));
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
        CommandNames.ofPayees()
                .forEach((name, type) ->
                        add(paths, "/api/v1/payees/{payee}/", "payee", name, type, "Payees"));
        CommandNames.ofSamples()
                .forEach((name, type) ->
                        add(paths, "/api/v1/samples/{sample}/", "sample", name, type, "Samples"));
        draws(item(paths, "/api/v1/samples").getPost());
        batches(item(paths, "/api/v1/funds/{fund}/batches").getPost());
        files(item(paths, "/api/v1/imports/{format}").getPost(), IMPORTS);
        files(item(paths, "/api/v1/restore").getPost(), BACKUPS);
        document.setPaths(paths);
        ErrorAnswers.addTo(document);
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
                .responses(responses(name));
    }

    private Set<Role> roles(String name, ObjectNode example) {
        if (CommandNames.fundCommand(name).isPresent()) {
            return Permits.of(binding.fundCommand(name, example));
        }
        if (CommandNames.ofPayees().containsKey(name)) {
            return Permits.of(binding.payeeCommand(name, ANYBODY, example));
        }
        if (CommandNames.ofSamples().containsKey(name)) {
            return Permits.of(
                    binding.examination(
                            name, new SampleId(example.path("sample").asString()), example));
        }
        return CommandNames.findingCommand(name).isPresent()
                ? Permits.of(binding.findingCommand(name, example))
                : Permits.of(
                        binding.decision(
                                name,
                                new ApprovalId(example.path("approval").asString()),
                                example));
    }

    private static ApiResponses responses(String command) {
        boolean decides = CommandNames.ofApprovals().containsKey(command);
        Content accepted =
                answer(
                        decides
                                ? "Decided"
                                : CommandNames.ofSamples().containsKey(command)
                                        ? "Examined"
                                        : "Receipt");
        ApiResponses responses =
                new ApiResponses()
                        .addApiResponse(
                                "201", new ApiResponse().description("accepted").content(accepted))
                        .addApiResponse(
                                "200",
                                new ApiResponse()
                                        .description("the same request was accepted before")
                                        .content(accepted));
        if (CommandNames.fundCommand(command).isPresent() && !command.equals(OPEN_FUND)) {
            responses.addApiResponse(
                    "202",
                    new ApiResponse()
                            .description("an approval was asked for")
                            .content(answer(ASKED)));
        }
        return responses;
    }

    /** See {@code ApprovalRequests.Asked}, which no signature of an endpoint names. */
    private static Schema<Object> asked() {
        Schema<Object> asked = FieldSchemas.typed("object");
        for (String text : List.of("approval", "status", "fund", "postingId")) {
            asked.addProperty(text, FieldSchemas.string());
        }
        asked.addProperty("position", FieldSchemas.typed("integer"));
        asked.addProperty("repeated", FieldSchemas.typed("boolean"));
        asked.addProperty("visible", FieldSchemas.typed("boolean"));
        return asked;
    }

    private static Content answer(String schema) {
        Schema<Object> answer = new Schema<>();
        answer.set$ref("#/components/schemas/" + schema);
        return new Content().addMediaType(JSON, new MediaType().schema(answer));
    }

    /** Where the body is a file, as it is. */
    private static void files(Operation operation, List<String> types) {
        Content content = new Content();
        types.forEach(type -> content.addMediaType(type, new MediaType()));
        operation.setRequestBody(new RequestBody().required(true).content(content));
    }

    private void draws(Operation operation) {
        ObjectNode example = binding.example(Drawing.class);
        example.remove("actor");
        example.remove("approvedBy");
        operation.setRequestBody(
                new RequestBody()
                        .required(true)
                        .content(
                                new Content()
                                        .addMediaType(
                                                JSON,
                                                new MediaType()
                                                        .schema(
                                                                FieldSchemas.object(
                                                                        Drawing.class, Set.of()))
                                                        .example(example.toString()))));
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
}
