package org.aidledger.api.pages.bulletins;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.api.pages.bulletins.Section.Column;
import org.aidledger.api.pages.bulletins.Section.Value;
import org.aidledger.api.pages.frame.AlertWords;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.Alerts;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.FundFigures.FindingFigures;
import org.aidledger.indicator.Indicator.Code;
import org.aidledger.snapshot.SnapshotFigures;
import org.aidledger.snapshot.SnapshotKind;

/** What needs a person: alerts and findings. */
final class Troubles {

    private static final int MOST_ALERTS = 200;

    private final Say say;
    private final SnapshotFigures figures;
    private final Cells cells;
    private final Map<FundId, FundFigures> opening;

    Troubles(Cells cells) {
        this.say = cells.say();
        this.figures = cells.figures();
        this.cells = cells;
        this.opening = Cells.byId(figures.opening());
    }

    Section alerts() {
        List<List<Value>> rows = new ArrayList<>();
        int all = 0;
        for (FundFigures f : figures.closing()) {
            for (var alert : Alerts.of(f)) {
                if (all++ < MOST_ALERTS) {
                    AlertWords.Line line = AlertWords.of(say, f, alert);
                    rows.add(
                            List.of(
                                    Cells.name(f),
                                    Value.of(line.title()).warning(true),
                                    Value.of(line.about().isEmpty() ? Say.NONE : line.about()),
                                    Value.of(line.text())));
                }
            }
        }
        String note =
                all == 0
                        ? say.word("bulletin.alerts.none")
                        : all > MOST_ALERTS
                                ? say.word("bulletin.alerts.more", MOST_ALERTS, all)
                                : say.word("bulletin.alerts.count", all);
        return new Section(
                say.word("bulletin.alerts"),
                note,
                List.of(
                        cells.fund(),
                        new Column(say.word("column.alerts"), false),
                        new Column(say.word("column.name"), false),
                        new Column(say.word("bulletin.why"), false)),
                rows);
    }

    /** Findings: raised and closed, in all and in the month or quarter. */
    Section findings() {
        boolean period = figures.terms().kind() != SnapshotKind.FREE;
        List<Column> columns =
                new ArrayList<>(
                        List.of(
                                cells.fund(),
                                new Column(say.word("bulletin.raised"), true),
                                new Column(say.word("bulletin.closed"), true)));
        if (period) {
            columns.add(new Column(say.word("bulletin.raised.new"), true));
            columns.add(new Column(say.word("bulletin.closed.new"), true));
        }
        columns.add(cells.rate(Code.RECTIFICATION_RATE));
        columns.add(cells.rate(Code.RECTIFICATION_RATE_BY_AMOUNT));
        List<List<Value>> rows = new ArrayList<>();
        for (FundFigures f : figures.closing()) {
            FindingFigures now = f.findings();
            List<Value> row =
                    new ArrayList<>(
                            List.of(
                                    Cells.name(f),
                                    cells.count(now.raised()),
                                    cells.count(now.closed())));
            if (period) {
                Optional<FindingFigures> before =
                        Optional.ofNullable(opening.get(f.fund())).map(FundFigures::findings);
                row.add(cells.count(now.raised() - before.map(FindingFigures::raised).orElse(0)));
                row.add(cells.count(now.closed() - before.map(FindingFigures::closed).orElse(0)));
            }
            row.add(cells.rate(f, Code.RECTIFICATION_RATE));
            row.add(cells.rate(f, Code.RECTIFICATION_RATE_BY_AMOUNT));
            rows.add(row);
        }
        return new Section(say.word("bulletin.findings"), "", columns, rows);
    }
}
