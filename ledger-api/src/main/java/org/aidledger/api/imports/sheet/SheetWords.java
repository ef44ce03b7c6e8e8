package org.aidledger.api.imports.sheet;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.aidledger.api.command.CommandNames;

/**
 * What columns, commands and choices are called in a sheet: by their names in the HTTP contract, in
 * Chinese, or by both with a blank between, as the template writes them.
 */
public final class SheetWords {

    private static final Properties WORDS = words();
    private static final Map<String, String> COLUMNS = columns();
    private static final Map<String, String> COMMANDS = commands();
    private static final List<String> OF_RESULT =
            SheetResult.ADDED.stream().map(name -> plain(both("result.", name))).toList();

    private SheetWords() {}

    private static Properties words() {
        Properties words = new Properties();
        try (Reader text =
                new InputStreamReader(
                        Objects.requireNonNull(
                                SheetWords.class.getResourceAsStream("/imports/words.properties")),
                        StandardCharsets.UTF_8)) {
            words.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static Map<String, String> columns() {
        Map<String, String> columns = new HashMap<>();
        RowBinding.columns()
                .forEach(column -> {
                    all(columns, "column.", column);
                    chinese("heading." + column)
                            .ifPresent(word -> columns.put(plain(word), column));
                });
        return columns;
    }

    private static Map<String, String> commands() {
        Map<String, String> commands = new HashMap<>();
        CommandNames.ofFunds().keySet().forEach(command -> all(commands, "command.", command));
        return commands;
    }

    /** All that something may be called. */
    private static void all(Map<String, String> into, String kind, String name) {
        into.put(plain(name), name);
        into.put(plain(both(kind, name)), name);
        chinese(kind + name).ifPresent(word -> into.put(plain(word), name));
    }

    static Optional<String> chinese(String key) {
        return Optional.ofNullable(WORDS.getProperty(key));
    }

    private static String both(String kind, String name) {
        return chinese(kind + name).map(word -> word + " " + name).orElse(name);
    }

    /** Without what does not change what is meant: width, case, gaps. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    /** The column that a heading means, if there is one. */
    static Optional<String> column(String heading) {
        return Optional.ofNullable(COLUMNS.get(plain(heading)));
    }

    /** Whether a heading is one of those that a result adds. */
    static boolean isOfResult(String heading) {
        return OF_RESULT.contains(plain(heading));
    }

    /** The name of the command that a cell means; what means none is left as it is. */
    static String command(String cell) {
        return COMMANDS.getOrDefault(plain(cell), cell);
    }

    /** The constant that a cell means; what means none is left as it is. */
    static String choice(Class<?> type, String cell) {
        return Arrays.stream(type.getEnumConstants())
                .map(Object::toString)
                .filter(name ->
                        Stream.of(name, both("value.", name), chinese("value." + name).orElse(name))
                                .anyMatch(word -> plain(word).equals(plain(cell))))
                .findFirst()
                .orElse(cell);
    }

    /** Yes or no as the contract writes it; what means neither is left as it is. */
    static String flag(String cell) {
        return switch (plain(cell)) {
            case "true", "yes", "y", "是", "√" -> "true";
            case "false", "no", "n", "否", "×" -> "false";
            default -> cell;
        };
    }

    /** What a column is called in a sheet that the ledger writes. */
    public static String heading(String column) {
        return both("column.", column);
    }

    /** What a command is called in a sheet that the ledger writes. */
    public static String ofCommand(String command) {
        return both("command.", command);
    }

    /** What a choice is called in a sheet that the ledger writes. */
    public static String ofChoice(String constant) {
        return both("value.", constant);
    }

    /** What a column of a result is called. */
    public static String ofResult(String column) {
        return both("result.", column);
    }

    /** A name or list of the template. */
    public static String text(String key) {
        return chinese("template." + key)
                .orElseThrow(() -> new IllegalStateException("there is no text " + key));
    }
}
