package org.aidledger.api.pages.form;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aidledger.api.command.CommandShape.Field;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.finding.FindingType;

/** Draws the fields of a form with what was typed in them. */
final class Drawing {

    private static final List<Option> NONE = List.of();

    private final Form form;
    private final Say say;
    private final Offer offer;
    private final Typed typed;
    private final Map<String, String> mistakes;

    Drawing(Form form, Say say, Offer offer, Typed typed, Map<String, String> mistakes) {
        this.form = form;
        this.say = say;
        this.offer = offer;
        this.typed = typed;
        this.mistakes = mistakes;
    }

    List<Control> controls() {
        List<Control> controls = new ArrayList<>();
        for (Field field : form.fields(offer)) {
            controls.add(control(field, field.name()));
        }
        if (form.asksForCurrency(offer)) {
            controls.add(
                    simple(
                            Form.CURRENCY,
                            Form.CURRENCY,
                            Kind.TEXT,
                            true,
                            suggested(Form.CURRENCY)));
        }
        return controls;
    }

    private Control control(Field field, String path) {
        return control(field.type(), field.name(), path, Form.isRequired(field));
    }

    private Control control(Type type, String name, String path, boolean required) {
        Kind kind = Kind.of(type, name);
        return switch (kind) {
            case TEXT, LONG ->
                    offer.choices().containsKey(name)
                            ? simple(path, name, Kind.CHOICE, required, chosenFrom(name, path))
                            : simple(path, name, kind, required, suggested(name));
            case DATE, WHOLE, DECIMAL, AMOUNT, CHECK -> simple(path, name, kind, required, NONE);
            case CHOICE, CHOICES -> simple(path, name, kind, required, constants(type));
            case TWOFOLD ->
                    simple(
                            path,
                            name,
                            kind,
                            required,
                            Kind.twofold(type).stream()
                                    .map(k -> new Option(k, say.word("twofold." + k)))
                                    .toList());
            case ROWS -> rows(type, name, path, required);
        };
    }

    private Control simple(
            String path, String name, Kind kind, boolean required, List<Option> options) {
        return new Control(
                path,
                kind,
                name.isEmpty() ? "" : form.label(say, path),
                hint(name, kind),
                required,
                typed.get(path),
                typed.get(path + "." + Form.KIND),
                options,
                typed.all(path),
                mistakes.getOrDefault(path, ""),
                List.of(),
                NONE,
                false);
    }

    private String hint(String name, Kind kind) {
        String ofKind = kind == Kind.AMOUNT ? say.word("post.amount.hint") : "";
        return say.name("hint." + form.command() + "." + name, say.name("hint." + name, ofKind));
    }

    private List<Option> suggested(String name) {
        return offer.suggestions().getOrDefault(name, NONE);
    }

    /** What was typed is kept, even if it is nothing to choose. */
    private List<Option> chosenFrom(String name, String path) {
        List<Option> options = offer.choices().getOrDefault(name, NONE);
        String value = typed.get(path);
        boolean known = value.isEmpty() || options.stream().anyMatch(o -> o.value().equals(value));
        return known
                ? options
                : Stream.concat(Stream.of(new Option(value, value)), options.stream()).toList();
    }

    private List<Option> constants(Type type) {
        if (type == boolean.class) {
            return Stream.of("true", "false")
                    .map(v -> new Option(v, say.word("value." + v)))
                    .toList();
        }
        Class<?> of = (Class<?>) (type instanceof Class<?> ? type : Kind.element(type));
        return Arrays.stream(of.getEnumConstants()).map(this::constant).toList();
    }

    private Option constant(Object constant) {
        String words = constant instanceof FindingType ? "finding.type." : "value.";
        return new Option(constant.toString(), say.name(words + constant, constant.toString()));
    }

    private Control rows(Type list, String name, String path, boolean required) {
        Type element = Kind.element(list);
        int count = typed.rows(path, Form.rowsAtFirst(list));
        boolean added = typed.added().equals(path);
        List<Control.Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(row(element, "%s[%d]".formatted(path, i), i, added && i == count - 1));
        }
        return new Control(
                path,
                Kind.ROWS,
                form.label(say, path),
                hint(name, Kind.ROWS),
                required,
                Integer.toString(count),
                "",
                NONE,
                List.of(),
                mistakes.getOrDefault(path, ""),
                rows,
                adds(element, path),
                false);
    }

    private List<Option> adds(Type element, String path) {
        List<JsonSubTypes.Type> forms = Kind.forms(element);
        return forms.isEmpty()
                ? List.of(new Option(path, say.word("post.row.add")))
                : forms.stream()
                        .map(f ->
                                new Option(
                                        path + ":" + f.name(),
                                        say.word("post.row.add." + f.name())))
                        .toList();
    }

    private Control.Row row(Type element, String path, int index, boolean focus) {
        String number = Integer.toString(index + 1);
        if (!Kind.isRecord(element)) {
            Control only = control(element, "", path, false);
            return new Control.Row(path, number, "", List.of(focused(only, focus)));
        }
        Class<?> record = (Class<?>) element;
        String kind = typed.get(path + "." + Form.KIND);
        String title = number;
        for (JsonSubTypes.Type one : Kind.forms(element)) {
            if (one.name().equals(kind)) {
                record = one.value();
                title = number + " · " + say.word("post.row." + kind);
            }
        }
        List<Control> controls = new ArrayList<>();
        for (Field field : Form.fieldsOfRow(record)) {
            Control control = control(field, path + "." + field.name());
            controls.add(focused(control, focus && controls.isEmpty()));
        }
        return new Control.Row(path, title, Kind.forms(element).isEmpty() ? "" : kind, controls);
    }

    private static Control focused(Control c, boolean focus) {
        return new Control(
                c.path(),
                c.kind(),
                c.label(),
                c.hint(),
                c.required(),
                c.value(),
                c.part(),
                c.options(),
                c.chosen(),
                c.mistake(),
                c.rows(),
                c.adds(),
                focus);
    }
}
