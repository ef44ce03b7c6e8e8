package org.aidledger.api.command;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aidledger.api.command.CommandShape.Field;
import org.aidledger.api.command.FieldProblem.Code;
import org.aidledger.money.Denomination;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads one command from its fields and gathers all that is wrong with them. */
final class FieldReading {

    private static final String CURRENCY = "currency";

    private final ObjectNode body;
    private final List<FieldProblem> problems = new ArrayList<>();
    private final ValueReading values = new ValueReading(this);
    private Optional<String> currency = Optional.empty();

    FieldReading(ObjectNode body) {
        this.body = body;
    }

    /**
     * The command.
     *
     * @throws MalformedRequest with everything that is wrong
     */
    <C> C read(Class<C> type) {
        CommandShape shape = CommandShape.of(type);
        List<String> own = new ArrayList<>(shape.fields().stream().map(Field::name).toList());
        if (shape.money()) {
            own.add(CURRENCY);
        }
        refuseUnknown(body, own, "");
        if (shape.money()) {
            readCurrency(shape);
        }
        Optional<C> command = record(type, body, "");
        if (!problems.isEmpty()) {
            throw new MalformedRequest(problems);
        }
        return command.orElseThrow();
    }

    /** The currency said for the whole command. */
    Optional<String> currency() {
        return currency;
    }

    void wrong(Code code, String path, String detail) {
        problems.add(new FieldProblem(code, path, detail));
    }

    private void readCurrency(CommandShape shape) {
        JsonNode said = body.get(CURRENCY);
        if (said == null) {
            if (shape.fields().stream().anyMatch(f -> needsCurrency(f))) {
                wrong(
                        Code.MISSING_FIELD,
                        CURRENCY,
                        "currency is missing: the ISO 4217 code of the amounts, such as CNY");
            }
        } else if (!said.isString()) {
            wrong(Code.WRONG_TYPE, CURRENCY, "currency must be a string, such as \"CNY\"");
        } else {
            try {
                currency = Optional.of(Denomination.of(said.stringValue()).currency());
            } catch (IllegalArgumentException e) {
                wrong(Code.INVALID_VALUE, CURRENCY, String.valueOf(e.getMessage()));
            }
        }
    }

    /** An optional amount needs the currency only where it is given as one. */
    private boolean needsCurrency(Field field) {
        JsonNode given = body.get(field.name());
        return ValueReading.isMoney(field.type())
                && (field.isRequired() || (given != null && !ValueReading.isWhole(given)));
    }

    private void refuseUnknown(ObjectNode node, List<String> known, String path) {
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                wrong(
                        Code.UNKNOWN_FIELD,
                        at(path, name),
                        "there is no field '%s' here; there are: %s"
                                .formatted(name, String.join(", ", known)));
            }
        }
    }

    /** A record that stands in an object of its own. */
    Optional<?> nested(Class<?> type, JsonNode node, String path) {
        if (!(node instanceof ObjectNode object)) {
            wrong(Code.WRONG_TYPE, path, path + " must be a JSON object");
            return Optional.empty();
        }
        JsonSubTypes forms = type.getAnnotation(JsonSubTypes.class);
        if (forms == null) {
            refuseUnknown(object, names(type), path);
            return record(type, object, path);
        }
        String property = type.getAnnotation(JsonTypeInfo.class).property();
        String kind = object.path(property).asString("");
        Optional<JsonSubTypes.Type> form =
                Arrays.stream(forms.value()).filter(f -> f.name().equals(kind)).findFirst();
        if (form.isEmpty()) {
            String expected =
                    Arrays.stream(forms.value())
                            .map(JsonSubTypes.Type::name)
                            .collect(joining(", "));
            wrong(
                    object.has(property) ? Code.INVALID_VALUE : Code.MISSING_FIELD,
                    at(path, property),
                    "%s must be one of %s".formatted(at(path, property), expected));
            return Optional.empty();
        }
        List<String> known = new ArrayList<>(names(form.get().value()));
        known.add(property);
        refuseUnknown(object, known, path);
        return record(form.get().value(), object, path);
    }

    private static List<String> names(Class<?> type) {
        return CommandShape.of(type).fields().stream().map(Field::name).toList();
    }

    private <T> Optional<T> record(Class<T> type, ObjectNode node, String path) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] read = new Object[components.length];
        int before = problems.size();
        for (int i = 0; i < components.length; i++) {
            RecordComponent c = components[i];
            Optional<?> value =
                    CommandShape.isLifted(c.getType())
                            ? record(c.getType(), node, path)
                            : field(type, c, node, path);
            read[i] = value.isPresent() ? value.get() : Samples.component(c);
        }
        if (problems.size() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(Records.create(type, read));
        } catch (IllegalArgumentException e) {
            wrong(Code.INVALID_VALUE, at(path, blamed(type, read)), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<?> field(Class<?> type, RecordComponent c, ObjectNode node, String path) {
        JsonNode given = node.get(c.getName());
        String at = at(path, c.getName());
        if (given != null) {
            return values.read(c.getGenericType(), given, at);
        }
        Optional<Object> absent = absent(type, c.getName());
        if (absent.isEmpty()) {
            wrong(Code.MISSING_FIELD, at, at + " is missing" + ValueReading.hint(c.getType()));
        }
        return absent;
    }

    private Optional<Object> absent(Class<?> type, String name) {
        // A fund counts in its currency's own decimals unless it says otherwise.
        if (name.equals("scale") && currency.isPresent()) {
            return Optional.of(Denomination.of(currency.get()).scale());
        }
        return CommandShape.of(type).fields().stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .flatMap(Field::absent);
    }

    /**
     * The component that a record refuses: the last one with whose sample it would be accepted, as
     * a value depends on what it is the value of. Empty where several are wrong together.
     */
    private static String blamed(Class<?> type, Object[] values) {
        RecordComponent[] components = type.getRecordComponents();
        for (int i = components.length - 1; i >= 0; i--) {
            Object[] tried = values.clone();
            tried[i] = Samples.component(components[i]);
            if (Records.accepts(type, tried)) {
                return components[i].getName();
            }
        }
        return "";
    }

    /** Values of a collection, in the order given. */
    Optional<?> many(Type of, boolean distinct, JsonNode node, String path) {
        if (!node.isArray()) {
            wrong(Code.WRONG_TYPE, path, path + " must be a JSON array");
            return Optional.empty();
        }
        List<Object> read = new ArrayList<>();
        boolean complete = true;
        for (int i = 0; i < node.size(); i++) {
            Optional<?> one = values.read(of, node.get(i), path + "[" + i + "]");
            one.ifPresent(read::add);
            complete &= one.isPresent();
        }
        if (!complete) {
            return Optional.empty();
        }
        Set<Object> once = new LinkedHashSet<>(read);
        return Optional.of(distinct ? once : List.copyOf(read));
    }

    static String at(String path, String name) {
        return path.isEmpty() || name.isEmpty() ? path + name : path + "." + name;
    }
}
