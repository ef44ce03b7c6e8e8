package org.aidledger.api.http;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aidledger.event.DocumentRef;
import org.aidledger.money.Money;
import org.apache.commons.csv.CSVFormat;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;

/**
 * Writes tables as CSV (RFC 4180, UTF-8). A text that a spreadsheet would take for a formula gets
 * an apostrophe in front; numbers stay numbers.
 */
final class CsvConverter extends AbstractHttpMessageConverter<Tabular> {

    static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private static final String FORMULA_STARTS = "=+-@\t\r";

    CsvConverter() {
        super(TYPE);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return Tabular.class.isAssignableFrom(type);
    }

    @Override
    public boolean canRead(Class<?> type, @org.jspecify.annotations.Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Tabular readInternal(Class<? extends Tabular> type, HttpInputMessage input) {
        throw new UnsupportedOperationException("CSV is only written");
    }

    @Override
    protected void writeInternal(Tabular table, HttpOutputMessage output) throws IOException {
        output.getHeaders().setContentType(TYPE); // whatever was asked for: it is UTF-8
        Writer text = new OutputStreamWriter(output.getBody(), StandardCharsets.UTF_8);
        line(text, table.columns());
        try (Stream<List<?>> rows = table.rows()) {
            for (var row = rows.iterator(); row.hasNext(); ) {
                line(text, row.next().stream().map(CsvConverter::cell).toList());
            }
        }
        text.flush();
    }

    private static void line(Writer text, List<String> cells) throws IOException {
        text.write(CSVFormat.RFC4180.format(cells.toArray()));
        text.write("\r\n");
    }

    static String cell(Object value) {
        return switch (value) {
            case Optional<?> maybe -> maybe.map(CsvConverter::cell).orElse("");
            case Money money -> money.decimal();
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            case DocumentRef paper -> harmless(paper.type() + " " + paper.number());
            case Collection<?> many ->
                    harmless(
                            many.stream()
                                    .map(CsvConverter::cell)
                                    .collect(Collectors.joining("; ")));
            default -> harmless(value.toString());
        };
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
