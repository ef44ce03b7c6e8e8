package org.aidledger.migration;

import java.sql.Connection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.aidledger.proof.Checkpoint;
import org.aidledger.proof.SignedNote;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The checkpoints that the source has signed, by size. */
final class Signed {

    private static final String SOME =
            """
            select note from ledger.checkpoints where size > :after order by size limit 500
            """;

    private final JdbcClient jdbc;
    private final Deque<Checkpoint> page = new ArrayDeque<>();
    private long read;

    Signed(Connection source) {
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(source, true));
    }

    /** The next one over some event, not taken. */
    Optional<Checkpoint> peek() {
        if (page.isEmpty()) {
            jdbc.sql(SOME).param("after", read).query(String.class).list().stream()
                    .map(note -> Checkpoint.of(SignedNote.parse(note)))
                    .forEach(page::add);
        }
        return Optional.ofNullable(page.peek());
    }

    void take() {
        read = page.remove().size();
    }
}
