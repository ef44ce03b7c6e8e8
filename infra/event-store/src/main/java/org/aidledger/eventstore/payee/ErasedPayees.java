package org.aidledger.eventstore.payee;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.aidledger.event.Actor;
import org.aidledger.event.PostingId;
import org.aidledger.payee.Payees.Erasure;
import org.aidledger.payee.Pseudonym;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The payees in the database whose names are gone, or about to go. */
final class ErasedPayees {

    private static final String ERASE =
            """
            update ledger.payees
            set trace = null, master = null, key = null, name = null, leaving = false,
                erased = :at, posting_id = :posting, actor = :actor, reason = :reason
            where id = :id
            """;

    private static final String ERASED =
            "select id from ledger.payees where id = any(:ids) and erased is not null";

    private static final String ERASURES =
            """
            select id, posting_id, erased, actor, reason from ledger.payees
            where erased is not null
            order by erased, id
            """;

    private final JdbcClient jdbc;

    ErasedPayees(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Notes that a name is about to go, so that a crash in between is made up for. */
    void leaving(Pseudonym payee) {
        jdbc.sql("update ledger.payees set leaving = true where id = :id and erased is null")
                .param("id", payee.value())
                .update();
    }

    /** Takes that back. */
    void stays(Pseudonym payee) {
        jdbc.sql("update ledger.payees set leaving = false where id = :id")
                .param("id", payee.value())
                .update();
    }

    List<Pseudonym> leaving() {
        return jdbc.sql("select id from ledger.payees where leaving")
                .query((row, _) -> new Pseudonym(row.getString(1)))
                .list();
    }

    /**
     * Removes name and key for ever, and says what the event says; also of one whose event a
     * restore had cut off, and who was erased again since.
     */
    void erase(Erasure erasure) {
        jdbc.sql(ERASE)
                .param("id", erasure.payee().value())
                .param("at", OffsetDateTime.ofInstant(erasure.at(), ZoneOffset.UTC))
                .param("posting", erasure.postingId().value())
                .param("actor", erasure.actor().name())
                .param("reason", erasure.reason())
                .update();
    }

    Set<Pseudonym> erased(Collection<Pseudonym> payees) {
        return jdbc
                .sql(ERASED)
                .param("ids", payees.stream().map(Pseudonym::value).toArray(String[]::new))
                .query(String.class)
                .list()
                .stream()
                .map(id -> new Pseudonym(Objects.requireNonNull(id)))
                .collect(Collectors.toSet());
    }

    List<Erasure> erasures() {
        return jdbc.sql(ERASURES).query((row, _) -> erasure(row)).list();
    }

    private static Erasure erasure(ResultSet row) throws SQLException {
        return new Erasure(
                new Pseudonym(row.getString("id")),
                new PostingId(row.getString("posting_id")),
                row.getObject("erased", OffsetDateTime.class).toInstant(),
                new Actor(row.getString("actor")),
                row.getString("reason"));
    }
}
