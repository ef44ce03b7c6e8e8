package org.aidledger.api.imports.iati;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import org.aidledger.api.imports.FileRefused;
import org.aidledger.api.imports.FileRefused.Code;
import org.aidledger.api.imports.OneLine;
import org.aidledger.api.imports.xml.HardenedXml;

/**
 * One element of an activity with all below it.
 *
 * @param text its own text, on one line
 */
record Element(String name, Map<String, String> attributes, String text, List<Element> children) {

    /** No element that the importer reads comes near this many characters. */
    private static final int MOST_CHARACTERS = 1_000_000;

    private static final int DEEPEST = 30;

    /** Reads the element whose start was read last, to its end. */
    static Element read(HardenedXml xml) {
        return read(xml, new int[] {MOST_CHARACTERS}, 0);
    }

    private static Element read(HardenedXml xml, int[] allowance, int depth) {
        String name = xml.name();
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < xml.attributes(); i++) {
            attributes.put(xml.attributeName(i), xml.attributeValue(i).strip());
            spend(allowance, xml.attributeValue(i).length() + 10, name);
        }
        StringBuilder text = new StringBuilder();
        List<Element> children = new ArrayList<>();
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    spend(allowance, depth < DEEPEST ? 50 : MOST_CHARACTERS, name);
                    children.add(read(xml, allowance, depth + 1));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    spend(allowance, xml.text().length(), name);
                    text.append(xml.text());
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return new Element(
                            name,
                            attributes,
                            OneLine.of(text.toString(), MOST_CHARACTERS),
                            List.copyOf(children));
                }
                // Comments and processing instructions say nothing.
                default -> {}
            }
        }
    }

    private static void spend(int[] allowance, int characters, String name) {
        allowance[0] -= characters;
        if (allowance[0] < 0) {
            throw new FileRefused(
                    Code.ACTIVITY_TOO_LARGE,
                    "An element <%s> holds more than %d characters. Nothing was imported."
                            .formatted(name, MOST_CHARACTERS));
        }
    }

    Optional<Element> child(String child) {
        return children(child).findFirst();
    }

    Stream<Element> children(String child) {
        return children.stream().filter(c -> c.name().equals(child));
    }

    /** The value of an attribute, empty where it is absent. */
    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    /** The value of a child's attribute, empty where either is absent. */
    String attribute(String child, String attribute) {
        return child(child).map(c -> c.attribute(attribute)).orElse("");
    }

    /**
     * What it says: its first narrative without a language of its own, else its first, else text.
     */
    String narrative() {
        List<Element> narratives = children("narrative").toList();
        return narratives.stream()
                .filter(n -> n.attribute("lang").isEmpty())
                .findFirst()
                .or(() -> narratives.stream().findFirst())
                .map(Element::text)
                .orElse(text);
    }

    /** What a child says, empty where it is absent. */
    String narrative(String child) {
        return child(child).map(Element::narrative).orElse("");
    }

    /** Everything the element says, however it was laid out or its amounts were padded. */
    String canonical() {
        StringBuilder all = new StringBuilder("<").append(name);
        attributes.forEach(
                (key, value) -> all.append('\u0001').append(key).append('\u0002').append(value));
        all.append('>').append(name.equals("value") ? amount() : text);
        children.forEach(child -> all.append(child.canonical()));
        return all.append("</>").toString();
    }

    private String amount() {
        return Amounts.parse(text).map(BigDecimal::toPlainString).orElse(text);
    }
}
