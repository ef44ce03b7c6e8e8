package org.aidledger.api.export;

import java.io.IOException;
import org.aidledger.fund.FundId;
import org.aidledger.fund.ProjectId;
import org.aidledger.projections.journal.JournalLine;
import org.apache.commons.csv.CSVFormat;

/** The journal as CSV (RFC 4180): one row for each line. */
final class JournalCsv {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final Appendable out;

    JournalCsv(Appendable out) throws IOException {
        this.out = out;
        row(
                "fund",
                "position",
                "line",
                "effective",
                "recorded",
                "postingId",
                "eventId",
                "eventType",
                "movement",
                "account",
                "project",
                "amount",
                "currency",
                "description",
                "note");
    }

    void line(FundId fund, JournalLine line) throws IOException {
        row(
                fund.value(),
                Long.toString(line.position()),
                Integer.toString(line.line()),
                line.effective().toString(),
                line.recorded().toString(),
                harmless(line.postingId()),
                line.eventId(),
                line.eventType(),
                line.movement().name(),
                line.account().toString(),
                harmless(line.account().project().map(ProjectId::value).orElse("")),
                line.amount().decimal(),
                line.amount().currency(),
                harmless(line.description()),
                harmless(line.note()));
    }

    private void row(String... cells) throws IOException {
        out.append(CSVFormat.RFC4180.format((Object[]) cells)).append("\r\n");
    }

    /** A spreadsheet would take such a text for a formula. */
    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
