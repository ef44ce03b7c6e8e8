package org.aidledger.projections.reading;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.aidledger.access.Question;
import org.aidledger.access.ReadGuard;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.fund.Organisation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers each question from one snapshot of the read tables.
 *
 * <p>There is no way to an answer but through the guard.
 *
 * <p>The snapshot is taken after a lock on the position's table: a rebuild that swaps the tables
 * waits for the questions under way, and no question sees an old snapshot of a new table.
 */
public final class Reads {

    /** Later than anything that is recorded; the database knows no later instants. */
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /**
     * Travels to the database together with the begin of the transaction. Plans are made once for
     * all parameters: the planner takes longer than most questions, and rows are found by keys.
     */
    private static final String BEGIN =
            """
            set transaction isolation level repeatable read, read only;
            lock table read.position in access share mode;
            set local plan_cache_mode = force_generic_plan;
            set local jit = off
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;
    private final ReadGuard guard;

    public Reads(DataSource dataSource, ReadGuard guard) {
        jdbc = JdbcClient.create(dataSource);
        snapshot = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.guard = guard;
    }

    /**
     * Answers a question, if whoever asks may know. Questions asked within a question see the same
     * snapshot.
     *
     * @throws org.aidledger.rejection.CommandRejected if they may not
     */
    public <T> T ask(Question question, Function<JdbcClient, T> answer) {
        guard.require(question);
        return look(answer);
    }

    /** Refuses whoever may not ask this, where the answer comes from elsewhere. */
    public void require(Question question) {
        guard.require(question);
    }

    /** Whether whoever asks may know of a fund, when all are asked about. */
    public boolean sees(FundId fund, Organisation organisation) {
        return guard.sees(fund, organisation);
    }

    /** How far the tables have come, which is nobody's secret. */
    public long position() {
        return look(Reads::position);
    }

    private <T> T look(Function<JdbcClient, T> question) {
        return Objects.requireNonNull(
                snapshot.execute(transaction -> {
                    if (transaction.isNewTransaction()) {
                        jdbc.sql(BEGIN).update();
                    }
                    return question.apply(jdbc);
                }));
    }

    /** A statement with the parameters {@code fund}, {@code effective} and {@code known}. */
    public static StatementSpec at(JdbcClient jdbc, String sql, FundId fund, AsOf asOf) {
        return at(jdbc.sql(sql).param("fund", fund.value()), asOf);
    }

    /**
     * A statement with the parameters {@code funds}, an array, {@code effective} and {@code known}.
     */
    public static StatementSpec at(
            JdbcClient jdbc, String sql, Collection<FundId> funds, AsOf asOf) {
        return at(
                jdbc.sql(sql)
                        .param("funds", funds.stream().map(FundId::value).toArray(String[]::new)),
                asOf);
    }

    /** The parameters {@code effective} and {@code known} of a statement. */
    public static StatementSpec at(StatementSpec statement, AsOf asOf) {
        return statement.param("effective", asOf.effective()).param("known", known(asOf));
    }

    /** The known-at instant as the database takes it. */
    public static OffsetDateTime known(AsOf asOf) {
        Instant known = asOf.known().isAfter(LATEST) ? LATEST : asOf.known();
        return OffsetDateTime.ofInstant(known, ZoneOffset.UTC);
    }

    /** The position of the last event whose facts a question sees; -1 for none. */
    public static long position(JdbcClient jdbc) {
        return jdbc.sql("select position from read.position").query(Long.class).single();
    }
}
