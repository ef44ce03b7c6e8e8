package org.aidledger.api.command;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.aidledger.event.Voucher;
import org.aidledger.fund.Organisation;
import org.aidledger.fund.Portion;
import org.aidledger.fund.ProjectProfile;
import org.aidledger.money.Money;
import org.aidledger.payee.Payee;

/**
 * The JSON fields of a record: its components, those of voucher and profile lifted to its own
 * level, and {@code currency} said once for all amounts.
 *
 * @param type the record
 * @param fields in the order of its components
 * @param money whether {@code currency} belongs to it
 */
public record CommandShape(Class<?> type, List<Field> fields, boolean money) {

    private static final Map<Class<?>, CommandShape> KNOWN = new ConcurrentHashMap<>();

    /**
     * One field.
     *
     * @param name as written
     * @param type of the component behind it
     * @param absent what stands for the field when it is left out; empty if it may not be
     */
    public record Field(String name, Type type, Optional<Object> absent) {

        /** Whether the field must be there. */
        public boolean isRequired() {
            return absent.isEmpty();
        }
    }

    public CommandShape {
        fields = List.copyOf(fields);
    }

    /** The shape of a record. */
    public static CommandShape of(Class<?> type) {
        CommandShape known = KNOWN.get(type);
        if (known == null) {
            List<Field> fields = fields(type).toList();
            known = new CommandShape(type, fields, usesMoney(type));
            KNOWN.put(type, known);
        }
        return known;
    }

    /** Whether values of the type stand in JSON as one string. */
    public static boolean isText(Class<?> type) {
        return ValueReading.isWrittenAsText(type);
    }

    /** Whether the component's own components stand in its place. */
    static boolean isLifted(Class<?> component) {
        return component == Voucher.class || component == ProjectProfile.class;
    }

    private static Stream<Field> fields(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(c ->
                        isLifted(c.getType())
                                ? fields(c.getType())
                                : Stream.of(new Field(c.getName(), c.getGenericType(), absent(c))));
    }

    /** A text is optional where its record takes it empty; the record alone knows. */
    private static Optional<Object> absent(RecordComponent component) {
        Class<?> declaring = component.getDeclaringRecord();
        if (component.getType() == Portion.class) {
            return Optional.of(new Portion.Whole());
        }
        if (component.getType() == Organisation.class) {
            return Optional.of(Organisation.NONE);
        }
        if (component.getType() == Payee.class) {
            return Optional.of(Payee.NOBODY);
        }
        if (component.getType() == List.class && declaring == Voucher.class) {
            return Optional.of(List.of());
        }
        return component.getType() == String.class && takesEmpty(declaring, component)
                ? Optional.of("")
                : Optional.empty();
    }

    private static boolean takesEmpty(Class<?> declaring, RecordComponent text) {
        Object[] values =
                Arrays.stream(declaring.getRecordComponents())
                        .map(c -> c.getName().equals(text.getName()) ? "" : Samples.component(c))
                        .toArray();
        return Records.accepts(declaring, values);
    }

    private static boolean usesMoney(Type type) {
        if (type instanceof ParameterizedType many) {
            return usesMoney(many.getActualTypeArguments()[0]);
        }
        return type == Money.class
                || type == Portion.class
                || (type instanceof Class<?> raw
                        && raw.isRecord()
                        && Arrays.stream(raw.getRecordComponents())
                                .anyMatch(c -> usesMoney(c.getGenericType())));
    }
}
