package org.aidledger.api.command;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import org.aidledger.fund.Portion;
import org.aidledger.money.Money;
import org.aidledger.payee.Payee;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Writes one command's fields: the mirror of {@link FieldReading}. */
final class FieldWriting {

    private static final String CURRENCY = "currency";

    private final ObjectNode top;

    FieldWriting(ObjectNode empty) {
        this.top = empty;
    }

    ObjectNode write(Object command) {
        components(top, command);
        return top;
    }

    private void components(ObjectNode into, Object record) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = Records.value(record, component);
            if (CommandShape.isLifted(component.getType())) {
                components(into, value);
            } else {
                into.set(component.getName(), node(value));
            }
        }
    }

    private JsonNode node(Object value) {
        return switch (value) {
            case Money money -> amount(money);
            case Payee payee -> StringNode.valueOf(payee.text());
            case Portion.Exactly exactly -> amount(exactly.amount());
            case Boolean flag -> BooleanNode.valueOf(flag);
            case Integer number -> IntNode.valueOf(number);
            case Long number -> LongNode.valueOf(number);
            case Collection<?> many -> array(many);
            case Record record when !isWrittenAsText(record) -> object(record);
            default -> StringNode.valueOf(value.toString());
        };
    }

    private static boolean isWrittenAsText(Record record) {
        return Arrays.stream(record.getClass().getMethods())
                .anyMatch(m -> m.isAnnotationPresent(JsonValue.class));
    }

    private JsonNode amount(Money money) {
        top.put(CURRENCY, money.currency());
        return StringNode.valueOf(money.decimal());
    }

    private ArrayNode array(Collection<?> many) {
        ArrayNode array = top.arrayNode();
        many.forEach(one -> array.add(node(one)));
        return array;
    }

    private ObjectNode object(Object record) {
        ObjectNode object = top.objectNode();
        for (Class<?> form : record.getClass().getInterfaces()) {
            JsonSubTypes forms = form.getAnnotation(JsonSubTypes.class);
            if (forms != null) {
                String property = form.getAnnotation(JsonTypeInfo.class).property();
                Arrays.stream(forms.value())
                        .filter(f -> f.value() == record.getClass())
                        .forEach(f -> object.put(property, f.name()));
            }
        }
        components(object, record);
        return object;
    }
}
