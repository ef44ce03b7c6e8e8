package org.aidledger.api.pages.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody typed into a form.
 *
 * @param fields by path, such as {@code changes[0].planned}
 */
public record Typed(Map<String, List<String>> fields) {

    /** The parameter that says how many rows a list has. */
    private static final String ROWS = ".rows";

    private static final String ADD = "add";
    private static final String REMOVE = "remove";
    private static final Pattern ROW = Pattern.compile("(.+)\\[([0-9]{1,3})]");

    /** Most rows of one list in a form; a spreadsheet takes more. */
    private static final int MOST_ROWS = 200;

    public Typed {
        fields = Map.copyOf(fields);
    }

    /** What stands in a field; empty if nothing does. Line breaks are blanks here. */
    public String get(String path) {
        return fields.getOrDefault(path, List.of()).stream()
                .findFirst()
                .map(text -> text.replaceAll("\\s*[\\r\\n]+\\s*", " ").strip())
                .orElse("");
    }

    /** All that was chosen. */
    public List<String> all(String path) {
        return fields.getOrDefault(path, List.of()).stream().filter(v -> !v.isEmpty()).toList();
    }

    /** Whether the form was on the screen with this field before. */
    boolean has(String path) {
        return fields.containsKey(path);
    }

    /** How many rows a list has. */
    int rows(String path, int atFirst) {
        String said = get(path + ROWS);
        return said.matches("[0-9]{1,3}") ? Math.min(Integer.parseInt(said), MOST_ROWS) : atFirst;
    }

    /** The same with a value where nothing was typed. */
    public Typed orElse(String path, String value) {
        return get(path).isEmpty() ? with(path, value) : this;
    }

    /** The same with another value. */
    public Typed with(String path, String value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(fields);
        changed.put(path, List.of(value));
        return new Typed(changed);
    }

    /** The list that has a new row; empty if none has. */
    String added() {
        return get(ADD).replaceFirst(":.*", "");
    }

    /** With the row that was asked for, or without it. */
    public Typed edited() {
        Matcher row = ROW.matcher(get(REMOVE));
        if (row.matches()) {
            return without(row.group(1), Integer.parseInt(row.group(2)));
        }
        String list = added();
        if (list.isEmpty()) {
            return this;
        }
        int rows = rows(list, 0);
        Typed more = with(list + ROWS, Integer.toString(rows + 1));
        int form = get(ADD).indexOf(':');
        return form < 0
                ? more
                : more.with("%s[%d].kind".formatted(list, rows), get(ADD).substring(form + 1));
    }

    private Typed without(String list, int gone) {
        int rows = rows(list, 0);
        Map<String, List<String>> left = new LinkedHashMap<>();
        fields.forEach((path, values) -> {
            Matcher in =
                    Pattern.compile(Pattern.quote(list) + "\\[([0-9]{1,3})](.*)").matcher(path);
            if (!in.matches()) {
                left.put(path, values);
                return;
            }
            int index = Integer.parseInt(in.group(1));
            if (index != gone) {
                int moved = index > gone ? index - 1 : index;
                left.put("%s[%d]%s".formatted(list, moved, in.group(2)), values);
            }
        });
        left.remove(REMOVE);
        left.put(list + ROWS, List.of(Integer.toString(Math.max(0, rows - 1))));
        return new Typed(left);
    }
}
