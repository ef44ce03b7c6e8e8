package org.aidledger.api.imports.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * Turns what is stored of a cell into the text that it shows.
 *
 * <p>A spreadsheet stores 1250000.1 as the nearest binary number, which some write down in 17
 * digits; it shows at most 15. The text here is the shortest that means the stored number, in those
 * 15 digits.
 */
final class CellTexts {

    /** As many characters as a cell may hold. */
    private static final int LONGEST_TEXT = 32_767;

    private static final Pattern NUMBER =
            Pattern.compile(
                    "[-+]?([0-9]{1,40}(\\.[0-9]{0,40})?|\\.[0-9]{1,40})([eE][-+]?[0-9]{1,4})?");

    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final double EXACT_BELOW = 1e15;

    /** Before it a spreadsheet counts a 29 February that never was. */
    private static final double MARCH_1900 = 61;

    private static final double END_OF_9999 = 2_958_466;

    private final SharedTexts shared;
    private final CellFormats formats;
    private final boolean from1904;

    CellTexts(SharedTexts shared, CellFormats formats, boolean from1904) {
        this.shared = shared;
        this.formats = formats;
        this.from1904 = from1904;
    }

    /** A cell as it is stored. */
    static final class Raw {
        final String type;
        final int style;
        Optional<String> value = Optional.of("");
        Optional<String> inline = Optional.of("");
        boolean formula;

        Raw(String type, int style) {
            this.type = type;
            this.style = style;
        }
    }

    /** What was found in a cell. */
    sealed interface Read {}

    record Blank() implements Read {}

    record Text(String text) implements Read {}

    /**
     * It cannot be read.
     *
     * @param why one sentence, which says what would be right
     */
    record Fault(String why) implements Read {}

    Read read(Raw cell) {
        if (cell.value.isEmpty() || cell.inline.isEmpty()) {
            return tooLong();
        }
        String value = cell.value.get();
        return switch (cell.type) {
            case "s" ->
                    value.isBlank()
                            ? new Blank()
                            : shared.at(value).map(CellTexts::text).orElseThrow(XlsxZip::malformed);
            case "inlineStr" -> text(cell.inline.get());
            case "str" -> text(RichText.unescaped(value));
            case "b" -> new Text(value.strip().equals("1") ? "true" : "false");
            case "e" -> new Fault("the cell shows an error (%s)".formatted(shown(value)));
            case "d" -> value.isBlank() ? missing(cell) : new Text(day(value.strip()));
            default -> value.isBlank() ? missing(cell) : number(value.strip(), cell.style);
        };
    }

    private static Read missing(Raw cell) {
        return cell.formula
                ? new Fault(
                        "the formula has no stored result; open the file in a spreadsheet and save it, or write the value")
                : new Blank();
    }

    private static Read text(String text) {
        return text.length() > LONGEST_TEXT ? tooLong() : new Text(text);
    }

    private static Read tooLong() {
        return new Fault("the cell holds more than %d characters".formatted(LONGEST_TEXT));
    }

    private static String shown(String value) {
        return value.length() <= 20 ? value : value.substring(0, 20);
    }

    /** Of a date that is stored as one; midnight is not said. */
    private static String day(String value) {
        int time = value.indexOf('T');
        return time > 0 && value.substring(time).matches("T00:00(:00(\\.0*)?)?Z?")
                ? value.substring(0, time)
                : value;
    }

    private Read number(String value, int style) {
        if (!NUMBER.matcher(value).matches()) {
            throw XlsxZip.malformed();
        }
        double stored = Double.parseDouble(value);
        if (formats.isDate(style)) {
            return date(stored);
        }
        if (Math.abs(stored) >= EXACT_BELOW) {
            return new Fault(
                    "a number of more than 15 digits is not exact in a spreadsheet; make the cell a text");
        }
        BigDecimal shown = new BigDecimal(Double.toString(stored)).round(SHOWN);
        return formats.isPercentage(style)
                ? new Text(plain(shown.movePointRight(2)) + "%")
                : new Text(plain(shown));
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.setScale(Math.max(0, stripped.scale())).toPlainString();
    }

    private Read date(double stored) {
        if (stored < (from1904 ? 1 : MARCH_1900) || stored > END_OF_9999) {
            return new Fault(
                    "the cell shows a time, or a date that no ledger has; write 2024-06-30");
        }
        LocalDateTime date = DateUtil.getLocalDateTime(stored, from1904);
        return new Text(
                date.toLocalTime().equals(LocalTime.MIDNIGHT)
                        ? date.toLocalDate().toString()
                        : date.toString());
    }
}
