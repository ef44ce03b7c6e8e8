package org.aidledger.api.pages.sheet;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aidledger.api.command.Receipts;
import org.aidledger.api.imports.RowPlaces;
import org.aidledger.api.imports.RowVerdicts;
import org.aidledger.api.imports.RowVerdicts.Kind;
import org.aidledger.api.imports.RowVerdicts.Reason;
import org.aidledger.api.imports.RowVerdicts.Verdict;
import org.aidledger.api.imports.kept.KeptSheet;
import org.aidledger.api.imports.kept.KeptSheet.Judged;
import org.aidledger.api.imports.sheet.Row;
import org.aidledger.api.imports.sheet.SheetColumn;
import org.aidledger.api.pages.frame.Address;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.money.Denomination;
import org.aidledger.money.TypedAmount;

/**
 * Some rows of a sheet with what became of them.
 *
 * @param filters kinds of rows to look at
 * @param pages where this page stands among its like
 * @param good how many rows would be posted
 * @param refused how many would not
 * @param posted how many were, by the last posting
 */
record SheetTable(
        List<Filter> filters,
        List<Line> lines,
        Pages pages,
        long good,
        long refused,
        long posted,
        String goodWords,
        String refusedWords,
        String postedWords,
        String repeatedWords) {

    static final String SHOW = "show";
    static final String PAGE = "page";
    private static final String EDIT = "edit";
    private static final int LINES = 50;

    /** A kind of rows, how many there are, and where they are listed. */
    record Filter(String name, String count, String address, boolean on) {}

    /**
     * A page among others.
     *
     * @param words such as {@code 51–100 of 10,000}
     * @param back to the page before; empty on the first
     * @param on to the page after; empty on the last
     */
    record Pages(String words, String back, String on, String show, String page) {}

    /**
     * A row.
     *
     * @param tone of its verdict
     * @param amount in full, as it was understood
     * @param typed the amount as it stands in the sheet, where that is something else
     * @param place where it stands in the ledger, empty if it does not
     * @param fields to correct it; none unless it is being corrected
     */
    record Line(
            long number,
            String verdict,
            String tone,
            Map<String, String> cells,
            String command,
            String amount,
            String typed,
            List<Why> reasons,
            String position,
            String place,
            String edit,
            List<Field> fields) {}

    /** Why a row is refused, and where in it. */
    record Why(String where, String text, String code) {}

    /**
     * A cell to correct.
     *
     * @param choices what may stand in it, if that is a list
     * @param mistake what is wrong with it, empty if nothing is
     */
    record Field(String column, String name, String value, List<String> choices, String mistake) {}

    static SheetTable of(Visit visit, KeptSheet sheet, Judged judged, Receipts receipts) {
        RowVerdicts verdicts = judged.verdicts();
        Map<Kind, Long> counts = verdicts.counts();
        Show show = Show.of(visit.here().get(SHOW));
        List<Long> rows = verdicts.rows(List.copyOf(show.kinds()));
        int pages = Math.max(1, (rows.size() + LINES - 1) / LINES);
        int page = Math.min(pages, number(visit.here().get(PAGE)).orElse(1));
        int from = (page - 1) * LINES;
        List<Long> shown = rows.subList(from, Math.min(rows.size(), from + LINES));
        return new SheetTable(
                filters(visit, counts, show),
                lines(visit, sheet, verdicts, shown, receipts),
                pages(visit, rows.size(), from, shown.size(), page, pages),
                count(counts, Kind.WOULD_POST),
                count(counts, Kind.REFUSED),
                count(counts, Kind.POSTED),
                words(visit, counts, Kind.WOULD_POST),
                words(visit, counts, Kind.REFUSED),
                words(visit, counts, Kind.POSTED),
                words(visit, counts, Kind.REPEATED));
    }

    /** Kinds of rows to look at. */
    private enum Show {
        ALL,
        REFUSED,
        GOOD,
        POSTED,
        REPEATED;

        Set<Kind> kinds() {
            return switch (this) {
                case ALL -> EnumSet.allOf(Kind.class);
                case REFUSED -> EnumSet.of(Kind.REFUSED);
                case GOOD -> EnumSet.of(Kind.WOULD_POST);
                case POSTED -> EnumSet.of(Kind.POSTED);
                case REPEATED -> EnumSet.of(Kind.REPEATED);
            };
        }

        String written() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Show of(String written) {
            for (Show show : values()) {
                if (show.written().equals(written)) {
                    return show;
                }
            }
            return ALL;
        }
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[1-9][0-9]{0,6}")
                ? Optional.of(Integer.valueOf(text))
                : Optional.empty();
    }

    private static long count(Map<Kind, Long> counts, Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    private static String words(Visit visit, Map<Kind, Long> counts, Kind kind) {
        return visit.say().count(count(counts, kind));
    }

    private static List<Filter> filters(Visit visit, Map<Kind, Long> counts, Show now) {
        List<Filter> filters = new ArrayList<>();
        for (Show show : Show.values()) {
            long rows = show.kinds().stream().mapToLong(kind -> count(counts, kind)).sum();
            if (rows > 0 || show == now || show == Show.ALL) {
                filters.add(
                        new Filter(
                                visit.say().word("sheet.show." + show),
                                visit.say().count(rows),
                                visit.here()
                                        .without(PAGE)
                                        .without(EDIT)
                                        .with(SHOW, show.written())
                                        .toString(),
                                show == now));
            }
        }
        return filters;
    }

    private static Pages pages(Visit visit, int rows, int from, int shown, int page, int pages) {
        Say say = visit.say();
        Address here = visit.here().without(EDIT);
        return new Pages(
                say.word(
                        "sheet.page",
                        say.count(shown == 0 ? 0 : from + 1),
                        say.count(from + shown),
                        say.count(rows)),
                page > 1 ? here.with(PAGE, page - 1).toString() : "",
                page < pages ? here.with(PAGE, page + 1).toString() : "",
                here.get(SHOW),
                here.get(PAGE));
    }

    private static List<Line> lines(
            Visit visit,
            KeptSheet sheet,
            RowVerdicts verdicts,
            List<Long> shown,
            Receipts receipts) {
        RowPlaces places =
                RowPlaces.of(receipts::stored, shown.stream().map(verdicts::of).toList());
        long editing = number(visit.here().get(EDIT)).orElse(0);
        List<Line> lines = new ArrayList<>();
        for (Row row : sheet.rows(new HashSet<>(shown))) {
            lines.add(line(visit, row, verdicts.of(row.number()), places, editing));
        }
        return lines;
    }

    private static Line line(
            Visit visit, Row row, Verdict verdict, RowPlaces places, long editing) {
        Say say = visit.say();
        String position =
                places.of(verdict).map(stored -> Long.toString(stored.position())).orElse("");
        String fund = row.cells().getOrDefault("fund", "");
        String typed = row.cells().getOrDefault("amount", "");
        String amount =
                understood(say, typed, row.cells().getOrDefault("currency", "")).orElse(typed);
        return new Line(
                row.number(),
                say.word("sheet.verdict." + verdict.kind()),
                tone(verdict.kind()),
                row.cells(),
                command(say, row.cells().getOrDefault("command", "")),
                amount,
                typed.equals(amount) || typed.equals(amount.replace(",", "")) ? "" : typed,
                verdict.reasons().stream()
                        .map(r ->
                                new Why(
                                        Reasons.where(say, r),
                                        Reasons.of(say, r),
                                        r.remark().code()))
                        .toList(),
                position,
                position.isEmpty()
                        ? ""
                        : visit.to("funds", fund, "events", position).now().toString(),
                visit.here().with(EDIT, row.number()) + "#row-" + row.number(),
                row.number() == editing ? fields(visit, row, verdict) : List.of());
    }

    /** What the reader calls it; cells chosen from the template's list end with its own name. */
    private static String command(Say say, String typed) {
        String name = typed.substring(typed.lastIndexOf(' ') + 1);
        return name.matches("[a-z-]+") ? say.name("command." + name, typed) : typed;
    }

    private static Optional<String> understood(Say say, String typed, String currency) {
        try {
            return Optional.of(
                    say.exact(
                            TypedAmount.read(
                                    typed, Denomination.of(currency.toUpperCase(Locale.ROOT)))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String tone(Kind kind) {
        return switch (kind) {
            case WOULD_POST -> "m";
            case POSTED -> "done";
            case REPEATED -> "gold";
            case REFUSED -> "red";
        };
    }

    /** What its command takes, and what stands in it besides. */
    private static List<Field> fields(Visit visit, Row row, Verdict verdict) {
        Map<String, String> mistakes = new HashMap<>();
        for (Reason reason : verdict.reasons()) {
            mistakes.putIfAbsent(reason.remark().column(), Reasons.of(visit.say(), reason));
        }
        Set<String> columns =
                new LinkedHashSet<>(
                        SheetColumn.of(
                                row.cells().getOrDefault("command", ""),
                                visit.caller().recordsForOthers()));
        columns.addAll(row.cells().keySet());
        columns.addAll(row.faults().keySet());
        return columns.stream()
                .map(column -> {
                    SheetColumn about = SheetColumn.of(column);
                    return new Field(
                            column,
                            about.name(visit.say().isChinese()),
                            row.cells().getOrDefault(column, ""),
                            about.choices(),
                            mistakes.getOrDefault(column, ""));
                })
                .toList();
    }
}
