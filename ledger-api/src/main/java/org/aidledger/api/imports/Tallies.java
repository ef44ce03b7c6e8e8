package org.aidledger.api.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aidledger.api.imports.ImportReport.FundTally;
import org.aidledger.api.imports.ImportReport.Remark;
import org.aidledger.api.imports.ImportReport.TypeTally;
import org.aidledger.event.Outcome;
import org.aidledger.fund.PostBatch.BatchMode;
import org.aidledger.rejection.Rejection;

/** Keeps count during an import; becomes the {@link ImportReport}. */
public final class Tallies {

    /** So many refusals, and as many remarks, are named; the rest is only counted. */
    public static final int MOST_NAMED = 1000;

    private static final class Count {
        String name = "";
        String currency = "";
        long lines;
        long posted;
        long alreadyThere;
        long refused;
        long zero;
        long duplicates;
        long lookAlikes;
        long breaches;
        BigDecimal sum = BigDecimal.ZERO;
        final Map<String, BigDecimal> sums = new TreeMap<>();
    }

    private record TypeKey(String type, String currency) {}

    private final Count all = new Count();
    private final Map<TypeKey, Count> types = new LinkedHashMap<>();
    private final Map<String, Count> funds = new TreeMap<>();
    private final List<Remark> refusals = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private long unnamed;
    private long eventsAppended;
    private final Verdicts verdicts;

    public Tallies() {
        this(Verdicts.UNHEARD);
    }

    /**
     * @param verdicts hears what became of each line
     */
    public Tallies(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    /** A fund that the file names. */
    public void fund(String fund, String name, String currency) {
        Count count = ofFund(fund);
        count.name = name;
        count.currency = currency;
    }

    /** A line of the file, before anything becomes of it. */
    public void line(Origin origin, String fund, BigDecimal amount) {
        all.lines++;
        Count type = ofType(origin);
        type.lines++;
        type.sum = type.sum.add(amount);
        if (amount.signum() == 0) {
            type.zero++;
        }
        if (!fund.isEmpty()) {
            Count count = ofFund(fund);
            count.lines++;
            count.sums.merge(origin.type(), amount, BigDecimal::add);
        }
    }

    /** A line that repeats another one in every detail. */
    public void duplicate(Origin origin, String message) {
        ofType(origin).duplicates++;
        remark(origin.remark("EXACT_DUPLICATE", message));
    }

    /** A line that could be taken for another one. */
    public void lookAlike(Origin origin, String message) {
        ofType(origin).lookAlikes++;
        remark(origin.remark("LOOK_ALIKE", message));
    }

    /** A command was taken, now or before. */
    public void accepted(Origin origin, String fund, Outcome.Accepted outcome) {
        verdicts.accepted(origin.row(), outcome);
        if (outcome.repeated()) {
            alreadyThere(origin, fund);
            return;
        }
        // One event for what was asked, the others are breaches noted beside it.
        long breaches = outcome.events() - 1L;
        eventsAppended += outcome.events();
        all.breaches += breaches;
        ofType(origin).breaches += breaches;
        ofFund(fund).breaches += breaches;
        if (origin.isLine()) {
            all.posted++;
            ofFund(fund).posted++;
        }
        ofType(origin).posted++;
    }

    /** A command was found to be in the ledger already. */
    public void alreadyThere(Origin origin, String fund) {
        if (origin.isLine()) {
            all.alreadyThere++;
            ofFund(fund).alreadyThere++;
        }
        ofType(origin).alreadyThere++;
    }

    /** A command was refused by the ledger. */
    public void refused(Origin origin, String fund, Rejection rejection) {
        verdicts.refused(origin.row(), rejection);
        count(origin, fund, List.of(origin.remark(rejection.code(), rejection.message())));
    }

    /** A line was not taken. */
    public void refused(Origin origin, String fund, String code, String message) {
        refused(origin, fund, List.of(origin.remark(code, message)));
    }

    /** A line was not taken, for several reasons. */
    public void refused(Origin origin, String fund, List<Remark> reasons) {
        verdicts.unread(origin.row(), reasons);
        count(origin, fund, reasons);
    }

    private void count(Origin origin, String fund, List<Remark> reasons) {
        if (origin.isLine()) {
            all.refused++;
        }
        if (origin.isLine() && !fund.isEmpty()) {
            ofFund(fund).refused++;
        }
        ofType(origin).refused++;
        reasons.forEach(reason -> keep(refusals, reason));
    }

    /** Something a reader of the books should know. */
    public void remark(Remark remark) {
        keep(remarks, remark);
    }

    public long linesRefused() {
        return all.refused;
    }

    /** The same account if, for what was refused, nothing of the rest was posted either. */
    public Tallies withNothingPosted() {
        eventsAppended = 0;
        Stream.of(List.of(all), types.values(), funds.values())
                .flatMap(Collection::stream)
                .forEach(count -> {
                    count.posted = 0;
                    count.breaches = 0;
                });
        return this;
    }

    private void keep(List<Remark> list, Remark remark) {
        if (list.size() < MOST_NAMED) {
            list.add(remark);
        } else {
            unnamed++;
        }
    }

    private Count ofType(Origin origin) {
        return types.computeIfAbsent(
                new TypeKey(origin.type(), origin.currency()), _ -> new Count());
    }

    private Count ofFund(String fund) {
        return funds.computeIfAbsent(fund, _ -> new Count());
    }

    /**
     * The finished report.
     *
     * @param mode as the format took it
     */
    public ImportReport report(
            String format, String sha256, ImportOptions options, BatchMode mode, long millis) {
        return new ImportReport(
                format,
                sha256,
                options.dryRun(),
                mode.name().toLowerCase(Locale.ROOT),
                all.lines,
                all.posted,
                all.alreadyThere,
                all.refused,
                all.lines - all.posted - all.alreadyThere - all.refused,
                eventsAppended,
                all.breaches,
                types.entrySet().stream().map(e -> tally(e.getKey(), e.getValue())).toList(),
                funds.entrySet().stream().map(e -> tally(e.getKey(), e.getValue())).toList(),
                refusals,
                remarks,
                unnamed,
                millis);
    }

    private static TypeTally tally(TypeKey key, Count count) {
        return new TypeTally(
                key.type(),
                key.currency(),
                count.lines,
                plain(count.sum),
                count.posted,
                count.alreadyThere,
                count.refused,
                count.zero,
                count.duplicates,
                count.lookAlikes,
                count.breaches);
    }

    private static FundTally tally(String fund, Count count) {
        Map<String, String> sums = new TreeMap<>();
        count.sums.forEach((type, sum) -> sums.put(type, plain(sum)));
        return new FundTally(
                fund,
                count.name,
                count.currency,
                count.lines,
                count.posted,
                count.alreadyThere,
                count.refused,
                count.breaches,
                sums);
    }

    private static String plain(BigDecimal sum) {
        BigDecimal stripped = sum.stripTrailingZeros();
        return stripped.setScale(Math.max(0, stripped.scale())).toPlainString();
    }
}
