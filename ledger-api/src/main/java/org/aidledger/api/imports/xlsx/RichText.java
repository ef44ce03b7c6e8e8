package org.aidledger.api.imports.xlsx;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import org.aidledger.api.imports.xml.HardenedXml;

/** A text that may be made of pieces, each in a look of its own. */
final class RichText {

    /** How a character is written that XML cannot hold, or that would be taken for one. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private RichText() {}

    /**
     * The text of the element whose start was read last, up to its end.
     *
     * @return empty if it is longer than the most that there is room for
     */
    static Optional<String> read(HardenedXml xml, int most) {
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (xml.localName().equals("rPh")) {
                        xml.skip(); // how it is pronounced
                    } else {
                        depth++;
                        inText = xml.localName().equals("t");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    inText = false;
                }
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE -> {
                    if (inText) {
                        text.append(xml.text());
                    }
                }
                default -> {}
            }
            if (text.length() > most) {
                return Optional.empty();
            }
        }
        return Optional.of(unescaped(text.toString()));
    }

    static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        Matcher escaped = ESCAPED.matcher(text);
        return escaped.replaceAll(found ->
                Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }
}
