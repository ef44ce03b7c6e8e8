package org.aidledger.api.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.events.EventLine;
import org.aidledger.api.http.Ndjson;
import org.aidledger.api.http.ProblemException;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.FundFigures;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Exports of one fund or of all. Those of the journal are finished before their first byte is sent,
 * so that what arrives is whole.
 */
@RestController
@Needs(Right.JOURNAL)
@RequestMapping("/api/v1/exports")
class ExportController {

    private final FundBooks books;
    private final EventExport events;
    private final Ndjson ndjson;

    ExportController(FundBooks books, EventExport events, Ndjson ndjson) {
        this.books = books;
        this.events = events;
        this.ndjson = ndjson;
    }

    /** What writes an export. */
    private interface Body {
        void writeTo(BufferedWriter out, List<FundFigures> funds) throws IOException;
    }

    /** The log, which is told line by line: what goes wrong is then the last line. */
    @Needs(Right.EVENTS)
    @GetMapping("/events")
    void events(@RequestParam Optional<FundId> fund, AsOf asOf, HttpServletResponse response)
            throws IOException {
        required(fund, asOf);
        ndjson.answer(response, lines -> events.read(fund, asOf, e -> lines.line(EventLine.of(e))));
    }

    @GetMapping("/journal")
    void journal(@RequestParam Optional<FundId> fund, AsOf asOf, HttpServletResponse response)
            throws IOException {
        answer(
                fund,
                asOf,
                "text/csv",
                response,
                (out, funds) -> {
                    JournalCsv csv = new JournalCsv(out);
                    for (FundFigures f : funds) {
                        for (var line : books.lines(f.fund(), asOf)) {
                            csv.line(f.fund(), line);
                        }
                    }
                });
    }

    @GetMapping("/hledger")
    void hledger(@RequestParam Optional<FundId> fund, AsOf asOf, HttpServletResponse response)
            throws IOException {
        plainText(new HledgerText(), fund, asOf, response);
    }

    @GetMapping("/beancount")
    void beancount(@RequestParam Optional<FundId> fund, AsOf asOf, HttpServletResponse response)
            throws IOException {
        plainText(new BeancountText(), fund, asOf, response);
    }

    private void plainText(
            PlainText language, Optional<FundId> fund, AsOf asOf, HttpServletResponse response)
            throws IOException {
        answer(
                fund,
                asOf,
                "text/plain",
                response,
                (out, funds) -> {
                    out.append(
                            language.heading(
                                    funds.stream().map(FundFigures::denomination).toList()));
                    PlainTextExport export = new PlainTextExport(language, out);
                    for (FundFigures f : funds) {
                        export.write(books.book(f, fund.isPresent(), asOf));
                    }
                });
    }

    private void answer(
            Optional<FundId> fund, AsOf asOf, String type, HttpServletResponse response, Body body)
            throws IOException {
        List<FundFigures> funds = required(fund, asOf);
        Path file = Files.createTempFile("aid-ledger-export", "");
        try {
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                body.writeTo(out, funds);
            }
            response.setContentType(type + ";charset=UTF-8");
            response.setContentLengthLong(Files.size(file));
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.delete(file);
        }
    }

    private List<FundFigures> required(Optional<FundId> fund, AsOf asOf) {
        List<FundFigures> funds = books.funds(fund, asOf);
        if (fund.isPresent() && funds.isEmpty()) {
            throw ProblemException.unknownFund(fund.get());
        }
        return funds;
    }
}
