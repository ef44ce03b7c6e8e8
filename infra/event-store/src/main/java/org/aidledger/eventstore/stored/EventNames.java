package org.aidledger.eventstore.stored;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aidledger.approval.ApprovalEvent;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.StoredAs;
import org.aidledger.finding.FindingEvent;
import org.aidledger.fund.FundEvent;
import org.aidledger.payee.PayeeEvent;
import org.aidledger.sample.SampleEvent;
import org.aidledger.snapshot.SnapshotEvent;

/**
 * Every event of the ledger by the name and revision that it is stored under. Found from the sealed
 * interfaces, so that no event can be forgotten.
 */
final class EventNames {

    /**
     * @param name such as {@code fund.funds-disbursed}
     * @param revision shape of the stored form
     */
    record Stored(String name, String revision) {}

    private final Map<Stored, Class<? extends LedgerEvent>> classes = new HashMap<>();
    private final Map<Class<?>, Stored> names = new HashMap<>();
    private final Map<String, Class<? extends LedgerEvent>> families = new HashMap<>();

    private EventNames() {}

    /** The events of funds, findings, approvals, payees, snapshots and samples. */
    static EventNames ofLedger() {
        EventNames names = new EventNames();
        names.addFamily(FundEvent.class);
        names.addFamily(FindingEvent.class);
        names.addFamily(ApprovalEvent.class);
        names.addFamily(PayeeEvent.class);
        names.addFamily(SnapshotEvent.class);
        names.addFamily(SampleEvent.class);
        return names;
    }

    private void addFamily(Class<? extends LedgerEvent> family) {
        addAll(family, family);
    }

    private void addAll(Class<? extends LedgerEvent> type, Class<? extends LedgerEvent> family) {
        if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                addAll(permitted.asSubclass(LedgerEvent.class), family);
            }
        } else {
            add(type, family);
        }
    }

    private void add(Class<? extends LedgerEvent> event, Class<? extends LedgerEvent> family) {
        StoredAs annotation = event.getAnnotation(StoredAs.class);
        if (annotation == null) {
            throw new IllegalStateException(event + " does not say what it is stored as");
        }
        Stored stored = new Stored(annotation.value(), annotation.revision());
        Class<?> other = classes.put(stored, event);
        if (other != null) {
            throw new IllegalStateException(stored + " is claimed by " + other + " and " + event);
        }
        names.put(event, stored);
        Class<?> otherFamily = families.put(prefix(stored.name()), family);
        if (otherFamily != null && otherFamily != family) {
            throw new IllegalStateException(stored + " has the prefix of " + otherFamily);
        }
    }

    private static String prefix(String name) {
        return name.substring(0, name.indexOf('.') + 1);
    }

    /** What an event of this class is stored as. */
    Optional<Stored> of(Class<?> event) {
        return Optional.ofNullable(names.get(event));
    }

    /** The event stored so. */
    Optional<Class<? extends LedgerEvent>> find(Stored stored) {
        return Optional.ofNullable(classes.get(stored));
    }

    /** The family that an event belongs to by its name, known or not. */
    Class<? extends LedgerEvent> familyOf(String name) {
        return families.getOrDefault(prefix(name), LedgerEvent.class);
    }

    /** Every event there is. */
    Set<Stored> all() {
        return Set.copyOf(classes.keySet());
    }
}
