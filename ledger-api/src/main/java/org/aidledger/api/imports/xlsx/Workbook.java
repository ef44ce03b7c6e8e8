package org.aidledger.api.imports.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import org.aidledger.api.imports.FileRefused;
import org.aidledger.api.imports.FileRefused.Code;
import org.aidledger.api.imports.xml.HardenedXml;

/**
 * What a workbook says about its sheets.
 *
 * @param sheets in their order
 * @param from1904 whether its dates are counted from 1904
 */
record Workbook(List<Sheet> sheets, boolean from1904) {

    private static final int MOST_SHEETS = 500;
    private static final String MAIN = "xl/workbook.xml";
    private static final String RELATIONS = "_rels/.rels";

    /**
     * A sheet of cells.
     *
     * @param part its name in the zip
     */
    record Sheet(String name, String part, boolean hidden) {}

    /** The part that the package begins with, wherever it is. */
    static String main(XlsxZip zip) {
        return relations(zip, RELATIONS, "").values().stream()
                .filter(r -> r.type().endsWith("/officeDocument"))
                .map(Relation::part)
                .findFirst()
                .orElse(MAIN);
    }

    /**
     * Reads it.
     *
     * @param main its part
     */
    static Workbook of(XlsxZip zip, String main) {
        Map<String, Relation> relations = relations(zip, relationsOf(main), folder(main));
        List<Sheet> sheets = new ArrayList<>();
        boolean from1904 = false;
        try (HardenedXml xml = zip.part(main).orElseThrow(XlsxZip::malformed)) {
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (xml.localName().equals("workbookPr")) {
                    from1904 = isTrue(xml.attribute("date1904"));
                } else if (xml.localName().equals("sheet")) {
                    sheet(xml, relations).ifPresent(sheets::add);
                }
                if (sheets.size() > MOST_SHEETS) {
                    throw new FileRefused(
                            Code.HOSTILE_XLSX,
                            "The file has more than %d sheets. Nothing was imported."
                                    .formatted(MOST_SHEETS));
                }
            }
        }
        return new Workbook(sheets, from1904);
    }

    static boolean isTrue(String attribute) {
        return attribute.equals("1") || attribute.equals("true");
    }

    /** Sheets that hold charts alone have another type. */
    private static Optional<Sheet> sheet(HardenedXml xml, Map<String, Relation> relations) {
        String name = xml.attribute("name");
        boolean hidden =
                !xml.attribute("state").isEmpty() && !xml.attribute("state").equals("visible");
        return Optional.ofNullable(relations.get(xml.attribute("id")))
                .filter(r -> r.type().endsWith("/worksheet"))
                .map(r -> new Sheet(name, r.part(), hidden));
    }

    private record Relation(String type, String part) {}

    private static String folder(String part) {
        return part.substring(0, part.lastIndexOf('/') + 1);
    }

    private static String relationsOf(String part) {
        return folder(part) + "_rels/" + part.substring(folder(part).length()) + ".rels";
    }

    private static Map<String, Relation> relations(XlsxZip zip, String part, String folder) {
        Map<String, Relation> relations = new HashMap<>();
        Optional<HardenedXml> found = zip.part(part);
        if (found.isEmpty()) {
            return relations;
        }
        try (HardenedXml xml = found.get()) {
            while (xml.hasNext() && relations.size() < MOST_SHEETS) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.localName().equals("Relationship")
                        && !xml.attribute("TargetMode").equals("External")) {
                    relations.put(
                            xml.attribute("Id"),
                            new Relation(
                                    xml.attribute("Type"),
                                    resolved(folder, xml.attribute("Target"))));
                }
            }
        }
        return relations;
    }

    private static String resolved(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String base = folder;
        String rest = target;
        while (rest.startsWith("../") || rest.startsWith("./")) {
            if (rest.startsWith("../")) {
                base = base.isEmpty() ? "" : folder(base.substring(0, base.length() - 1));
                rest = rest.substring(3);
            } else {
                rest = rest.substring(2);
            }
        }
        return base + rest;
    }

    /** The part of a type that belongs to the workbook, such as its styles. */
    static Optional<String> partOf(XlsxZip zip, String main, String type) {
        return relations(zip, relationsOf(main), folder(main)).values().stream()
                .filter(r -> r.type().endsWith("/" + type))
                .map(Relation::part)
                .findFirst();
    }
}
