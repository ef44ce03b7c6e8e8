package org.aidledger.api.pages.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.CommandNames;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The example of a command as somebody would type it into its form. */
public final class FilledIn {

    private static final Set<String> NOT_TYPED = Set.of("actor", "approvedBy");
    private static final Set<String> TWOFOLD = Set.of("tender", "basis");

    private FilledIn() {}

    /** By path of the field. */
    public static Map<String, List<String>> of(Class<?> command) {
        return of(new CommandBinding().example(command));
    }

    /** By path of the field. */
    public static Map<String, List<String>> of(ObjectNode fields) {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        fields.properties().stream()
                .filter(p -> !NOT_TYPED.contains(p.getKey()))
                .forEach(p -> type(typed, p.getKey(), p.getValue()));
        return typed;
    }

    /** The command's written name along with it. */
    public static Map<String, List<String>> named(Class<?> command) {
        Map<String, List<String>> typed = of(command);
        typed.put("command", List.of(CommandNames.of(command)));
        return typed;
    }

    private static void type(Map<String, List<String>> typed, String path, JsonNode value) {
        if (value.isObject()) {
            value.properties().forEach(p -> type(typed, path + "." + p.getKey(), p.getValue()));
        } else if (path.equals("channels")) {
            typed.put(path, value.valueStream().map(JsonNode::asString).toList());
        } else if (value.isArray()) {
            typed.put(path + ".rows", List.of(Integer.toString(value.size())));
            for (int i = 0; i < value.size(); i++) {
                type(typed, "%s[%d]".formatted(path, i), value.get(i));
            }
        } else if (TWOFOLD.contains(path)) {
            String[] parts = value.asString().split(":", 2);
            typed.put(path + ".kind", List.of(parts[0]));
            typed.put(path, List.of(parts[1]));
        } else {
            typed.put(path, List.of(value.asString()));
        }
    }
}
