package org.aidledger.projections.snapshots;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.access.Denial.OutsideScope;
import org.aidledger.access.Question;
import org.aidledger.access.Right;
import org.aidledger.event.Actor;
import org.aidledger.event.PostingId;
import org.aidledger.event.Voucher;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.Indicator;
import org.aidledger.projections.Cursor;
import org.aidledger.projections.Page;
import org.aidledger.projections.reading.Reads;
import org.aidledger.snapshot.SnapshotDigest;
import org.aidledger.snapshot.SnapshotEvent.SnapshotFrozen;
import org.aidledger.snapshot.SnapshotId;
import org.aidledger.snapshot.SnapshotKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads which snapshots there are. Whoever does not see all of its funds sees none of it. */
public final class SnapshotRegister {

    private static final Question ABOUT_ALL =
            new Question(Right.FIGURES, Optional.empty(), Optional.empty());

    private static final String FROZEN =
            """
            select snapshot
            from read.snapshot
            where stage = 'FROZEN' and (:after < 0 or position < :after) and funds <@ cast(:funds as text[])
                and (:kind = '' or kind = :kind)
            order by position desc
            limit :rows
            """;

    private static final String STAGES =
            """
            select position, effective, recorded, snapshot, stage, kind, title, as_of, known_at,
                   recorded_up_to, funds, ranked_by, actor, role, posting_id, digest, signatures,
                   note
            from read.snapshot
            where snapshot = any(:snapshots)
            order by position, line
            """;

    private final Reads reads;

    public SnapshotRegister(Reads reads) {
        this.reads = reads;
    }

    /**
     * Snapshots, the latest first.
     *
     * @param kind only those of one kind
     */
    public Page<RegisteredSnapshot> page(Optional<SnapshotKind> kind, Cursor after, int limit) {
        List<RegisteredSnapshot> rows =
                reads.ask(
                        ABOUT_ALL,
                        jdbc -> {
                            List<String> ids =
                                    jdbc.sql(FROZEN)
                                            .param("after", after.position())
                                            .param("funds", SeenFunds.of(reads, jdbc))
                                            .param("kind", kind.map(Enum::name).orElse(""))
                                            .param("rows", limit + 1)
                                            .query((row, _) -> row.getString("snapshot"))
                                            .list();
                            Map<String, RegisteredSnapshot> found = registered(jdbc, ids);
                            return ids.stream()
                                    .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                                    .toList();
                        });
        return Page.of(rows, limit, r -> new Cursor(r.position(), 0));
    }

    /**
     * One snapshot; empty if there is none.
     *
     * @throws org.aidledger.rejection.CommandRejected if whoever asks does not see all its funds
     */
    public Optional<RegisteredSnapshot> find(SnapshotId id) {
        return reads.ask(
                ABOUT_ALL,
                jdbc -> {
                    Optional<RegisteredSnapshot> found =
                            Optional.ofNullable(
                                    registered(jdbc, List.of(id.value())).get(id.value()));
                    found.ifPresent(s -> {
                        List<String> visible = Arrays.asList(SeenFunds.of(reads, jdbc));
                        boolean all =
                                s.frozen().funds().stream()
                                        .allMatch(f -> visible.contains(f.value()));
                        if (!all) {
                            throw new OutsideScope("all funds of the snapshot " + id).asException();
                        }
                    });
                    return found;
                });
    }

    private static Map<String, RegisteredSnapshot> registered(
            JdbcClient jdbc, Collection<String> ids) {
        Map<String, RegisteredSnapshot> found = new LinkedHashMap<>();
        jdbc
                .sql(STAGES)
                .param("snapshots", ids.toArray(String[]::new))
                .query(Row::read)
                .list()
                .stream()
                .collect(groupingBy(Row::snapshot, LinkedHashMap::new, toList()))
                .forEach((id, stages) -> found.put(id, registered(stages)));
        return found;
    }

    private static RegisteredSnapshot registered(List<Row> stages) {
        Row first = stages.getFirst();
        SnapshotFrozen frozen = first.frozen();
        return new RegisteredSnapshot(
                frozen,
                first.position(),
                first.recorded(),
                stage(stages, SnapshotProjection.SIGNED)
                        .map(r ->
                                new RegisteredSnapshot.Signed(
                                        r.actor(),
                                        r.role(),
                                        r.effective(),
                                        r.recorded(),
                                        r.position(),
                                        r.signatures())),
                stage(stages, SnapshotProjection.WITHDRAWN)
                        .map(r ->
                                new RegisteredSnapshot.Withdrawn(
                                        r.actor(),
                                        r.role(),
                                        r.effective(),
                                        r.recorded(),
                                        r.position(),
                                        r.note())));
    }

    private static Optional<Row> stage(List<Row> stages, String name) {
        return stages.stream().filter(r -> r.stage().equals(name)).findFirst();
    }

    private record Row(
            long position,
            LocalDate effective,
            Instant recorded,
            String snapshot,
            String stage,
            String kind,
            String title,
            LocalDate asOf,
            Instant knownAt,
            Instant recordedUpTo,
            List<String> funds,
            String rankedBy,
            String actor,
            String role,
            String postingId,
            String digest,
            List<String> signatures,
            String note) {

        static Row read(ResultSet row, int number) throws SQLException {
            return new Row(
                    row.getLong("position"),
                    row.getObject("effective", LocalDate.class),
                    instant(row, "recorded"),
                    row.getString("snapshot"),
                    row.getString("stage"),
                    row.getString("kind"),
                    row.getString("title"),
                    row.getObject("as_of", LocalDate.class),
                    instant(row, "known_at"),
                    instant(row, "recorded_up_to"),
                    texts(row.getArray("funds")),
                    row.getString("ranked_by"),
                    row.getString("actor"),
                    row.getString("role"),
                    row.getString("posting_id"),
                    row.getString("digest"),
                    texts(row.getArray("signatures")),
                    row.getString("note"));
        }

        private static Instant instant(ResultSet row, String column) throws SQLException {
            return row.getObject(column, OffsetDateTime.class).toInstant();
        }

        private static List<String> texts(Array array) throws SQLException {
            return List.of((String[]) array.getArray());
        }

        /** The event as far as the register keeps it: without papers and approvals. */
        SnapshotFrozen frozen() {
            return new SnapshotFrozen(
                    new SnapshotId(snapshot),
                    new Voucher(
                            new PostingId(postingId),
                            effective,
                            new Actor(actor),
                            List.of(),
                            List.of(),
                            note),
                    SnapshotKind.valueOf(kind),
                    title,
                    asOf,
                    knownAt,
                    recordedUpTo,
                    funds.stream().map(FundId::new).toList(),
                    Indicator.Code.valueOf(rankedBy),
                    role,
                    new SnapshotDigest(digest));
        }
    }
}
