package org.aidledger.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.aidledger.access.KeptRead;
import org.aidledger.access.KeptReads;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was asked, as rows. */
final class JdbcReads implements KeptReads {

    /** One statement for many, in their order. */
    private static final String INSERT =
            """
            insert into people.kept_read (asked, username, actor, kind, fund, as_of, known_at,
                                          figure)
            select asked, username, actor, kind, fund, as_of, known_at, figure
            from unnest(:asked::timestamptz[], :users::text[], :actors::text[], :kinds::text[],
                        :funds::text[], :dates::date[], :known::timestamptz[], :figures::text[])
                 with ordinality
                 as r(asked, username, actor, kind, fund, as_of, known_at, figure, place)
            order by place
            """;

    private static final String SELECT =
            """
            select number, asked, username, actor, kind, fund, as_of, known_at, figure
            from people.kept_read
            where (:before < 0 or number < :before)
            """;

    private static final String OF_FUND = " and (fund = :fund or fund is null)";

    private static final String ORDER = " order by number desc limit :rows";

    private final JdbcClient jdbc;

    JdbcReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(List<KeptRead> reads) {
        jdbc.sql(INSERT)
                .param(
                        "asked",
                        reads.stream().map(r -> r.asked().toString()).toArray(String[]::new))
                .param("users", reads.stream().map(KeptRead::user).toArray(String[]::new))
                .param("actors", reads.stream().map(KeptRead::actor).toArray(String[]::new))
                .param("kinds", reads.stream().map(KeptRead::right).toArray(String[]::new))
                .param(
                        "funds",
                        reads.stream().map(r -> r.fund().orElse(null)).toArray(String[]::new))
                .param(
                        "dates",
                        reads.stream()
                                .map(r -> r.asOf().map(LocalDate::toString).orElse(null))
                                .toArray(String[]::new))
                .param(
                        "known",
                        reads.stream()
                                .map(r -> r.knownAt().map(JdbcReads::known).orElse(null))
                                .toArray(String[]::new))
                .param("figures", reads.stream().map(KeptRead::figure).toArray(String[]::new))
                .update();
    }

    /** The database knows no later instants than some; those mean "whatever is known". */
    private static String known(java.time.Instant instant) {
        java.time.Instant latest = java.time.Instant.parse("9999-12-31T00:00:00Z");
        return (instant.isAfter(latest) ? latest : instant).toString();
    }

    @Override
    public List<KeptRead> find(Optional<String> fund, Optional<Long> before, int limit) {
        String sql = SELECT + (fund.isPresent() ? OF_FUND : "") + ORDER;
        JdbcClient.StatementSpec statement =
                jdbc.sql(sql).param("before", before.orElse(-1L)).param("rows", limit);
        return fund.map(f -> statement.param("fund", f))
                .orElse(statement)
                .query((row, _) -> read(row))
                .list();
    }

    private static KeptRead read(ResultSet row) throws SQLException {
        return new KeptRead(
                row.getLong("number"),
                row.getObject("asked", OffsetDateTime.class).toInstant(),
                row.getString("username"),
                row.getString("actor"),
                row.getString("kind"),
                Optional.ofNullable(row.getString("fund")),
                Optional.ofNullable(row.getObject("as_of", LocalDate.class)),
                JdbcAccounts.instant(row, "known_at"),
                row.getString("figure"));
    }
}
