package org.aidledger.api.command;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aidledger.api.command.FieldProblem.Code;
import org.aidledger.fund.Portion;
import org.aidledger.money.Money;
import tools.jackson.databind.JsonNode;

/** Reads one value of a command; says through its {@link FieldReading} what is wrong with it. */
final class ValueReading {

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,19}(\\.[0-9]{1,18})?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final String WHOLE = new Portion.Whole().toString();

    private final FieldReading command;

    ValueReading(FieldReading command) {
        this.command = command;
    }

    Optional<?> read(Type type, JsonNode node, String path) {
        if (node.isNull()) {
            return wrong(Code.INVALID_VALUE, path, path + " must not be null; leave the field out");
        }
        if (type instanceof ParameterizedType many) {
            boolean distinct = many.getRawType() == Set.class;
            return command.many(many.getActualTypeArguments()[0], distinct, node, path);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == boolean.class) {
            return node.isBoolean()
                    ? Optional.of(node.booleanValue())
                    : wrong(Code.WRONG_TYPE, path, path + " must be true or false, not a text");
        }
        if (raw == int.class) {
            return node.isIntegralNumber() && node.canConvertToInt()
                    ? Optional.of(node.intValue())
                    : wrong(Code.WRONG_TYPE, path, path + " must be a whole JSON number");
        }
        if (raw == long.class) {
            return node.isIntegralNumber() && node.canConvertToLong()
                    ? Optional.of(node.longValue())
                    : wrong(Code.WRONG_TYPE, path, path + " must be a whole JSON number");
        }
        if (raw == BigDecimal.class) {
            return decimal(node, path);
        }
        if (isMoney(raw)) {
            return money(raw, node, path);
        }
        return isWrittenAsText(raw) ? text(raw, node, path) : command.nested(raw, node, path);
    }

    private Optional<?> money(Class<?> type, JsonNode node, String path) {
        if (node.isNumber()) {
            return wrong(
                    Code.WRONG_TYPE,
                    path,
                    path
                            + " must be a JSON string such as \"1250000.00\": numbers lose digits"
                            + " on their way");
        }
        return string(node, path)
                .flatMap(text -> {
                    if (type == Portion.class && text.equals(WHOLE)) {
                        return Optional.of(new Portion.Whole());
                    }
                    // A missing or wrong currency is reported once, by itself.
                    return command.currency()
                            .flatMap(currency ->
                                    accept(path, text, t -> amount(type, Money.of(t, currency))));
                });
    }

    private static Object amount(Class<?> type, Money money) {
        return type == Portion.class ? new Portion.Exactly(money) : money;
    }

    private Optional<?> decimal(JsonNode node, String path) {
        if (!node.isNumber() && !node.isString()) {
            return wrong(Code.WRONG_TYPE, path, path + " must be a decimal such as 12.5");
        }
        String text = node.isString() ? node.stringValue() : node.asString();
        return DECIMAL.matcher(text).matches()
                ? Optional.of(new BigDecimal(text))
                : wrong(
                        Code.INVALID_VALUE,
                        path,
                        path + " must be a decimal such as 12.5, without an exponent");
    }

    private Optional<?> text(Class<?> type, JsonNode node, String path) {
        return string(node, path)
                .flatMap(text -> {
                    if (type == String.class) {
                        return Optional.of(text);
                    }
                    if (type == LocalDate.class) {
                        return date(text, path);
                    }
                    return type.isEnum()
                            ? constant(type, text, path)
                            : accept(path, text, creator(type));
                });
    }

    private Optional<LocalDate> date(String text, String path) {
        try {
            if (DATE.matcher(text).matches()) {
                return Optional.of(LocalDate.parse(text));
            }
        } catch (DateTimeException _) {
            return wrong(Code.INVALID_VALUE, path, "there is no day " + text);
        }
        return wrong(Code.INVALID_VALUE, path, path + " must be a date such as 2024-06-30");
    }

    private Optional<?> constant(Class<?> type, String text, String path) {
        Optional<?> found =
                Arrays.stream(type.getEnumConstants())
                        .filter(c -> c.toString().equals(text))
                        .findFirst();
        return found.isPresent()
                ? found
                : wrong(
                        Code.INVALID_VALUE,
                        path,
                        "%s must be one of %s, not '%s'".formatted(path, constants(type), text));
    }

    private Optional<String> string(JsonNode node, String path) {
        if (!node.isString()) {
            return wrong(Code.WRONG_TYPE, path, path + " must be a JSON string");
        }
        String text = node.stringValue();
        return text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)
                ? wrong(Code.INVALID_VALUE, path, path + " holds half a character")
                : Optional.of(text);
    }

    private Optional<?> accept(String path, String text, Function<String, Object> create) {
        try {
            return Optional.of(create.apply(text));
        } catch (IllegalArgumentException e) {
            return wrong(Code.INVALID_VALUE, path, String.valueOf(e.getMessage()));
        }
    }

    private <T> Optional<T> wrong(Code code, String path, String detail) {
        command.wrong(code, path, detail);
        return Optional.empty();
    }

    static boolean isMoney(Type type) {
        return type == Money.class || type == Portion.class;
    }

    static boolean isWhole(JsonNode node) {
        return node.isString() && node.stringValue().equals(WHOLE);
    }

    /** Whether values of the type stand in JSON as one string. */
    static boolean isWrittenAsText(Class<?> type) {
        return type == String.class
                || type == LocalDate.class
                || type.isEnum()
                || creators(type).findAny().isPresent();
    }

    static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(joining(", "));
    }

    /** What to write into a missing field. */
    static String hint(Class<?> type) {
        if (type.isEnum()) {
            return ": one of " + constants(type);
        }
        if (type == LocalDate.class) {
            return ": a date such as 2024-06-30";
        }
        return isMoney(type) ? ": an amount such as \"1250000.00\"" : "";
    }

    private static Stream<Executable> creators(Class<?> type) {
        return Stream.concat(
                        Arrays.stream(type.getDeclaredConstructors()),
                        Arrays.stream(type.getDeclaredMethods()))
                .filter(e -> e.isAnnotationPresent(JsonCreator.class))
                .filter(e -> Arrays.equals(e.getParameterTypes(), new Class<?>[] {String.class}));
    }

    private static Function<String, Object> creator(Class<?> type) {
        Executable creator = creators(type).findFirst().orElseThrow();
        return text -> {
            try {
                return switch (creator) {
                    case Constructor<?> constructor -> constructor.newInstance(text);
                    case Method method -> method.invoke(null, text);
                };
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof IllegalArgumentException refused) {
                    throw refused;
                }
                throw new IllegalStateException("cannot create " + type, e);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot create " + type, e);
            }
        };
    }
}
