package org.aidledger.snapshot;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;

/** What a snapshot is for, and so which dates it has figures of (一月一通报, 一季一考核). */
public enum SnapshotKind {
    /** 月通报: the cut-off date, and the last day of the month before. */
    MONTHLY_BULLETIN,
    /** 季度考核: the cut-off date, the month ends of its quarter, and the day before the quarter. */
    QUARTERLY_ASSESSMENT,
    /** The cut-off date alone. */
    FREE;

    private static final int MONTHS_OF_A_QUARTER = 3;

    /** The dates with figures, in order; the last one is the cut-off date. */
    public List<LocalDate> dates(LocalDate asOf) {
        YearMonth month = YearMonth.from(asOf);
        YearMonth first =
                switch (this) {
                    case FREE -> month.plusMonths(1);
                    case MONTHLY_BULLETIN -> month;
                    case QUARTERLY_ASSESSMENT ->
                            month.minusMonths((month.getMonthValue() - 1) % MONTHS_OF_A_QUARTER);
                };
        List<LocalDate> dates = new ArrayList<>();
        for (YearMonth m = first.minusMonths(1); m.isBefore(month); m = m.plusMonths(1)) {
            dates.add(m.atEndOfMonth());
        }
        dates.add(asOf);
        return List.copyOf(dates);
    }

    /** The quarter of a date, from 1 to 4. */
    public static int quarter(LocalDate date) {
        return date.get(IsoFields.QUARTER_OF_YEAR);
    }
}
