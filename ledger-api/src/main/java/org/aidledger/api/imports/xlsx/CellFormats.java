package org.aidledger.api.imports.xlsx;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import org.aidledger.api.imports.xml.HardenedXml;
import org.apache.poi.ss.usermodel.DateUtil;

/** Which looks of cells show a number as a date, and which as a percentage. */
final class CellFormats {

    /** A spreadsheet takes no longer ones. */
    private static final int LONGEST_FORMAT = 255;

    private static final int MOST = 70_000;

    /** What is quoted or escaped in a format is shown as it is. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|_.");

    private static final int PERCENT = 9;
    private static final int PERCENT_IN_FULL = 10;

    private final BitSet dates = new BitSet();
    private final BitSet percentages = new BitSet();

    private CellFormats() {}

    static CellFormats none() {
        return new CellFormats();
    }

    static CellFormats of(HardenedXml xml) {
        CellFormats formats = new CellFormats();
        Map<Integer, String> named = new HashMap<>();
        boolean ofCells = false;
        int style = 0;
        while (xml.hasNext() && style < MOST) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.localName().equals("cellXfs")) {
                ofCells = false;
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.localName()) {
                case "numFmt" -> {
                    if (named.size() < MOST) {
                        named.put(number(xml.attribute("numFmtId")), xml.attribute("formatCode"));
                    }
                }
                case "cellXfs" -> ofCells = true;
                case "xf" -> {
                    if (ofCells) {
                        int format = number(xml.attribute("numFmtId"));
                        formats.add(style++, format, named.getOrDefault(format, ""));
                    }
                }
                default -> {}
            }
        }
        return formats;
    }

    private void add(int style, int format, String code) {
        if (code.length() > LONGEST_FORMAT) {
            return;
        }
        boolean percent =
                code.isEmpty()
                        ? format == PERCENT || format == PERCENT_IN_FULL
                        : LITERAL.matcher(code).replaceAll("").contains("%");
        percentages.set(style, percent);
        dates.set(
                style,
                !percent
                        && ((code.isEmpty() && isEastAsianDate(format))
                                || DateUtil.isADateFormat(format, code.isEmpty() ? null : code)));
    }

    /** Formats that have no code of their own and are dates in Chinese, Japanese and Korean. */
    private static boolean isEastAsianDate(int format) {
        return (format >= 27 && format <= 36) || (format >= 50 && format <= 58);
    }

    private static int number(String attribute) {
        try {
            return Integer.parseInt(attribute);
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    boolean isDate(int style) {
        return dates.get(style);
    }

    boolean isPercentage(int style) {
        return percentages.get(style);
    }
}
