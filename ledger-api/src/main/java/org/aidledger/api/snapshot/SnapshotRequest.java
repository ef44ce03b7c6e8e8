package org.aidledger.api.snapshot;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.aidledger.api.access.CurrentCaller;
import org.aidledger.api.http.PointInTime;
import org.aidledger.api.http.ProblemException;
import org.aidledger.event.Actor;
import org.aidledger.event.PostingId;
import org.aidledger.event.Texts;
import org.aidledger.event.Voucher;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.Indicator;
import org.aidledger.snapshot.SnapshotId;
import org.aidledger.snapshot.SnapshotKind;

/**
 * What clients write about a snapshot. Everything may be left out that is not needed.
 *
 * @param snapshot its id, chosen by the client, where it is to be frozen
 * @param postingId identity of the request; the header {@code Idempotency-Key} if absent
 * @param effective business date of what is done; today if absent
 * @param kind MONTHLY_BULLETIN, QUARTERLY_ASSESSMENT or FREE
 * @param asOf the cut-off date
 * @param knownAt a recorded instant, or a date for its end; as known now if absent
 * @param funds all that the caller sees if absent
 * @param rankedBy the indicator that ranks them; DISBURSEMENT_RATE if absent
 * @param actor the caller if absent
 * @param reason why it is withdrawn
 */
public record SnapshotRequest(
        Optional<String> snapshot,
        Optional<String> postingId,
        Optional<String> effective,
        Optional<String> kind,
        Optional<String> title,
        Optional<String> asOf,
        Optional<String> knownAt,
        Optional<List<String>> funds,
        Optional<String> rankedBy,
        Optional<String> actor,
        Optional<String> note,
        Optional<String> reason) {

    /** What is to be frozen. */
    public SnapshotDesk.Wanted wanted(Optional<String> key, LocalDate today) {
        return new SnapshotDesk.Wanted(
                value("snapshot", () -> new SnapshotId(required("snapshot", snapshot))),
                voucher(key, today),
                one(SnapshotKind.class, "kind", required("kind", kind)),
                value("title", () -> Texts.required("title", required("title", title), 200)),
                within("asOf", PointInTime.date("asOf", required("asOf", asOf))),
                knownAt.map(text -> PointInTime.instant("knownAt", text)),
                funds.orElse(List.of()).stream()
                        .map(f -> value("funds", () -> new FundId(f)))
                        .toList(),
                rankedBy.map(code -> one(Indicator.Code.class, "rankedBy", code))
                        .orElse(Indicator.Code.DISBURSEMENT_RATE));
    }

    /** Who does it and when. */
    public Voucher voucher(Optional<String> key, LocalDate today) {
        LocalDate day =
                effective
                        .map(text -> within("effective", PointInTime.date("effective", text)))
                        .orElse(today);
        Actor who =
                actor.map(name -> value("actor", () -> new Actor(name)))
                        .orElseGet(() -> CurrentCaller.required().actor());
        String id = required("postingId", postingId.or(() -> key));
        String remark = value("note", () -> Texts.optional("note", note.orElse(""), 2000));
        return new Voucher(
                value("postingId", () -> new PostingId(id)),
                day,
                who,
                List.of(),
                List.of(),
                remark);
    }

    /** Why it is withdrawn. */
    public String why() {
        return value("reason", () -> Texts.required("reason", required("reason", reason), 500));
    }

    private static LocalDate within(String field, LocalDate date) {
        return value(
                field,
                () -> {
                    Voucher.requireDate(field, date);
                    return date;
                });
    }

    private static String required(String field, Optional<String> text) {
        return text.orElseThrow(() -> ProblemException.invalid(field, field + " is missing"));
    }

    private static <E extends Enum<E>> E one(Class<E> type, String field, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.invalid(
                                field,
                                "%s must be one of %s, not '%s'"
                                        .formatted(
                                                field,
                                                Arrays.toString(type.getEnumConstants()),
                                                name)));
    }

    private static <T> T value(String field, Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(field, String.valueOf(e.getMessage()));
        }
    }
}
