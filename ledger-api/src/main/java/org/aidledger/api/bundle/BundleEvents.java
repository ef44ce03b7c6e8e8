package org.aidledger.api.bundle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.event.AsOf;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.event.StoredForm;
import org.aidledger.finding.FindingEvent;
import org.aidledger.fund.FundEvent;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.FundFold;
import org.aidledger.proof.Hash;
import org.aidledger.proof.StoredEvent;

/** The events of a bundle: their places, the hashes of their leaves, and what they say. */
final class BundleEvents {

    private static final int ROOM = 1024;

    private final StoredForm form;
    private final List<Recorded<LedgerEvent>> recorded = new ArrayList<>();
    private final Map<String, Long> lastSequences = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private long[] positions = new long[ROOM];
    private byte[] leaves = new byte[ROOM * Hash.BYTES];

    BundleEvents(StoredForm form) {
        this.form = form;
    }

    /**
     * Takes the next event.
     *
     * @throws IllegalArgumentException if it cannot be one
     */
    void add(StoredEvent event) {
        int index = recorded.size();
        if (index == positions.length) {
            positions = Arrays.copyOf(positions, 2 * index);
            leaves = Arrays.copyOf(leaves, 2 * index * Hash.BYTES);
        }
        positions[index] = event.position();
        event.leaf().hash().into(leaves, index);
        LedgerEvent read = form.read(event.name(), event.revision(), event.payload());
        if (!read.stream().equals(event.stream())) {
            wrong.add(
                    "The event at position %s is of %s, not of %s."
                            .formatted(event.position(), read.stream(), event.stream()));
        }
        long sequence = lastSequences.getOrDefault(event.stream(), -1L) + 1;
        if (event.sequence() != sequence) {
            wrong.add(
                    "Number %s of %s is missing: at position %s stands number %s."
                            .formatted(
                                    sequence, event.stream(), event.position(), event.sequence()));
        }
        lastSequences.put(event.stream(), event.sequence());
        recorded.add(
                new Recorded<>(
                        event.position(),
                        event.eventId(),
                        event.sequence(),
                        event.recorded(),
                        read));
    }

    int count() {
        return recorded.size();
    }

    long[] positions() {
        return Arrays.copyOf(positions, count());
    }

    byte[] leaves() {
        return leaves;
    }

    /** Whether they are one fund's, all of them from the first on, and known by then. */
    void check(FundId fund, AsOf asOf, List<String> proved, List<String> mistakes) {
        if (!lastSequences.containsKey(fund.value())) {
            wrong.add("There is no event of the fund " + fund + ".");
        }
        Instant latest = Instant.MIN;
        for (Recorded<LedgerEvent> event : recorded) {
            if (!concerns(event.event(), fund)) {
                wrong.add(
                        "The event at position %s does not concern the fund %s."
                                .formatted(event.position(), fund));
            }
            if (event.recorded().isBefore(latest) || event.recorded().isAfter(asOf.known())) {
                wrong.add(
                        "The event at position %s was recorded at %s, which does not fit."
                                .formatted(event.position(), event.recorded()));
            }
            latest = event.recorded();
        }
        mistakes.addAll(wrong);
        if (wrong.isEmpty()) {
            proved.add(
                    ("The history of the fund %s is complete from its first event to its number %s,"
                                    + " as are those of its %s findings in this file.")
                            .formatted(
                                    fund,
                                    lastSequences.get(fund.value()),
                                    lastSequences.size() - 1));
        }
    }

    private static boolean concerns(LedgerEvent event, FundId fund) {
        return switch (event) {
            case FundEvent e -> e.fund().equals(fund);
            case FindingEvent e -> e.fund().equals(fund);
            default -> false;
        };
    }

    /** What follows from them. */
    Optional<FundFigures> figures(AsOf asOf) {
        try {
            return FundFold.at(asOf, recorded);
        } catch (IllegalArgumentException | ArithmeticException _) {
            return Optional.empty(); // no ledger would have accepted these events
        }
    }
}
