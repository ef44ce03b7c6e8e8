package org.aidledger.api.imports.xml;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.aidledger.api.imports.FileRefused;
import org.aidledger.api.imports.OneLine;

/**
 * A stream of XML from somebody unknown. Document types, entities and anything outside the file are
 * off; a file that declares one is refused by name.
 */
public final class HardenedXml implements AutoCloseable {

    private static final XMLInputFactory FACTORY = factory();

    /** How the parser's messages begin when one of its limits is reached. */
    private static final String LIMIT = "JAXP0001";

    private final XmlKind kind;
    private final StepBound bytes;
    private final XMLStreamReader reader;

    private HardenedXml(XmlKind kind, StepBound bytes, XMLStreamReader reader) {
        this.kind = kind;
        this.bytes = bytes;
        this.reader = reader;
    }

    /**
     * Opens a file.
     *
     * @throws FileRefused if it does not begin like XML
     */
    public static HardenedXml open(Path file, XmlKind kind) {
        try {
            return open(new BufferedInputStream(Files.newInputStream(file), 1 << 16), kind);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Opens a stream of bytes, which is closed with it.
     *
     * @throws FileRefused if it does not begin like XML
     */
    public static HardenedXml open(InputStream in, XmlKind kind) {
        StepBound bytes = new StepBound(in, kind);
        try {
            return new HardenedXml(kind, bytes, FACTORY.createXMLStreamReader(bytes));
        } catch (XMLStreamException e) {
            throw malformed(e, kind);
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

    public boolean hasNext() {
        try {
            return reader.hasNext();
        } catch (XMLStreamException e) {
            throw malformed(e, kind);
        }
    }

    /**
     * The next event, one of {@link XMLStreamConstants}.
     *
     * @throws FileRefused if the file is malformed or hostile
     */
    public int next() {
        int event;
        bytes.nextStep();
        try {
            event = reader.next();
        } catch (XMLStreamException e) {
            throw malformed(e, kind);
        }
        if (event == XMLStreamConstants.DTD
                || event == XMLStreamConstants.ENTITY_DECLARATION
                || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new FileRefused(
                    kind.hostile(),
                    "The file declares a document type or uses entities (line %d); %ss have neither. Nothing was imported."
                            .formatted(reader.getLocation().getLineNumber(), kind.name()));
        }
        return event;
    }

    /** The element's name; in braces before it the name space, where there is one. */
    public String name() {
        String space = reader.getNamespaceURI();
        return space == null || space.isEmpty()
                ? reader.getLocalName()
                : "{" + space + "}" + reader.getLocalName();
    }

    /** The element's name without its name space. */
    public String localName() {
        return reader.getLocalName();
    }

    /** The value of an attribute by its local name, or an empty text. */
    public String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    public int attributes() {
        return reader.getAttributeCount();
    }

    /** Name of an attribute; {@code lang} for {@code xml:lang}. */
    public String attributeName(int index) {
        return reader.getAttributeLocalName(index);
    }

    public String attributeValue(int index) {
        return reader.getAttributeValue(index);
    }

    /** Text of a text event. */
    public String text() {
        return reader.getText();
    }

    /** Passes over the rest of the element whose start was read last. */
    public void skip() {
        for (int depth = 1; depth > 0; ) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private static FileRefused malformed(XMLStreamException e, XmlKind kind) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
        String text = OneLine.of(String.valueOf(e.getMessage()), 500);
        int message = text.indexOf("Message: ");
        String reason = message < 0 ? text : text.substring(message + 9);
        return reason.startsWith(LIMIT)
                ? new FileRefused(
                        kind.hostile(),
                        "The file goes beyond what any %s needs (line %d: %s). Nothing was imported."
                                .formatted(kind.name(), line, reason))
                : new FileRefused(
                        kind.malformed(),
                        "The file is not well-formed XML (line %d: %s). Nothing was imported."
                                .formatted(line, reason));
    }

    @Override
    public void close() {
        try {
            reader.close();
            bytes.close();
        } catch (XMLStreamException e) {
            throw malformed(e, kind);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
