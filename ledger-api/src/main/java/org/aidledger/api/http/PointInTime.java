package org.aidledger.api.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.aidledger.event.AsOf;
import org.aidledger.projections.status.Present;

/** Reads points in time as clients write them. */
public final class PointInTime {

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern INSTANT =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+-][0-9]{2}:[0-9]{2})");

    private PointInTime() {}

    /**
     * Reads {@code 2024-06-30}, or {@code 2024-06-30@2024-07-05T00:00:00Z} with what was known.
     *
     * @throws ProblemException if the text has neither form
     */
    public static AsOf pair(String name, String text, Present present) {
        int at = text.indexOf('@');
        return at < 0
                ? new AsOf(date(name, text), present.known())
                : new AsOf(
                        date(name, text.substring(0, at)), instant(name, text.substring(at + 1)));
    }

    /**
     * Reads {@code 2024-06-30}.
     *
     * @throws ProblemException if the text has another form or there is no such day
     */
    public static LocalDate date(String name, String text) {
        try {
            if (DATE.matcher(text).matches()) {
                return inOurEra(LocalDate.parse(text));
            }
        } catch (DateTimeException _) {
            throw ProblemException.invalid(name, "there is no day " + text);
        }
        throw ProblemException.invalid(
                name, name + " must be a date such as 2024-06-30, not '" + text + "'");
    }

    /**
     * Reads an instant with its offset, or a date, which means the last microsecond of that day in
     * UTC.
     *
     * @throws ProblemException if the text has neither form
     */
    public static Instant instant(String name, String text) {
        try {
            if (DATE.matcher(text).matches()) {
                return inOurEra(LocalDate.parse(text))
                        .plusDays(1)
                        .atStartOfDay()
                        .toInstant(ZoneOffset.UTC)
                        .minus(1, ChronoUnit.MICROS);
            }
            // A plus sign in a query is a space unless it is escaped; there is no other reading.
            String written = text.replace(' ', '+');
            if (INSTANT.matcher(written).matches()) {
                OffsetDateTime utc =
                        OffsetDateTime.parse(written).withOffsetSameInstant(ZoneOffset.UTC);
                var _ = inOurEra(utc.toLocalDate());
                return utc.toInstant();
            }
        } catch (DateTimeException _) {
            throw ProblemException.invalid(name, "there is no instant " + text);
        }
        throw ProblemException.invalid(
                name,
                "%s must be an instant such as 2024-07-05T00:00:00Z or a date, not '%s'"
                        .formatted(name, text));
    }

    /** Others have no written form that the database and we both know. */
    private static LocalDate inOurEra(LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new DateTimeException("before the year 1 or after 9999");
        }
        return date;
    }
}
