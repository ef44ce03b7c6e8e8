package org.aidledger.api.fuzz;

import org.aidledger.api.imports.csv.CsvTemplate;

/** Small files that are right. */
final class Seeds {

    static final String NDJSON =
            """
            {"command":"open-fund","fund":"seed","postingId":"o","effective":"2024-01-01","actor":"王芳","name":"n","donor":"d","recipient":"r","fiscalYear":2024,"mode":"STRICT","channels":["LOCAL"],"authorised":"1000.00","currency":"CNY"}
            {"command":"receive","fund":"seed","postingId":"r1","effective":"2024-02-01","actor":"王芳","amount":"600.00","currency":"CNY","documents":[{"type":"notice","number":"财行〔2024〕1号","sha256":""}],"note":"第一批"}
            {"command":"receive","fund":"seed","postingId":"r2","effective":"2024-03-01","actor":"王芳","amount":"400.00","currency":"CNY"}
            """;

    static final String IATI =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <iati-activities version="2.03" generated-datetime="2024-01-01T00:00:00Z">
              <iati-activity default-currency="USD" xml:lang="en" last-updated-datetime="2024-01-01T00:00:00Z">
                <iati-identifier>XX-1</iati-identifier>
                <reporting-org ref="XX" type="10"><narrative>Org</narrative></reporting-org>
                <title><narrative>road</narrative><narrative xml:lang="fr">route</narrative></title>
                <activity-status code="2"/>
                <activity-date type="1" iso-date="2020-01-01"/>
                <recipient-country code="KE" percentage="60"/>
                <recipient-country code="UG" percentage="40"/>
                <sector vocabulary="1" code="21020"/>
                <budget type="1" status="1"><period-start iso-date="2020-01-01"/><period-end iso-date="2020-12-31"/><value currency="USD" value-date="2020-01-01">1000</value></budget>
                <transaction ref="T1"><transaction-type code="2"/><transaction-date iso-date="2020-01-01"/><value currency="USD" value-date="2020-01-01">100.50</value><description><narrative>d</narrative></description></transaction>
                <transaction><transaction-type code="3"/><transaction-date iso-date="2020-02-01"/><value value-date="2020-02-01">-50</value><receiver-org><narrative>R</narrative></receiver-org></transaction>
                <transaction><transaction-type code="1"/><transaction-date iso-date="2020-01-15"/><value currency="EUR" value-date="2020-01-15">70</value><provider-org ref="YY"/></transaction>
              </iati-activity>
              <iati-activity><iati-identifier>XX-2</iati-identifier><title><narrative>二</narrative></title></iati-activity>
            </iati-activities>
            """;

    private Seeds() {}

    /** A body of a content type. */
    static String of(String contentType, String format) {
        return switch (contentType) {
            case "application/x-ndjson", "application/jsonl" ->
                    format.isEmpty()
                            ? NDJSON.lines().skip(1).reduce("", (a, b) -> a + b + "\n")
                            : NDJSON;
            case "text/plain" -> "old 0\n\ntest.example/ledger\n1\nAAAA\n\n— x AAAA\n";
            default ->
                    switch (format) {
                        case "ndjson" -> NDJSON;
                        case "iati" -> IATI;
                        case "csv" -> CsvTemplate.text();
                        default -> "PK\u0003\u0004";
                    };
        };
    }
}
