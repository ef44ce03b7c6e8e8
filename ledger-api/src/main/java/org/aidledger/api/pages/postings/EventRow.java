package org.aidledger.api.pages.postings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aidledger.api.pages.frame.Prose;
import org.aidledger.api.pages.frame.Refusals;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.api.payee.PayeeNames;
import org.aidledger.event.DocumentRef;
import org.aidledger.fund.FundId;
import org.aidledger.money.Money;
import org.aidledger.payee.Pseudonym;
import org.aidledger.projections.trail.TrailEntry;

/**
 * An event in a list.
 *
 * @param kind what happened, in a word
 * @param about the projects that it touches, by name; or the snapshot that it is of
 * @param amount in full; empty where it is about no money
 * @param papers its documents, in words
 * @param note the voucher's remark, or what happened as a sentence
 * @param payee who was paid, where somebody was: a pseudonym, until {@link #named}
 * @param late whether it was recorded long after it happened
 */
public record EventRow(
        long position,
        String address,
        String effective,
        String recorded,
        boolean late,
        String kind,
        String type,
        String about,
        String amount,
        String exact,
        String actor,
        List<String> approvedBy,
        String papers,
        String note,
        String payee,
        boolean reversed) {

    /** Beyond a month an event counts as recorded late. */
    private static final int LATE_DAYS = 31;

    private static final int SOME = 2;
    private static final String SNAPSHOT = "snapshot:";
    private static final String BREACH = "fund.breach-noted";
    private static final Pattern RULE = Pattern.compile("\"code\"\\s*:\\s*\"([A-Z_]+)\"");

    /**
     * The row of an event.
     *
     * @param names of the fund's projects
     * @param amount what it is about
     */
    public static EventRow of(
            Visit visit,
            FundId fund,
            TrailEntry e,
            Map<String, String> names,
            Optional<Money> amount) {
        return of(visit, fund, e, names, amount, amount.map(visit.say()::exact).orElse(""));
    }

    /**
     * The row of an event behind a figure.
     *
     * @param contribution what it adds to the figure
     */
    static EventRow behind(
            Visit visit, FundId fund, TrailEntry e, Map<String, String> names, Money contribution) {
        return of(
                visit, fund, e, names, Optional.of(contribution), visit.say().signed(contribution));
    }

    private static EventRow of(
            Visit visit,
            FundId fund,
            TrailEntry e,
            Map<String, String> names,
            Optional<Money> amount,
            String written) {
        Say say = visit.say();
        return new EventRow(
                e.position(),
                visit.to("funds", fund.value(), "events", Long.toString(e.position())).toString(),
                say.date(e.effective()),
                say.instant(e.recorded()),
                java.time.LocalDate.ofInstant(e.recorded(), java.time.ZoneOffset.UTC)
                        .isAfter(e.effective().plusDays(LATE_DAYS)),
                kind(say, e.type()),
                e.type(),
                snapshot(e).orElseGet(() -> about(say, e.projects(), names)),
                written,
                amount.map(Money::decimal).orElse(""),
                e.actor(),
                e.approvedBy(),
                papers(e.documents()),
                note(say, e),
                payee(e.detail()),
                e.reversedBy().isPresent());
    }

    /** In Chinese what happened stands in its kind; of a breach also the rule. */
    private static String note(Say say, TrailEntry e) {
        if (!say.isChinese()) {
            return e.summary().isEmpty() ? e.note() : Prose.of(say, e.summary());
        }
        Matcher rule = RULE.matcher(e.type().equals(BREACH) ? e.detail() : "");
        return rule.find() ? Refusals.breach(say, rule.group(1), e.note()) : e.note();
    }

    /** The snapshot that an event is of, if it is of one. */
    static Optional<String> snapshot(TrailEntry e) {
        return e.stream().startsWith(SNAPSHOT)
                ? Optional.of(e.stream().substring(SNAPSHOT.length()))
                : Optional.empty();
    }

    private static String payee(String detail) {
        Matcher found = Pseudonym.FORM.matcher(detail);
        return found.find() ? found.group() : "";
    }

    /** With the name of who was paid, for those who may see it; for others without any. */
    public EventRow named(PayeeNames.Shown names) {
        String name = names.text(payee);
        return new EventRow(
                position,
                address,
                effective,
                recorded,
                late,
                kind,
                type,
                about,
                amount,
                exact,
                actor,
                approvedBy,
                papers,
                names.text(note),
                name.equals(payee) ? "" : name,
                reversed);
    }

    /** What an event is called. */
    public static String kind(Say say, String type) {
        return say.name("event." + type, type);
    }

    private static String about(Say say, List<String> projects, Map<String, String> names) {
        String first =
                String.join(
                        say.isChinese() ? "、" : ", ",
                        projects.stream()
                                .limit(SOME)
                                .map(id -> names.getOrDefault(id, id))
                                .toList());
        return projects.size() > SOME
                ? say.word("postings.projects", first, projects.size())
                : first;
    }

    private static String papers(List<DocumentRef> documents) {
        return String.join("; ", documents.stream().map(d -> d.type() + " " + d.number()).toList());
    }
}
