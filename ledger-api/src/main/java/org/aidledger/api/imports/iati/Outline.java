package org.aidledger.api.imports.iati;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.api.imports.Origin;
import org.aidledger.api.imports.Tallies;
import org.aidledger.api.imports.iati.Line.Unreadable;
import org.aidledger.money.Denomination;

/** What one look at the whole file says: which funds it needs, and how much there is to do. */
final class Outline {

    /** A fund as the file needs it. */
    static final class Needed {
        final FundKey key;
        final String publisher;
        final String recipient;
        int scale;
        int firstYear = Integer.MAX_VALUE;
        boolean hasIncoming;
        boolean hasBudgets;

        Needed(FundKey key, Activity first) {
            this.key = key;
            this.publisher =
                    first.publisher().name().isEmpty()
                            ? "publisher not named"
                            : first.publisher().name();
            this.recipient = first.recipient().name();
            this.scale = Denomination.of(key.currency()).scale();
        }

        /** Such as {@code World Health Organization, Argentina, USD}. */
        String name() {
            return "%s, %s, %s".formatted(publisher, recipient, key.currency());
        }

        private void add(Activity activity) {
            firstYear = Math.min(firstYear, activity.earliest().getYear());
            activity.lines(key.currency())
                    .forEach(line -> {
                        scale = Math.max(scale, line.decimals());
                        hasIncoming |= line.isIncoming();
                        hasBudgets |= line.isBudget() && !line.amount().isZero();
                    });
        }
    }

    private final Tallies tallies;
    private final Map<FundKey, Needed> funds = new LinkedHashMap<>();
    private long lines;

    private Outline(Tallies tallies) {
        this.tallies = tallies;
    }

    /** Reads the file to its end, counts every line and names those that cannot be posted. */
    static Outline of(Path file, Tallies tallies) {
        Outline outline = new Outline(tallies);
        ActivityReader.read(file, outline::add);
        return outline;
    }

    List<Needed> funds() {
        return List.copyOf(funds.values());
    }

    long lines() {
        return lines;
    }

    private void add(Activity activity) {
        lines += activity.size();
        activity.remarks().forEach(tallies::remark);
        activity.unreadable().forEach(line -> add(activity, line));
        if (activity.id().isEmpty()) {
            activity.lines().forEach(line -> unnamed(activity, line));
            return;
        }
        if (activity.currencies().isEmpty()) {
            tallies.refused(
                    new Origin("activity", "", false, activity.id(), 0, "iati-activity"),
                    "",
                    "CURRENCY_MISSING",
                    "The activity names no currency, so there is no fund to enrol it in.");
        }
        for (String currency : activity.currencies()) {
            FundKey key = activity.fund(currency);
            Needed needed = funds.computeIfAbsent(key, k -> new Needed(k, activity));
            needed.add(activity);
            String fund = key.id().value();
            activity.lines(currency).forEach(line -> add(activity, fund, line));
        }
    }

    private void add(Activity activity, String fund, Line line) {
        Origin origin = line.origin(activity.id());
        tallies.line(origin, fund, line.amount().value());
        line.duplicateOf()
                .ifPresent(k -> tallies.duplicate(origin, "It says exactly what #" + k + " says."));
        line.lookAlikeOf()
                .ifPresent(k ->
                        tallies.lookAlike(
                                origin,
                                "It has the type, date and amount of #%d and differs elsewhere."
                                        .formatted(k)));
        if (line.dateGuessed()) {
            tallies.remark(
                    origin.remark(
                            "DATE_GUESSED",
                            "It has no date of its own; that of its value is taken."));
        }
    }

    private void add(Activity activity, Unreadable line) {
        Origin origin = line.origin(activity.id());
        tallies.line(origin, "", line.amount());
        tallies.refused(origin, "", line.code(), line.message());
    }

    private void unnamed(Activity activity, Line line) {
        Origin origin = line.origin(activity.title());
        tallies.line(origin, "", line.amount().value());
        tallies.refused(
                origin,
                "",
                "ACTIVITY_ID_MISSING",
                "Its activity has no iati-identifier, so there is no project to post it to.");
    }
}
