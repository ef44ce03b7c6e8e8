package org.aidledger.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.access.KeptRead;
import org.aidledger.access.KeptReads;
import org.aidledger.access.ReadFilter;
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

    private static final String BY_PERSON =
            " and (username = :person or position(lower(:person) in lower(actor)) > 0)";

    private static final String OF_KIND = " and kind = :kind";

    private static final String FROM = " and asked >= :from::date::timestamp at time zone 'UTC'";

    private static final String UNTIL =
            " and asked < (:to::date + 1)::timestamp at time zone 'UTC'";

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
    public List<KeptRead> find(ReadFilter wanted, Optional<Long> before, int limit) {
        StringBuilder sql = new StringBuilder(SELECT);
        Map<String, Object> values = new HashMap<>();
        values.put("before", before.orElse(-1L));
        values.put("rows", limit);
        restrict(sql, values, OF_FUND, "fund", wanted.fund());
        restrict(sql, values, BY_PERSON, "person", wanted.person());
        restrict(sql, values, OF_KIND, "kind", wanted.right());
        restrict(sql, values, FROM, "from", wanted.from().map(LocalDate::toString));
        restrict(sql, values, UNTIL, "to", wanted.to().map(LocalDate::toString));
        return jdbc.sql(sql.append(ORDER).toString())
                .params(values)
                .query((row, _) -> read(row))
                .list();
    }

    private static void restrict(
            StringBuilder sql,
            Map<String, Object> values,
            String condition,
            String name,
            Optional<String> value) {
        value.ifPresent(v -> {
            sql.append(condition);
            values.put(name, v);
        });
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
