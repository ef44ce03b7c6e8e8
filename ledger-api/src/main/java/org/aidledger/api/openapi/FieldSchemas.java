package org.aidledger.api.openapi;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aidledger.api.command.CommandShape;
import org.aidledger.fund.Portion;
import org.aidledger.fund.ReallocationBasis;
import org.aidledger.fund.Tender;
import org.aidledger.money.Money;

/** JSON schemas of commands, from their records. */
final class FieldSchemas {

    private static final String AMOUNT = "-?[0-9]{1,19}(\\.[0-9]{1,6})?";

    private static final Map<Class<?>, String> PATTERNS =
            Map.of(
                    Portion.class, "whole|" + AMOUNT,
                    Tender.class, "(tender|exempt):.+",
                    ReallocationBasis.class, "(adjustment|reclaim):.+");

    private FieldSchemas() {}

    /** A command, or a record within one. */
    static Schema<Object> object(Class<?> type, Set<String> given) {
        CommandShape shape = CommandShape.of(type);
        Schema<Object> schema = typed("object");
        Set<String> required = new LinkedHashSet<>();
        for (CommandShape.Field field : shape.fields()) {
            schema.addProperty(field.name(), of(field.type()));
            if (field.isRequired()
                    && !given.contains(field.name())
                    && !field.name().equals("actor")) { // whoever is signed in
                required.add(field.name());
            }
        }
        if (shape.money() && isCommand(type)) {
            Schema<Object> currency = matching("[A-Z]{3}");
            currency.setDescription("ISO 4217, of all amounts");
            schema.addProperty("currency", currency);
            if (shape.fields().stream().anyMatch(f -> f.type() == Money.class)) {
                required.add("currency");
            }
        }
        schema.setRequired(List.copyOf(required));
        schema.setAdditionalProperties(false);
        return schema;
    }

    private static boolean isCommand(Class<?> type) {
        return CommandShape.of(type).fields().stream().anyMatch(f -> f.name().equals("postingId"));
    }

    private static Schema<Object> of(Type type) {
        if (type instanceof ParameterizedType many) {
            Schema<Object> array = typed("array");
            array.setItems(of(many.getActualTypeArguments()[0]));
            if (many.getRawType() == Set.class) {
                array.setUniqueItems(true);
            }
            return array;
        }
        Class<?> raw = (Class<?>) type;
        if (raw == boolean.class) {
            return typed("boolean");
        }
        if (raw == int.class || raw == long.class) {
            return typed("integer");
        }
        if (raw == BigDecimal.class) {
            Schema<Object> decimal = new Schema<>();
            decimal.setTypes(new LinkedHashSet<>(List.of("string", "number")));
            return decimal;
        }
        if (raw == Money.class) {
            return matching(AMOUNT);
        }
        if (raw == LocalDate.class) {
            Schema<Object> date = string();
            date.setFormat("date");
            return date;
        }
        if (raw.isEnum()) {
            Schema<Object> constants = string();
            constants.setEnum(
                    Arrays.stream(raw.getEnumConstants()).<Object>map(Object::toString).toList());
            return constants;
        }
        if (CommandShape.isText(raw)) {
            return Optional.ofNullable(PATTERNS.get(raw))
                    .map(FieldSchemas::matching)
                    .orElseGet(FieldSchemas::string);
        }
        return raw.isSealed() ? oneOf(raw) : object(raw, Set.of());
    }

    private static Schema<Object> oneOf(Class<?> sealed) {
        JsonSubTypes forms = sealed.getAnnotation(JsonSubTypes.class);
        String property = sealed.getAnnotation(JsonTypeInfo.class).property();
        Schema<Object> one = new Schema<>();
        for (JsonSubTypes.Type form : forms.value()) {
            Schema<Object> object = object(form.value(), Set.of());
            Schema<Object> kind = string();
            kind.setEnum(List.of(form.name()));
            object.addProperty(property, kind);
            object.addRequiredItem(property);
            one.addOneOfItem(object);
        }
        return one;
    }

    private static Schema<Object> matching(String pattern) {
        Schema<Object> schema = string();
        schema.setPattern(pattern);
        return schema;
    }

    static Schema<Object> string() {
        return typed("string");
    }

    static Schema<Object> typed(String type) {
        Schema<Object> schema = new Schema<>();
        schema.setTypes(Set.of(type));
        return schema;
    }
}
