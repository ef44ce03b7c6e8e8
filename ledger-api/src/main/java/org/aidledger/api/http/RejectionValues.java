package org.aidledger.api.http;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.aidledger.money.Money;
import org.aidledger.rejection.Rejection;

/** The components of a rejection as members of a problem: amounts as decimals, currency once. */
final class RejectionValues {

    private RejectionValues() {}

    static Map<String, Object> of(Rejection rejection) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent component : rejection.getClass().getRecordComponents()) {
            Object value = value(rejection, component);
            if (value instanceof Optional<?> optional) {
                optional.ifPresent(v -> put(values, component.getName(), v));
            } else {
                put(values, component.getName(), value);
            }
        }
        return values;
    }

    private static void put(Map<String, Object> values, String name, Object value) {
        if (value instanceof Money money) {
            values.put("currency", money.currency());
        }
        values.put(name, written(value));
    }

    private static Object written(Object value) {
        return switch (value) {
            case Money money -> money.decimal();
            case Integer number -> number;
            case Long number -> number;
            case Collection<?> many -> many.stream().map(RejectionValues::written).toList();
            case Rejection cause -> {
                Map<String, Object> inner = new LinkedHashMap<>();
                inner.put("code", cause.code());
                inner.put("detail", cause.message());
                inner.putAll(of(cause));
                yield inner;
            }
            default -> value.toString();
        };
    }

    private static Object value(Rejection rejection, RecordComponent component) {
        try {
            return component.getAccessor().invoke(rejection);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
