package org.aidledger.eventstore.payee;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.aidledger.eventstore.payee.PayeeRow.Judged;
import org.aidledger.eventstore.payee.ToldErasure.Kept;
import org.aidledger.proof.Flaw;
import org.aidledger.proof.Flaw.Kind;
import org.aidledger.proof.StoredEvent;
import org.aidledger.proof.VerificationReport.Names;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares the table of payees with what the events say of them: first every row by itself, then
 * every event with the rows. A row that no event names is no flaw: the name of a payment that was
 * refused, or is just under way, stands there too, and is durable before its event.
 */
public final class PayeeVerification {

    private static final int PAGE = 1000;
    private static final int MOST_FLAWS = 20;

    /** Pseudonyms that need not be looked up again; more of them are forgotten all at once. */
    private static final int REMEMBERED = 100_000;

    /** So long the name of an erased payee may still be there. */
    private static final Duration ABOUT_TO_GO = Duration.ofMinutes(1);

    private static final String THERE = "select id from ledger.payees where id = any(:ids)";

    private final JdbcClient jdbc;
    private final MasterKeys masters;
    private final Map<String, Judged.Wrong> wrong = new LinkedHashMap<>();
    private final Map<String, Long> firstNamed = new LinkedHashMap<>();
    private final Map<String, Flaw> flaws = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private long opened;
    private long erased;
    private long givenUp;

    private PayeeVerification(DataSource dataSource, MasterKeys masters) {
        this.jdbc = JdbcClient.create(dataSource);
        this.masters = masters;
    }

    /** Goes through the rows; then wants to be given the events, in order. */
    public static PayeeVerification ofRows(DataSource dataSource, MasterKeys masters) {
        PayeeVerification verification = new PayeeVerification(dataSource, masters);
        List<PayeeRow> page = verification.rowsAfter("");
        while (!page.isEmpty()) {
            page.forEach(verification::judge);
            page = verification.rowsAfter(page.getLast().id());
        }
        return verification;
    }

    private List<PayeeRow> rowsAfter(String id) {
        return jdbc.sql(PayeeRow.BY_ID)
                .param("after", id)
                .param("most", PAGE)
                .query((row, _) -> PayeeRow.read(row))
                .list();
    }

    private void judge(PayeeRow row) {
        switch (row.judged(masters)) {
            case Judged.Opened _ -> opened++;
            case Judged.Erased _ -> erased++;
            case Judged.GivenUp _ -> givenUp++;
            case Judged.Wrong what -> {
                if (wrong.size() < MOST_FLAWS) {
                    wrong.put(row.id(), what);
                }
            }
        }
    }

    /** Takes the next events. */
    public void take(List<StoredEvent> events) {
        Map<String, StoredEvent> anew = new LinkedHashMap<>();
        for (StoredEvent event : events) {
            for (String id : NamedPayees.in(event.payload())) {
                if (seen.add(id)) {
                    anew.put(id, event);
                }
                if (wrong.containsKey(id)) {
                    firstNamed.putIfAbsent(id, event.position());
                }
            }
        }
        requireRows(anew);
        events.forEach(
                event -> ToldErasure.by(event).ifPresent(told -> compare(event.position(), told)));
        if (seen.size() > REMEMBERED) {
            seen.clear();
        }
    }

    private void requireRows(Map<String, StoredEvent> named) {
        if (named.isEmpty()) {
            return;
        }
        Set<String> there =
                new HashSet<>(
                        jdbc.sql(THERE)
                                .param("ids", named.keySet().toArray(String[]::new))
                                .query(String.class)
                                .list());
        named.forEach((id, event) -> {
            if (!there.contains(id)) {
                flaw(
                        id,
                        Kind.PAYEE_MISSING,
                        event.position(),
                        ("the event at position %s (%s of %s) names %s, of whom nothing is kept:"
                                        + " the row is gone")
                                .formatted(event.position(), event.name(), event.stream(), id));
            }
        });
    }

    private void compare(long position, ToldErasure told) {
        jdbc.sql(ToldErasure.OF_PAYEE)
                .param("id", told.payee())
                .query((row, _) -> ToldErasure.kept(row))
                .optional()
                .ifPresent(kept -> compare(position, told, kept));
    }

    private void compare(long position, ToldErasure told, Kept kept) {
        String event = "the event at position " + position;
        switch (kept) {
            case Kept.AboutToGo _ when told.at().isAfter(Instant.now().minus(ABOUT_TO_GO)) -> {
                // Goes as soon as the event is known to be durable.
            }
            case Kept.AboutToGo _ ->
                    flaw(
                            told.payee(),
                            Kind.PAYEE_NOT_ERASED,
                            position,
                            ("%s erased the name of %s, which was cut off and waits for the next"
                                            + " start of a node")
                                    .formatted(event, told.payee()));
            case Kept.NotErased _ ->
                    flaw(
                            told.payee(),
                            Kind.PAYEE_NOT_ERASED,
                            position,
                            "%s erased the name of %s, which is there again"
                                    .formatted(event, told.payee()));
            case Kept.Repeated(ToldErasure repeated) when !repeated.equals(told) ->
                    flaw(
                            told.payee(),
                            Kind.PAYEE_ALTERED,
                            position,
                            ("%s erased the name of %s, but when, by whom, for what reason or by"
                                            + " which request was altered in the row")
                                    .formatted(event, told.payee()));
            case Kept.Repeated _ -> {
                // As it should be.
            }
        }
    }

    private void flaw(String id, Kind kind, long position, String sentence) {
        if (flaws.size() < MOST_FLAWS) {
            flaws.putIfAbsent(id, new Flaw(kind, position, position, sentence));
        }
    }

    /** What is wrong, by position; rows that no event names come first. */
    public List<Flaw> flaws() {
        List<Flaw> all = new ArrayList<>(flaws.values());
        wrong.forEach((id, what) -> all.add(flaw(id, what)));
        return all.stream()
                .sorted(Comparator.comparingLong(Flaw::position))
                .limit(MOST_FLAWS)
                .toList();
    }

    private Flaw flaw(String id, Judged.Wrong what) {
        long position = firstNamed.getOrDefault(id, Flaw.NO_EVENT);
        String where =
                position == Flaw.NO_EVENT
                        ? " (no event names this payee)"
                        : " (the event at position %s is the first about this payee)"
                                .formatted(position);
        return new Flaw(what.kind(), position, position, what.what() + where);
    }

    /** How many names there are. */
    public Names names() {
        return new Names(opened, erased, givenUp);
    }
}
