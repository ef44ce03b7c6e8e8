package org.aidledger.api.pages.frame;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.aidledger.api.http.PointInTime;
import org.aidledger.event.AsOf;
import org.aidledger.projections.status.Present;

/**
 * The point in time that a page shows.
 *
 * @param asOf the business date in the address
 * @param knownAt the instant in the address
 * @param today the business date that is meant where there is none
 * @param now the instant that is meant where there is none
 */
public record Moment(
        Optional<LocalDate> asOf, Optional<Instant> knownAt, LocalDate today, Instant now) {

    static final String AS_OF = "asOf";
    static final String KNOWN_AT = "knownAt";

    /**
     * As people write it, without a zone, which here is UTC; to the end of the minute or second.
     */
    private static final Pattern FIELD =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?");

    /** As in the address; a malformed date ends the request with a problem that says so. */
    static Moment of(Address address, Present present) {
        return new Moment(
                address.find(AS_OF).map(text -> PointInTime.date(AS_OF, text)),
                address.find(KNOWN_AT).map(Moment::instant),
                present.today(),
                present.known());
    }

    static Moment now(Present present) {
        return new Moment(Optional.empty(), Optional.empty(), present.today(), present.known());
    }

    private static Instant instant(String text) {
        if (FIELD.matcher(text).matches()) {
            try {
                boolean hasSeconds = text.length() > "2024-07-05T18:00".length();
                return LocalDateTime.parse(text.replace(' ', 'T'))
                        .plus(1, hasSeconds ? ChronoUnit.SECONDS : ChronoUnit.MINUTES)
                        .minus(1, ChronoUnit.MICROS)
                        .toInstant(ZoneOffset.UTC);
            } catch (DateTimeParseException _) {
                return PointInTime.instant(KNOWN_AT, text);
            }
        }
        return PointInTime.instant(KNOWN_AT, text);
    }

    /** The point on both axes. */
    public AsOf at() {
        return new AsOf(asOf.orElse(today), knownAt.orElse(now));
    }

    /** Whether another business date than today is shown. */
    public boolean hasOtherDate() {
        return asOf.filter(date -> !date.equals(today)).isPresent();
    }

    /** Whether less is shown than what is known now. */
    public boolean hasOtherKnowledge() {
        return knownAt.filter(now::isAfter).isPresent();
    }

    /** Whether the page shows how things stand now. */
    public boolean isNow() {
        return !hasOtherDate() && !hasOtherKnowledge();
    }

    /** Whether a date after today is shown, which holds what is dated ahead. */
    public boolean isAhead() {
        return asOf.filter(today::isBefore).isPresent();
    }
}
