package org.aidledger.api.command;

import java.io.CharConversionException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.api.command.FieldProblem.Code;
import org.aidledger.approval.ApprovalCommand;
import org.aidledger.approval.ApprovalId;
import org.aidledger.finding.FindingCommand;
import org.aidledger.finding.FindingId;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;
import org.aidledger.payee.PayeeCommand;
import org.aidledger.payee.Pseudonym;
import org.aidledger.sample.SampleCommand;
import org.aidledger.sample.SampleId;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns a command's name and JSON fields into the command's record.
 *
 * <p>Strict: no unknown field, no null, no number for an amount, nothing said twice. All that is
 * wrong is reported together, each with the path of its field, as a {@link MalformedRequest}.
 */
public final class CommandBinding {

    private static final String COMMAND = "command";

    private final JsonMapper json =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

    /**
     * Reads one JSON value, without closing the stream.
     *
     * @throws MalformedRequest if it is not one well-formed JSON value
     */
    public JsonNode parse(InputStream body) {
        try {
            return present(json.readTree(body));
        } catch (JacksonIOException e) {
            if (e.getCause() instanceof CharConversionException) {
                throw malformed(e);
            }
            throw e; // the stream broke; that says nothing about the JSON
        } catch (JacksonException e) {
            throw malformed(e);
        } catch (NumberFormatException _) {
            throw outOfRange();
        }
    }

    /**
     * Reads one JSON value.
     *
     * @throws MalformedRequest if it is not one well-formed JSON value
     */
    public JsonNode parse(String body) {
        try {
            return present(json.readTree(body));
        } catch (JacksonException e) {
            throw malformed(e);
        } catch (NumberFormatException _) {
            throw outOfRange();
        }
    }

    /** Of a number whose exponent no decimal can have. */
    private static MalformedRequest outOfRange() {
        return new MalformedRequest(
                Code.INVALID_VALUE,
                "",
                "a number has an exponent beyond every range; write it out, such as 0.01");
    }

    /**
     * The value as an object.
     *
     * @throws MalformedRequest if it is something else
     */
    public static ObjectNode object(JsonNode value) {
        if (value instanceof ObjectNode object) {
            return object;
        }
        throw new MalformedRequest(
                Code.WRONG_TYPE, "", "a JSON object is expected here, such as {\"effective\":…}");
    }

    /**
     * A command of a fund.
     *
     * @param name the command's written name
     * @param fund the fund, which the body may repeat but not contradict
     * @throws MalformedRequest if there is no such command or its fields are not right
     */
    public FundCommand fundCommand(String name, FundId fund, ObjectNode body) {
        return bind(fundType(name), "fund", fund.value(), body);
    }

    /**
     * A command of a fund whose body says which.
     *
     * @throws MalformedRequest if there is no such command or its fields are not right
     */
    public FundCommand fundCommand(String name, ObjectNode body) {
        return new FieldReading(body).read(fundType(name));
    }

    /**
     * A command of a finding.
     *
     * @param finding the finding, which the body may repeat but not contradict
     * @throws MalformedRequest if there is no such command or its fields are not right
     */
    public FindingCommand findingCommand(String name, FindingId finding, ObjectNode body) {
        return bind(findingType(name), "finding", finding.value(), body);
    }

    /**
     * A command of a finding whose body says which.
     *
     * @throws MalformedRequest if there is no such command or its fields are not right
     */
    public FindingCommand findingCommand(String name, ObjectNode body) {
        return new FieldReading(body).read(findingType(name));
    }

    /**
     * A decision about a request for approval.
     *
     * @param approval the request, which the body may repeat but not contradict
     * @throws MalformedRequest if there is no such decision or its fields are not right
     */
    public ApprovalCommand.Decision decision(String name, ApprovalId approval, ObjectNode body) {
        Class<? extends ApprovalCommand.Decision> type =
                Optional.<Class<? extends ApprovalCommand.Decision>>ofNullable(
                                CommandNames.ofApprovals().get(name))
                        .orElseThrow(() -> unknown(name, CommandNames.ofApprovals()));
        return bind(type, "approval", approval.value(), body);
    }

    /**
     * A command about a payee.
     *
     * @param payee the payee, which the body may repeat but not contradict
     * @throws MalformedRequest if there is no such command or its fields are not right
     */
    public PayeeCommand payeeCommand(String name, Pseudonym payee, ObjectNode body) {
        Class<? extends PayeeCommand> type =
                Optional.<Class<? extends PayeeCommand>>ofNullable(
                                CommandNames.ofPayees().get(name))
                        .orElseThrow(() -> unknown(name, CommandNames.ofPayees()));
        return bind(type, "payee", payee.value(), body);
    }

