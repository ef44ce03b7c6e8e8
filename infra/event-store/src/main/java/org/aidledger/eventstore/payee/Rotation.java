package org.aidledger.eventstore.payee;

import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.aidledger.payee.Pseudonym;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sees to it that all keys of payees are sealed under a master key that is here. */
final class Rotation {

    private static final Logger LOG = LoggerFactory.getLogger(Rotation.class);

    private static final int AT_ONCE = 1000;

    private static final String OF_OTHERS =
            """
            select string_agg(distinct master, ', ') from ledger.payees
            where master <> all(:masters)
            """;

    private static final String UNDER_OLDER =
            """
            select id, master, key, name from ledger.payees
            where master <> :current and master = any(:openable) and id > :after
            order by id
            limit :most
            for update
            """;

    /** The trace may be taken, by the same name said anew to a node that had the new key before. */
    private static final String SEAL_ANEW =
            """
            update ledger.payees p
            set master = :master, key = :key,
                trace = case
                    when exists (select from ledger.payees o where o.trace = :trace and o.id <> p.id)
                    then null else :trace end
            where id = :id
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final MasterKeys masters;

    Rotation(DataSource dataSource, MasterKeys masters) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.masters = masters;
    }

    /**
     * Returns if every name is under a key that is here or was given up.
     *
     * @throws IllegalStateException if not
     */
    void requireMasters() {
        List<String> others =
                jdbc.sql(OF_OTHERS)
                        .param("masters", masters.accepted().toArray(String[]::new))
                        .query((row, _) -> Optional.ofNullable(row.getString(1)).orElse(""))
                        .list();
        String ids = others.getFirst();
        if (!ids.isEmpty()) {
            throw new IllegalStateException(MasterKeys.missing(ids));
        }
    }

    /** Has every key sealed under the current master key, so that older ones can be destroyed. */
    void sealAnew() {
        String after = "";
        long sealed = 0;
        while (true) {
            String from = after;
            List<Map<String, Object>> rows =
                    transaction.execute(_ -> {
                        List<Map<String, Object>> older = older(from);
                        older.stream()
                                .filter(row -> row.containsKey("key"))
                                .forEach(row -> jdbc.sql(SEAL_ANEW).params(row).update());
                        return older;
                    });
            if (rows == null || rows.isEmpty()) {
                break;
            }
            sealed += rows.size();
            after = String.valueOf(rows.getLast().get("id"));
        }
        if (sealed > 0) {
            LOG.info("The keys of {} payees are sealed under {} now", sealed, masters.current());
        }
    }

    private List<Map<String, Object>> older(String after) {
        return jdbc.sql(UNDER_OLDER)
                .param("current", masters.current().id())
                .param("openable", masters.openable().toArray(String[]::new))
                .param("after", after)
                .param("most", AT_ONCE)
                .query((row, _) -> sealedAnew(row))
                .list();
    }

    /** The new values of a row; its id alone if it cannot be opened. */
    private Map<String, Object> sealedAnew(ResultSet row) throws SQLException {
        MasterKey current = masters.current();
        MasterKey old = masters.find(row.getString("master")).orElseThrow();
        Pseudonym payee = new Pseudonym(row.getString("id"));
        Map<String, Object> values = new HashMap<>();
        values.put("id", payee.value());
        try {
            PayeeKey key = old.open(row.getBytes("key"), payee);
            values.put("trace", current.traceOf(key.open(row.getBytes("name"), payee)));
            values.put("master", current.id());
            values.put("key", current.seal(key, payee));
        } catch (GeneralSecurityException e) {
            LOG.error("The name of {} was altered in the database: {}", payee, e.toString());
        }
        return values;
    }
}
