package org.aidledger.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.aidledger.access.ApiToken;
import org.aidledger.access.ApiTokens;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tokens as rows. */
final class JdbcTokens implements ApiTokens {

    private static final String SELECT =
            "select id, username, note, sha256, created, expires, revoked from people.token ";

    private static final String INSERT =
            """
            insert into people.token (id, username, note, sha256, created, expires)
            values (:id, :user, :note, :sha256, :created, :expires)
            on conflict do nothing
            """;

    private static final String REVOKE =
            """
            update people.token
            set revoked = coalesce(revoked, :now)
            where id = :id and (:user = '' or username = :user)
            """;

    private final JdbcClient jdbc;

    JdbcTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<ApiToken> find(String sha256) {
        return jdbc.sql(SELECT + "where sha256 = :sha256")
                .param("sha256", sha256)
                .query((row, _) -> token(row))
                .optional();
    }

    @Override
    public List<ApiToken> all(Optional<String> user) {
        return jdbc.sql(SELECT + "where :user = '' or username = :user order by created desc, id")
                .param("user", user.orElse(""))
                .query((row, _) -> token(row))
                .list();
    }

    @Override
    public void add(ApiToken token) {
        jdbc.sql(INSERT)
                .param("id", token.id())
                .param("user", token.user())
                .param("note", token.note())
                .param("sha256", token.sha256())
                .param("created", JdbcAccounts.time(token.created()))
                .param("expires", JdbcAccounts.time(token.expires()))
                .update();
    }

    @Override
    public boolean revoke(String id, Optional<String> user, Instant now) {
        return jdbc.sql(REVOKE)
                        .param("id", id)
                        .param("user", user.orElse(""))
                        .param("now", JdbcAccounts.time(now))
                        .update()
                == 1;
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        return new ApiToken(
                row.getString("id"),
                row.getString("username"),
                row.getString("note"),
                row.getString("sha256"),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                row.getObject("expires", OffsetDateTime.class).toInstant(),
                JdbcAccounts.instant(row, "revoked"));
    }
}
