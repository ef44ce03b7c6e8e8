package org.aidledger.eventstore.payee;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.aidledger.payee.Payees;
import org.aidledger.payee.Pseudonym;

/**
 * Knows which names pseudonyms stand for. Names it reads from the database each time, so that an
 * erased one is gone at once, on every node; the pseudonyms of names that were used lately it
 * remembers, by a keyed hash of the name.
 */
public final class Vault implements Payees {

    private static final int REMEMBERED = 20_000;

    /** For so long another node may go on using the pseudonym of a name that was erased. */
    private static final Duration REMEMBERED_FOR = Duration.ofSeconds(10);

    private final PayeeTable table;
    private final ErasedPayees erased;
    private final Map<String, Pseudonym> known =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Pseudonym> eldest) {
                    return size() > REMEMBERED;
                }
            };
    private final MasterKey tracing = MasterKey.fresh();
    private long since = System.nanoTime();

    /**
     * Has all keys sealed under the current master key.
     *
     * @throws IllegalStateException if there are names under a master key that is not here
     */
    public Vault(DataSource dataSource, MasterKeys masters) {
        Rotation rotation = new Rotation(dataSource, masters);
        rotation.requireMasters();
        rotation.sealAnew();
        this.table = new PayeeTable(dataSource, masters);
        this.erased = new ErasedPayees(dataSource);
    }

    /** The pseudonyms of names, made now for those that have none. */
    public Map<String, Pseudonym> pseudonyms(Collection<String> names) {
        Map<String, Pseudonym> pseudonyms = new HashMap<>();
        List<String> others = new ArrayList<>();
        for (String name : names) {
            remembered(name).ifPresentOrElse(p -> pseudonyms.put(name, p), () -> others.add(name));
        }
        if (!others.isEmpty()) {
            Map<String, Pseudonym> found = table.pseudonyms(others);
            remember(found);
            pseudonyms.putAll(found);
        }
        return pseudonyms;
    }

    private synchronized Optional<Pseudonym> remembered(String name) {
        if (System.nanoTime() - since > REMEMBERED_FOR.toNanos()) {
            forget();
        }
        return Optional.ofNullable(known.get(trace(name)));
    }

    private synchronized void remember(Map<String, Pseudonym> found) {
        found.forEach((name, pseudonym) -> known.put(trace(name), pseudonym));
    }

    private synchronized void forget() {
        known.clear();
        since = System.nanoTime();
    }

    /** Memory is dumped at times; it holds no names for longer than a request. */
    private String trace(String name) {
        return HexFormat.of().formatHex(tracing.traceOf(name));
    }

    @Override
    public Map<String, Pseudonym> find(Collection<String> names) {
        return names.isEmpty() ? Map.of() : table.find(names);
    }

    @Override
    public Map<Pseudonym, String> names(Collection<Pseudonym> payees) {
        return payees.isEmpty() ? Map.of() : table.names(payees);
    }

    @Override
    public Set<Pseudonym> known(Collection<Pseudonym> payees) {
        return payees.isEmpty() ? Set.of() : table.known(payees);
    }

    @Override
    public Set<Pseudonym> erased(Collection<Pseudonym> payees) {
        return payees.isEmpty() ? Set.of() : erased.erased(payees);
    }

    @Override
    public List<Erasure> erasures() {
        return erased.erasures();
    }

    void leaving(Pseudonym payee) {
        erased.leaving(payee);
    }

    void stays(Pseudonym payee) {
        erased.stays(payee);
    }

    List<Pseudonym> leaving() {
        return erased.leaving();
    }

    /** Removes a name and its key for ever. */
    void erase(Erasure erasure) {
        erased.erase(erasure);
        forget();
    }
}
