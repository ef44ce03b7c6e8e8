package org.aidledger.api.security;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aidledger.access.ReadFilter;
import org.aidledger.access.Right;
import org.aidledger.api.http.PointInTime;
import org.aidledger.api.http.ProblemException;
import org.aidledger.fund.FundId;

/** Reads from an address which of the questions that were kept are wanted. */
public final class ReadFilters {

    private ReadFilters() {}

    /** Empty texts do not restrict, as those of a form that was sent half filled in. */
    public static ReadFilter of(
            Optional<FundId> fund,
            Optional<String> user,
            Optional<String> right,
            Optional<String> from,
            Optional<String> to) {
        return new ReadFilter(
                fund.map(FundId::value),
                said(user),
                said(right).map(ReadFilters::right),
                said(from).map(day -> day("from", day)),
                said(to).map(day -> day("to", day)));
    }

    private static Optional<String> said(Optional<String> text) {
        return text.map(String::strip).filter(t -> !t.isEmpty());
    }

    private static LocalDate day(String name, String text) {
        return PointInTime.date(name, text);
    }

    private static String right(String text) {
        return Arrays.stream(Right.values())
                .map(Right::toString)
                .filter(text::equals)
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.invalid(
                                "right",
                                "right must be one of "
                                        + Arrays.stream(Right.values())
                                                .map(Right::toString)
                                                .collect(Collectors.joining(", "))
                                        + ", not '"
                                        + text
                                        + "'"));
    }
}
