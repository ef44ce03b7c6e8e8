package org.aidledger.api.imports.iati;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.aidledger.api.imports.FileRefused;
import org.aidledger.api.imports.FileRefused.Code;

/**
 * A stream of XML from somebody unknown. Document types, entities and anything outside the file are
 * off; a file that declares one is refused by name.
 */
final class HardenedXml implements AutoCloseable {

    private static final XMLInputFactory FACTORY = factory();

    /** How the parser's messages begin when one of its limits is reached. */
    private static final String LIMIT = "JAXP0001";

    private final StepBound bytes;
    private final XMLStreamReader reader;

    private HardenedXml(StepBound bytes, XMLStreamReader reader) {
        this.bytes = bytes;
        this.reader = reader;
    }

    /**
     * Opens a file.
     *
     * @throws FileRefused if it does not begin like XML
     */
    static HardenedXml open(Path file) {
        StepBound bytes;
        try {
            bytes = new StepBound(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            return new HardenedXml(bytes, FACTORY.createXMLStreamReader(bytes));
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    /** The JDK's own parser, whatever else lies on the class path. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLReporter((_, _, _, _) -> {}); // else it writes to the standard error
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("external entities are not read");
        });
        return factory;
    }

    boolean hasNext() {
        try {
            return reader.hasNext();
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    /**
     * The next event, one of {@link XMLStreamConstants}.
     *
     * @throws FileRefused if the file is malformed or hostile
     */
    int next() {
        int event;
        bytes.nextStep();
        try {
            event = reader.next();
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
        if (event == XMLStreamConstants.DTD
                || event == XMLStreamConstants.ENTITY_DECLARATION
                || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new FileRefused(
                    Code.HOSTILE_XML,
                    "The file declares a document type or uses entities (line "
                            + reader.getLocation().getLineNumber()
                            + "); IATI files have neither. Nothing was imported.");
        }
        return event;
    }

    /** The element's name; in braces before it the name space, where there is one. */
    String name() {
        String space = reader.getNamespaceURI();
        return space == null || space.isEmpty()
                ? reader.getLocalName()
                : "{" + space + "}" + reader.getLocalName();
    }

    int attributes() {
        return reader.getAttributeCount();
    }

    /** Name of an attribute; {@code lang} for {@code xml:lang}. */
    String attributeName(int index) {
        return reader.getAttributeLocalName(index);
    }

    String attributeValue(int index) {
        return reader.getAttributeValue(index);
    }

    /** Text of a text event. */
    String text() {
        return reader.getText();
    }

    /** Passes over the rest of the element whose start was read last. */
    void skip() {
        for (int depth = 1; depth > 0; ) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private static FileRefused malformed(XMLStreamException e) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
        String text = OneLine.of(String.valueOf(e.getMessage()), 500);
        int message = text.indexOf("Message: ");
        String reason = message < 0 ? text : text.substring(message + 9);
        return reason.startsWith(LIMIT)
                ? new FileRefused(
                        Code.HOSTILE_XML,
                        "The file goes beyond what any IATI file needs (line %d: %s). Nothing was imported."
                                .formatted(line, reason))
                : new FileRefused(
                        Code.MALFORMED_XML,
                        "The file is not well-formed XML (line %d: %s). Nothing was imported."
                                .formatted(line, reason));
    }

    @Override
    public void close() {
        try {
            reader.close();
            bytes.close();
        } catch (XMLStreamException e) {
            throw malformed(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
