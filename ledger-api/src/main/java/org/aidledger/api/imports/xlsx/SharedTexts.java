package org.aidledger.api.imports.xlsx;

import java.util.Arrays;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import org.aidledger.api.imports.FileRefused;
import org.aidledger.api.imports.FileRefused.Code;
import org.aidledger.api.imports.xml.HardenedXml;

/** The texts that cells refer to by number, one behind the other in one stretch of memory. */
final class SharedTexts {

    /** Of all texts together; in memory each takes two bytes at most. */
    static final int MOST_CHARACTERS = 6_000_000;

    static final int MOST_TEXTS = 1_000_000;

    private final StringBuilder texts = new StringBuilder();
    private int[] ends = new int[256];
    private int count;

    private SharedTexts() {}

    static SharedTexts none() {
        return new SharedTexts();
    }

    static SharedTexts of(HardenedXml xml) {
        SharedTexts texts = new SharedTexts();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.localName().equals("si")) {
                texts.add(RichText.read(xml, MOST_CHARACTERS - texts.texts.length()));
            }
        }
        return texts;
    }

    private void add(Optional<String> text) {
        if (text.isEmpty() || count >= MOST_TEXTS) {
            throw new FileRefused(
                    Code.HOSTILE_XLSX,
                    "The file holds more text than %d characters; bring it as CSV. Nothing was imported."
                            .formatted(MOST_CHARACTERS));
        }
        texts.append(text.get());
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
        }
        ends[count++] = texts.length();
    }

    /** The text of a number, if there is one. */
    Optional<String> at(String number) {
        try {
            int index = Integer.parseInt(number.strip());
            return index >= 0 && index < count
                    ? Optional.of(texts.substring(index == 0 ? 0 : ends[index - 1], ends[index]))
                    : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
