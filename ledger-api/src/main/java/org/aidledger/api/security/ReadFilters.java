package org.aidledger.api.security;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
                said(from).map(day -> PointInTime.date("from", day)),
                said(to).map(day -> PointInTime.date("to", day)));
    }

    private static Optional<String> said(Optional<String> text) {
        return text.map(String::strip).filter(t -> !t.isEmpty());
    }

    private static String right(String text) {
        List<String> asked =
                Arrays.stream(Right.values()).filter(Right::isAsked).map(Right::toString).toList();
        if (!asked.contains(text)) {
            throw ProblemException.invalid(
                    "right",
                    "right must be one of %s, not '%s'".formatted(String.join(", ", asked), text));
        }
        return text;
    }
}
