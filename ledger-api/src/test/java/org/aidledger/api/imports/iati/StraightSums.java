package org.aidledger.api.imports.iati;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * What a file says, added up without anything of the importer: the whole file in memory, one loop.
 */
public final class StraightSums {

    /** A transaction or budget as the file has it. */
    public record Line(
            String activity, String kind, String type, LocalDate date, BigDecimal value) {}

    /** Sums of one activity. */
    public static final class Sums {
        public BigDecimal planned = BigDecimal.ZERO;
        public BigDecimal allocated = BigDecimal.ZERO;
        public BigDecimal disbursed = BigDecimal.ZERO;
        public BigDecimal paid = BigDecimal.ZERO;
        public BigDecimal received = BigDecimal.ZERO;
    }

    final Document document;
    final List<Line> lines = new ArrayList<>();

    public StraightSums(Path file) {
        try {
            document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
        for (Element activity : children(document.getDocumentElement(), "iati-activity")) {
            String id = child(activity, "iati-identifier").getTextContent().trim();
            for (Element budget : children(activity, "budget")) {
                lines.add(line(id, "budget", budget.getAttribute("type"), budget, "period-start"));
            }
            for (Element transaction : children(activity, "transaction")) {
                String type = child(transaction, "transaction-type").getAttribute("code");
                lines.add(line(id, "transaction", type, transaction, "transaction-date"));
            }
        }
    }

    private Line line(String id, String kind, String type, Element line, String date) {
        return new Line(
                id,
                kind,
                type,
                LocalDate.parse(child(line, date).getAttribute("iso-date")),
                new BigDecimal(child(line, "value").getTextContent().trim()));
    }

    /** Every activity's sums over the lines up to a day. */
    public Map<String, Sums> at(LocalDate day) {
        Map<String, Sums> all = new TreeMap<>();
        for (Line line : lines) {
            Sums sums = all.computeIfAbsent(line.activity(), _ -> new Sums());
            if (!line.date().isAfter(day)) {
                add(sums, line);
            }
        }
        return all;
    }

    private void add(Sums sums, Line line) {
        switch (line.kind() + line.type()) {
            case "budget1", "budget2" -> sums.planned = sums.planned.add(line.value());
            case "transaction1", "transaction11" -> sums.received = sums.received.add(line.value());
            case "transaction2" -> sums.allocated = sums.allocated.add(line.value());
            case "transaction3" -> sums.disbursed = sums.disbursed.add(line.value());
            case "transaction4" -> {
                sums.paid = sums.paid.add(line.value());
                if (line.value().signum() < 0 || !hasEarlierDisbursement(line)) {
                    sums.disbursed = sums.disbursed.add(line.value());
                }
            }
            default -> {}
        }
    }

    private boolean hasEarlierDisbursement(Line expenditure) {
        for (Line line : lines) {
            if (isDisbursement(line, expenditure) && line.date().isBefore(expenditure.date())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDisbursement(Line line, Line of) {
        return line.kind().equals("transaction")
                && line.type().equals("3")
                && line.activity().equals(of.activity())
                && line.value().signum() > 0;
    }

    /** Twenty days, evenly from before the first line to after the last. */
    List<LocalDate> twentyDays() {
        LocalDate first = lines.stream().map(Line::date).min(LocalDate::compareTo).orElseThrow();
        LocalDate last = lines.stream().map(Line::date).max(LocalDate::compareTo).orElseThrow();
        long from = first.toEpochDay() - 1;
        long to = last.toEpochDay() + 1;
        List<LocalDate> days = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            days.add(LocalDate.ofEpochDay(from + (to - from) * i / 19));
        }
        return days;
    }

    static Element child(Element parent, String name) {
        return children(parent, name).getFirst();
    }

    static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }
}
