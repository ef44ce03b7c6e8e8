package org.aidledger.api.imports.iati;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import org.aidledger.api.imports.FileRefused;
import org.aidledger.api.imports.FileRefused.Code;
import org.aidledger.api.imports.ImportReport.Remark;
import org.aidledger.api.imports.OneLine;
import org.aidledger.api.imports.iati.Activity.Publisher;
import org.aidledger.api.imports.iati.Line.Kind;
import org.aidledger.api.imports.xml.HardenedXml;
import org.aidledger.api.imports.xml.XmlKind;

/** Reads a file from beginning to end, one activity at a time. */
final class ActivityReader {

    private static final int LONGEST_ID = 200;

    private final Map<String, Integer> elements = new HashMap<>();

    private ActivityReader() {}

    /**
     * Hands every activity to the consumer.
     *
     * @return how many there were
     * @throws FileRefused if the file is malformed, hostile, or of another kind; what came before
     *     was handed over by then
     */
    static int read(Path file, Consumer<Activity> consumer) {
        try (HardenedXml xml = HardenedXml.open(file, XmlKind.IATI)) {
            return new ActivityReader().read(xml, consumer);
        }
    }

    private int read(HardenedXml xml, Consumer<Activity> consumer) {
        int activities = 0;
        boolean inRoot = false;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (!inRoot) {
                requireIati(xml);
                inRoot = true;
            } else if (xml.name().equals("iati-activity")) {
                consumer.accept(activity(xml));
                activities++;
            } else {
                xml.skip();
            }
        }
        return activities;
    }

    private static void requireIati(HardenedXml xml) {
        if (!xml.name().equals("iati-activities")) {
            throw new FileRefused(
                    Code.NOT_IATI,
                    "The file's root is <%s>, not <iati-activities>. Nothing was imported."
                            .formatted(OneLine.of(xml.name(), 100)));
        }
        String version = "";
        for (int i = 0; i < xml.attributes(); i++) {
            if (xml.attributeName(i).equals("version")) {
                version = xml.attributeValue(i).strip();
            }
        }
        if (!version.isEmpty() && !version.startsWith("2.")) {
            throw new FileRefused(
                    Code.IATI_VERSION_UNSUPPORTED,
                    "The file is IATI %s; 2.01 to 2.03 are read. Nothing was imported."
                            .formatted(OneLine.of(version, 20)));
        }
    }

    /** What is gathered of one activity. */
    private static final class Parts {
        final String defaultCurrency;
        final Lines lines;
        final Recipient.Named named = new Recipient.Named();
        final Recipient.Named namedByLines = new Recipient.Named();
        final List<Element> dates = new ArrayList<>();
        String id = "";
        String title = "";
        String category = "";
        String place = "";
        Publisher publisher = new Publisher("", "");

        Parts(String defaultCurrency) {
            this.defaultCurrency = defaultCurrency;
            this.lines = new Lines(defaultCurrency);
        }
    }

    private Activity activity(HardenedXml xml) {
        String currency = "";
        for (int i = 0; i < xml.attributes(); i++) {
            if (xml.attributeName(i).equals("default-currency")) {
                currency = xml.attributeValue(i).strip().toUpperCase(java.util.Locale.ROOT);
            }
        }
        Parts parts = new Parts(currency);
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                child(xml, parts);
            }
        }
        return activity(parts);
    }

    private static void child(HardenedXml xml, Parts parts) {
        switch (xml.name()) {
            case "iati-identifier" -> parts.id = Element.read(xml).text();
            case "reporting-org" -> parts.publisher = publisher(Element.read(xml));
            case "title" -> parts.title = Element.read(xml).narrative();
            case "activity-date" -> parts.dates.add(Element.read(xml));
            case "recipient-country", "recipient-region" -> parts.named.add(Element.read(xml));
            case "sector" -> parts.category = first(parts.category, sector(Element.read(xml)));
            case "location" ->
                    parts.place = first(parts.place, Element.read(xml).narrative("name"));
            case "budget" -> parts.lines.add(Kind.BUDGET, Element.read(xml));
            case "transaction" -> {
                Element transaction = Element.read(xml);
                transaction.children("recipient-country").forEach(parts.namedByLines::add);
                transaction.children("recipient-region").forEach(parts.namedByLines::add);
                parts.lines.add(Kind.TRANSACTION, transaction);
            }
            default -> xml.skip();
        }
    }

    private static Publisher publisher(Element element) {
        String ref = OneLine.token(element.attribute("ref"));
        String name = OneLine.of(element.narrative(), 150);
        return new Publisher(ref, name.isEmpty() ? ref : name);
    }

    private static String sector(Element element) {
        return first(element.narrative(), element.attribute("code"));
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    private Activity activity(Parts parts) {
        List<Remark> remarks = new ArrayList<>();
        String id = id(parts.id, remarks);
        int element = id.isEmpty() ? 1 : elements.merge(id, 1, Integer::sum);
        if (element > 1) {
            remarks.add(
                    new Remark(
                            id,
                            0,
                            "iati-activity",
                            "",
                            "ACTIVITY_REPEATED",
                            "The file holds this activity %d times; the lines of each are posted."
                                    .formatted(element)));
        }
        Recipient recipient =
                (parts.named.isEmpty() ? parts.namedByLines : parts.named).recipient();
        List<LocalDate> dates = new ArrayList<>();
        parts.lines.readable().forEach(line -> dates.add(line.date()));
        parts.dates.forEach(date -> dateOf(date, id, remarks).ifPresent(dates::add));
        return new Activity(
                id,
                element,
                parts.publisher,
                recipient,
                OneLine.of(first(parts.title, first(id, "activity without a title")), 1000),
                OneLine.of(parts.category, 200),
                OneLine.of(first(parts.place, recipient.name()), 200),
                Lines.isCurrency(parts.defaultCurrency) ? parts.defaultCurrency : "",
                ofType(parts.dates, "2"),
                ofType(parts.dates, "4"),
                dates.stream().min(LocalDate::compareTo).orElse(Activity.UNDATED),
                parts.lines.readable(),
                parts.lines.unreadable(),
                remarks);
    }

    private static String id(String published, List<Remark> remarks) {
        String id = OneLine.token(published);
        if (id.length() > LONGEST_ID) {
            id = id.substring(0, LONGEST_ID - 33) + "-" + Digest.of(published);
        }
        if (!id.equals(published.strip())) {
            remarks.add(
                    new Remark(
                            id,
                            0,
                            "iati-identifier",
                            "",
                            "IDENTIFIER_CHANGED",
                            "The identifier '%s' has spaces or is too long; the project is %s."
                                    .formatted(OneLine.of(published, 300), id)));
        }
        return id;
    }

    private static Optional<LocalDate> ofType(List<Element> dates, String type) {
        return dates.stream()
                .filter(date -> date.attribute("type").equals(type))
                .flatMap(date -> Amounts.date(date.attribute("iso-date")).stream())
                .filter(Lines::isInRange)
                .findFirst();
    }

    private static Optional<LocalDate> dateOf(Element element, String id, List<Remark> remarks) {
        Optional<LocalDate> date =
                Amounts.date(element.attribute("iso-date")).filter(Lines::isInRange);
        if (date.isEmpty()) {
            remarks.add(
                    new Remark(
                            id,
                            0,
                            "activity-date",
                            "",
                            "DATE_IGNORED",
                            "The activity's date '%s' is missing or out of range."
                                    .formatted(OneLine.of(element.attribute("iso-date"), 60))));
        }
        return date;
    }
}
