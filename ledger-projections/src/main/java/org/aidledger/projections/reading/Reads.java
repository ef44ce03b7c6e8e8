package org.aidledger.projections.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.aidledger.access.Question;
import org.aidledger.access.ReadGuard;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.fund.Organisation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Answers each question from one snapshot of the read tables, of the primary or, within an {@link
 * Answer}, of the replica if there is one that has come far enough.
 *
 * <p>There is no way to an answer but through the guard.
 */
public final class Reads {

    /** Later than anything that is recorded; the database knows no later instants. */
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final Snapshots primary;
    private final Optional<Replica> replica;
    private final ReadGuard guard;

    public Reads(DataSource dataSource, ReadGuard guard) {
        this(dataSource, Optional.empty(), guard);
    }

    /**
     * @param primary the server on which the read tables are written
     * @param replica one that follows it
     */
    public Reads(DataSource primary, Optional<Replica> replica, ReadGuard guard) {
        this.primary = new Snapshots(primary);
        this.replica = replica;
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

    /** How far the tables of the primary have come, which is nobody's secret. */
    public long position() {
        return primary.look(_ -> {}, Reads::position);
    }

    /**
     * From now on no answer is older than a position, which the primary holds. Waits a little for
     * the replica, so that answers can go on coming from there.
     *
     * @param atMost longest wait
     */
    public void promise(long position, Duration atMost) throws InterruptedException {
        if (replica.isPresent()) {
            replica.get().promise(position, atMost);
        }
    }

    private <T> T look(Function<JdbcClient, T> question) {
        Optional<Answer> answer = Answer.current();
        if (replica.isPresent() && answer.isPresent() && !primary.isOpen()) {
            Optional<T> answered = replica.get().look(answer.get(), question);
            if (answered.isPresent()) {
                return answered.get();
            }
        }
        return primary.look(position -> answer.ifPresent(a -> a.sees(position)), question);
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
