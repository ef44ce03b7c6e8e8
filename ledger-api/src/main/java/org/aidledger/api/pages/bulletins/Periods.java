package org.aidledger.api.pages.bulletins;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.snapshot.SnapshotKind;

/** Months and quarters: their names, and those that a person is likely to freeze next. */
final class Periods {

    private static final int MONTHS_TO_CHOOSE_FROM = 4;
    private static final int MONTHS_OF_A_QUARTER = 3;

    private Periods() {}

    /** A month, quarter or day in words. */
    static String name(Say say, SnapshotKind kind, LocalDate asOf) {
        return switch (kind) {
            case MONTHLY_BULLETIN ->
                    say.isChinese()
                            ? asOf.getYear() + "年" + asOf.getMonthValue() + "月"
                            : asOf.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                                    + " "
                                    + asOf.getYear();
            case QUARTERLY_ASSESSMENT ->
                    say.word(
                            "snapshot.quarter",
                            Integer.toString(asOf.getYear()),
                            SnapshotKind.quarter(asOf));
            case FREE -> say.day(asOf);
        };
    }

    /** An id that says what it is of. */
    static String id(SnapshotKind kind, LocalDate asOf) {
        return switch (kind) {
            case MONTHLY_BULLETIN -> "monthly-" + YearMonth.from(asOf);
            case QUARTERLY_ASSESSMENT ->
                    "quarterly-" + asOf.getYear() + "-q" + SnapshotKind.quarter(asOf);
            case FREE -> "snapshot-" + asOf;
        };
    }

    /** The last day of a month, or of the quarter that it is in. */
    static LocalDate end(SnapshotKind kind, YearMonth month) {
        return switch (kind) {
            case FREE, MONTHLY_BULLETIN -> month.atEndOfMonth();
            case QUARTERLY_ASSESSMENT ->
                    month.plusMonths(
                                    MONTHS_OF_A_QUARTER
                                            - 1
                                            - (month.getMonthValue() - 1) % MONTHS_OF_A_QUARTER)
                            .atEndOfMonth();
        };
    }

    /** A period to choose. */
    record Choice(SnapshotKind kind, LocalDate asOf) {}

    /** The last months and quarters that are over by a date, the latest first. */
    static List<Choice> before(LocalDate date) {
        List<Choice> choices = new ArrayList<>();
        YearMonth month = YearMonth.from(date.plusDays(1)).minusMonths(1);
        for (int back = 0; back < MONTHS_TO_CHOOSE_FROM; back++) {
            YearMonth m = month.minusMonths(back);
            choices.add(new Choice(SnapshotKind.MONTHLY_BULLETIN, m.atEndOfMonth()));
            if (m.getMonthValue() % MONTHS_OF_A_QUARTER == 0) {
                choices.add(new Choice(SnapshotKind.QUARTERLY_ASSESSMENT, m.atEndOfMonth()));
            }
        }
        return choices;
    }
}
