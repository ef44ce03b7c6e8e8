package org.aidledger.api.imports.xml;

import org.aidledger.api.imports.FileRefused.Code;

/**
 * What a file of XML is meant to be, for saying what is wrong with it.
 *
 * @param name such as {@code IATI file}
 * @param malformed where it is no XML
 * @param hostile where it is XML that no file of this kind needs
 */
public record XmlKind(String name, Code malformed, Code hostile) {

    public static final XmlKind IATI =
            new XmlKind("IATI file", Code.MALFORMED_XML, Code.HOSTILE_XML);

    public static final XmlKind SPREADSHEET =
            new XmlKind("spreadsheet", Code.MALFORMED_XLSX, Code.HOSTILE_XLSX);
}
