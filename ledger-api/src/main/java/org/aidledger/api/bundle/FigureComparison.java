package org.aidledger.api.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Compares figures one by one; a number is the same with more zeros after its point. */
final class FigureComparison {

    private static final int MOST = 20;

    private FigureComparison() {}

    /** A sentence for each figure that differs, up to a few. */
    static List<String> differences(JsonNode computed, JsonNode stated) {
        List<String> differences = new ArrayList<>();
        compare("", computed, stated, differences);
        return differences;
    }

    private static void compare(String name, JsonNode own, JsonNode other, List<String> into) {
        if (into.size() >= MOST) {
            return;
        }
        if (own.isObject() && other.isObject()) {
            TreeSet<String> names = new TreeSet<>(own.propertyNames());
            names.addAll(other.propertyNames());
            String prefix = name.isEmpty() ? "" : name + ".";
            names.forEach(n -> compare(prefix + n, own.path(n), other.path(n), into));
        } else if (own.isArray() && other.isArray() && own.size() == other.size()) {
            for (int i = 0; i < own.size(); i++) {
                compare(name + "[" + i + "]", own.path(i), other.path(i), into);
            }
        } else if (!same(own, other)) {
            into.add(
                    "The figure %s is %s in the file; from the events follows %s."
                            .formatted(name, shown(other), shown(own)));
        }
    }

    private static boolean same(JsonNode own, JsonNode other) {
        return (own.isNumber() && other.isNumber())
                ? own.decimalValue().compareTo(other.decimalValue()) == 0
                : own.equals(other);
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "not there" : value.toString();
    }

    /** How many figures there are. */
    static long count(JsonNode figures) {
        return figures.isContainer()
                ? figures.valueStream().mapToLong(FigureComparison::count).sum()
                : 1;
    }
}
