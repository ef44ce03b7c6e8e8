package org.aidledger.projections.replay;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.ProjectFigures;
import org.aidledger.projections.replay.ReplayReport.FigureDifference;

/**
 * Compares figures one by one. Numbers are the same if they are equal, however many zeros they were
 * written with.
 */
final class Figures {

    private static final String ABSENT = "not there";

    private Figures() {}

    static List<FigureDifference> differences(FundFigures replayed, FundFigures read) {
        Map<String, String> left = texts(replayed);
        Map<String, String> right = texts(read);
        TreeSet<String> names = new TreeSet<>(left.keySet());
        names.addAll(right.keySet());
        List<FigureDifference> differences = new ArrayList<>();
        for (String name : names) {
            String one = left.getOrDefault(name, ABSENT);
            String other = right.getOrDefault(name, ABSENT);
            if (!one.equals(other)) {
                differences.add(new FigureDifference(name, one, other));
            }
        }
        return differences;
    }

    /** Every figure by its name. */
    private static Map<String, String> texts(FundFigures figures) {
        Map<String, String> texts = new LinkedHashMap<>();
        put(texts, "", figures);
        return texts;
    }

    private static void put(Map<String, String> texts, String prefix, Record record) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String name = prefix + component.getName();
            Object value = value(record, component);
            switch (value) {
                case List<?> projects ->
                        projects.stream()
                                .map(ProjectFigures.class::cast)
                                .forEach(p -> put(texts, name + "[" + p.id() + "].", p));
                case Map<?, ?> map ->
                        map.forEach((key, v) -> texts.put(name + "[" + key + "]", text(v)));
                default -> texts.put(name, text(value));
            }
        }
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("component " + component + " cannot be read", e);
        }
    }

    private static String text(Object value) {
        return switch (value) {
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            case Optional<?> some -> some.map(Figures::text).orElse("none");
            default -> value.toString();
        };
    }
}
