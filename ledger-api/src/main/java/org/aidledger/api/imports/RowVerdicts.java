package org.aidledger.api.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.aidledger.api.imports.ImportReport.Remark;
import org.aidledger.event.Outcome.Accepted;
import org.aidledger.event.PostingId;
import org.aidledger.rejection.Rejection;

/** Keeps what became of each row. */
public final class RowVerdicts implements Verdicts {

    /** What became of a row. */
    public enum Kind {
        /** It would be posted. */
        WOULD_POST,
        /** It was posted now. */
        POSTED,
        /** It had been posted before. */
        REPEATED,
        REFUSED
    }

    /**
     * Why a row was not taken.
     *
     * @param remark where, and in English
     * @param rejection the ledger's own reason, if it was not the row that could not be read
     */
    public record Reason(Remark remark, Optional<Rejection> rejection) {}

    /**
     * What became of one row.
     *
     * @param request its posting id, if it could be read
     * @param accepted where it stands, if it was taken
     * @param reasons why not, at least one, if it was refused
     */
    public record Verdict(
            Kind kind,
            Optional<PostingId> request,
            Optional<Accepted> accepted,
            List<Reason> reasons) {}

    private final boolean rehearsed;
    private final Map<Long, PostingId> requests = new TreeMap<>();
    private final Map<Long, Accepted> accepted = new TreeMap<>();
    private final Map<Long, List<Reason>> refused = new TreeMap<>();
    private boolean nothingPosted;

    /**
     * @param rehearsed whether nothing is posted
     */
    public RowVerdicts(boolean rehearsed) {
        this.rehearsed = rehearsed;
    }

    @Override
    public void read(long row, PostingId request) {
        requests.put(row, request);
    }

    @Override
    public void unread(long row, List<Remark> reasons) {
        refused(row, reasons.stream().map(r -> new Reason(r, Optional.empty())).toList());
    }

    @Override
    public void accepted(long row, Accepted outcome) {
        refused.remove(row);
        accepted.put(row, outcome);
    }

    @Override
    public void refused(long row, Rejection rejection) {
        Remark remark = new Remark("", row, "", "", rejection.code(), rejection.message());
        refused(row, List.of(new Reason(remark, Optional.of(rejection))));
    }

    private void refused(long row, List<Reason> reasons) {
        accepted.remove(row);
        refused.put(row, reasons);
    }

    /** One refusal kept all others from being posted. */
    public void nothingWasPosted() {
        nothingPosted = true;
    }

    /** What became of a row that was read. */
    public Verdict of(long row) {
        Optional<PostingId> request = Optional.ofNullable(requests.get(row));
        Accepted taken = accepted.get(row);
        if (taken == null) {
            return new Verdict(
                    Kind.REFUSED, request, Optional.empty(), refused.getOrDefault(row, List.of()));
        }
        Kind kind =
                taken.repeated()
                        ? Kind.REPEATED
                        : rehearsed || nothingPosted ? Kind.WOULD_POST : Kind.POSTED;
        return new Verdict(kind, request, Optional.of(taken), List.of());
    }

    /** The rows of some kinds, in their order. */
    public List<Long> rows(List<Kind> kinds) {
        List<Long> rows = new ArrayList<>();
        if (kinds.contains(Kind.REFUSED)) {
            rows.addAll(refused.keySet());
        }
        accepted.keySet().stream().filter(row -> kinds.contains(of(row).kind())).forEach(rows::add);
        rows.sort(Long::compare);
        return rows;
    }

    /** What became of the rows of some kinds, in their order. */
    public List<Verdict> all(List<Kind> kinds) {
        return rows(kinds).stream().map(this::of).toList();
    }

    /** How many rows became what. */
    public Map<Kind, Long> counts() {
        Map<Kind, Long> counts = new TreeMap<>();
        counts.put(Kind.REFUSED, (long) refused.size());
        for (long row : accepted.keySet()) {
            counts.merge(of(row).kind(), 1L, Long::sum);
        }
        return counts;
    }
}
