package org.aidledger.api.imports.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written by hand, part by part, as no library would write it. */
public final class Parts {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    private final Map<String, String> parts = new LinkedHashMap<>();

    private Parts() {}

    /** A workbook of one sheet with these rows. */
    public static Parts of(String rows) {
        return new Parts()
                .with(
                        "_rels/.rels",
                        "<Relationships><Relationship Id=\"r\" Type=\"http://x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")
                .with(
                        "xl/workbook.xml",
                        "<workbook><sheets><sheet name=\"one\" sheetId=\"1\" r:id=\"rId1\" xmlns:r=\"http://r\"/></sheets></workbook>")
                .with(
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships><Relationship Id=\"rId1\" Type=\"http://x/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                                + "<Relationship Id=\"rId2\" Type=\"http://x/styles\" Target=\"/xl/styles.xml\"/>"
                                + "<Relationship Id=\"rId3\" Type=\"http://x/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>")
                .with(
                        "xl/worksheets/sheet1.xml",
                        "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }

    /** The same with another part, or with other contents of one. */
    public Parts with(String name, String xml) {
        parts.put(name, xml);
        return this;
    }

    /** The same with something put in the place of something else in a part. */
    public Parts replaced(String name, String what, String by) {
        return with(name, parts.getOrDefault(name, "").replace(what, by));
    }

    public byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write((XML + part.getValue()).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