    /**
     * A record that becomes a command only when the ledger has added what it knows.
     *
     * @throws MalformedRequest if its fields are not right
     */
    public <R extends Record> R request(Class<R> type, ObjectNode body) {
        return new FieldReading(body).read(type);
    }

    /**
     * A command about a sample that is drawn.
     *
     * @param sample the sample, which the body may repeat but not contradict
     * @throws MalformedRequest if there is no such command or its fields are not right
     */
    public SampleCommand.Examination examination(String name, SampleId sample, ObjectNode body) {
        Class<? extends SampleCommand.Examination> type =
                Optional.<Class<? extends SampleCommand.Examination>>ofNullable(
                                CommandNames.ofSamples().get(name))
                        .orElseThrow(() -> unknown(name, CommandNames.ofSamples()));
        return bind(type, "sample", sample.value(), body);
    }

    /**
     * One line of a batch: a command of a fund with its name in the field {@code command}.
     *
     * @throws MalformedRequest if it names no command or its fields are not right
     */
    public FundCommand line(FundId fund, JsonNode line) {
        ObjectNode fields = object(line).deepCopy();
        return fundCommand(named(fields), fund, fields);
    }

    /**
     * One line of a file: as a line of a batch, with the fund in the field {@code fund}.
     *
     * @throws MalformedRequest if it names no command or its fields are not right
     */
    public FundCommand line(ObjectNode line) {
        ObjectNode fields = line.deepCopy();
        return fundCommand(named(fields), fields);
    }

    /** Takes the command's name from the fields. */
    private static String named(ObjectNode fields) {
        JsonNode name =
                Optional.ofNullable(fields.remove(COMMAND))
                        .orElseThrow(() ->
                                new MalformedRequest(
                                        Code.MISSING_FIELD,
                                        COMMAND,
                                        "command is missing: the name of the command, such as"
                                                + " \"disburse\""));
        if (!name.isString()) {
            throw new MalformedRequest(
                    Code.WRONG_TYPE, COMMAND, "command must be a string, such as \"disburse\"");
        }
        return name.stringValue();
    }

    /** The JSON form of a command, without its name: what this class reads back as the same. */
    public ObjectNode fields(FundCommand command) {
        return new FieldWriting(json.createObjectNode()).write(command);
    }

    /** A valid example of a command in its JSON form. */
    public ObjectNode example(Class<?> command) {
        return new FieldWriting(json.createObjectNode()).write(Samples.record(command));
    }

    private static <C> C bind(Class<C> type, String idField, String id, ObjectNode body) {
        ObjectNode fields = body.deepCopy();
        JsonNode said = fields.get(idField);
        if (said != null && !(said.isString() && said.stringValue().equals(id))) {
            throw new MalformedRequest(
                    Code.INVALID_VALUE,
                    idField,
                    "%s is %s here; leave the field out or repeat just that"
                            .formatted(idField, id));
        }
        fields.put(idField, id);
        return new FieldReading(fields).read(type);
    }

    private static Class<? extends FundCommand> fundType(String name) {
        return CommandNames.fundCommand(name)
                .orElseThrow(() -> unknown(name, CommandNames.ofFunds()));
    }

    private static Class<? extends FindingCommand> findingType(String name) {
        return CommandNames.findingCommand(name)
                .orElseThrow(() -> unknown(name, CommandNames.ofFindings()));
    }

    private static MalformedRequest unknown(String name, Map<String, ?> known) {
        return new MalformedRequest(
                Code.COMMAND_UNKNOWN,
                COMMAND,
                "there is no command '%s'; there are: %s"
                        .formatted(name, String.join(", ", known.keySet())));
    }

    private static JsonNode present(JsonNode value) {
        if (value.isMissingNode()) {
            throw new MalformedRequest(
                    List.of(
                            new FieldProblem(
                                    Code.MALFORMED_JSON, "", "the request has no content")));
        }
        return value;
    }

    private static MalformedRequest malformed(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        String where =
                at == null
                        ? ""
                        : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
        return new MalformedRequest(
                Code.MALFORMED_JSON,
                "",
                "not well-formed JSON%s: %s".formatted(where, e.getOriginalMessage()));
    }
}
