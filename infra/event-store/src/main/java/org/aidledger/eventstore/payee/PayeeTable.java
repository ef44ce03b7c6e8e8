package org.aidledger.eventstore.payee;

import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.aidledger.payee.Pseudonym;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The payees in the database, each with its name and key, both sealed. */
final class PayeeTable {

    private static final Logger LOG = LoggerFactory.getLogger(PayeeTable.class);

    private static final String ADD =
            """
            insert into ledger.payees (id, trace, master, key, name)
            select * from unnest(:ids, :traces, :masters, :keys, :names)
            on conflict (trace) do nothing
            """;

    private static final String BY_TRACE =
            "select id, trace from ledger.payees where trace = any(:traces)";

    private static final String KNOWN = "select id from ledger.payees where id = any(:ids)";

    private static final String NAMES =
            """
            select id, master, key, name from ledger.payees
            where id = any(:ids) and erased is null
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private final MasterKeys masters;

    PayeeTable(DataSource dataSource, MasterKeys masters) {
        this.jdbc = JdbcClient.create(dataSource);
        this.masters = masters;
        this.apart = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * The pseudonyms of names, made now for those that have none. They are durable before anybody
     * uses them: a database may die and come back before the events that do are stored.
     */
    Map<String, Pseudonym> pseudonyms(Collection<String> names) {
        Map<String, Pseudonym> known = find(names);
        List<String> others = names.stream().filter(n -> !known.containsKey(n)).distinct().toList();
        if (!others.isEmpty()) {
            apart.executeWithoutResult(_ -> add(others));
            known.putAll(find(others));
        }
        return known;
    }

    private void add(List<String> names) {
        MasterKey master = masters.current();
        String[] ids = new String[names.size()];
        String[] ofMaster = new String[names.size()];
        byte[][] traces = new byte[names.size()][];
        byte[][] keys = new byte[names.size()][];
        byte[][] sealed = new byte[names.size()][];
        for (int i = 0; i < ids.length; i++) {
            String name = names.get(i);
            PayeeKey key = PayeeKey.fresh();
            Pseudonym pseudonym = key.pseudonym(name);
            ids[i] = pseudonym.value();
            ofMaster[i] = master.id();
            traces[i] = master.traceOf(name);
            keys[i] = master.seal(key, pseudonym);
            sealed[i] = key.seal(name, pseudonym);
        }
        jdbc.sql(ADD)
                .param("ids", ids)
                .param("traces", traces)
                .param("masters", ofMaster)
                .param("keys", keys)
                .param("names", sealed)
                .update();
    }

    /** The pseudonyms of those names that have one. */
    Map<String, Pseudonym> find(Collection<String> names) {
        Map<String, String> byTrace = new HashMap<>();
        byte[][] traces = new byte[names.size()][];
        int i = 0;
        for (String name : names) {
            traces[i] = masters.current().traceOf(name);
            byTrace.put(HexFormat.of().formatHex(traces[i++]), name);
        }
        Map<String, Pseudonym> found = new HashMap<>();
        jdbc.sql(BY_TRACE)
                .param("traces", traces)
                .query(row -> {
                    String trace = HexFormat.of().formatHex(row.getBytes("trace"));
                    found.put(
                            Objects.requireNonNull(byTrace.get(trace)),
                            new Pseudonym(row.getString("id")));
                });
        return found;
    }

    /** Those who have a row, erased or not. */
    Set<Pseudonym> known(Collection<Pseudonym> payees) {
        return jdbc.sql(KNOWN)
                .param("ids", payees.stream().map(Pseudonym::value).toArray(String[]::new))
                .query((row, _) -> new Pseudonym(row.getString(1)))
                .set();
    }

    /** The names that can be opened. */
    Map<Pseudonym, String> names(Collection<Pseudonym> payees) {
        String[] ids = payees.stream().map(Pseudonym::value).distinct().toArray(String[]::new);
        Map<Pseudonym, String> names = new HashMap<>();
        jdbc.sql(NAMES)
                .param("ids", ids)
                .query(row -> {
                    Pseudonym payee = new Pseudonym(row.getString("id"));
                    open(row, payee).ifPresent(name -> names.put(payee, name));
                });
        return names;
    }

    private Optional<String> open(ResultSet row, Pseudonym payee) throws SQLException {
        Optional<MasterKey> master = masters.find(row.getString("master"));
        if (master.isEmpty()) {
            return Optional.empty(); // given up
        }
        try {
            PayeeKey key = master.get().open(row.getBytes("key"), payee);
            return Optional.of(key.open(row.getBytes("name"), payee));
        } catch (GeneralSecurityException e) {
            LOG.error("The name of {} was altered in the database: {}", payee, e.toString());
            return Optional.empty();
        }
    }
}
