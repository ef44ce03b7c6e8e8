package org.aidledger.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.aidledger.access.Account;
import org.aidledger.access.Accounts;
import org.aidledger.access.Role;
import org.aidledger.access.Scope;
import org.aidledger.event.Actor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The accounts as rows. */
final class JdbcAccounts implements Accounts {

    private static final String SELECT =
            """
            select username, actor, roles, scope, records_for_others, password_hash, must_change,
                   locked_until, failures, demo
            from people.account
            """;

    private static final String INSERT =
            """
            insert into people.account (username, actor, roles, scope, records_for_others,
                                        password_hash, must_change, locked_until, failures, demo)
            values (:user, :actor, :roles, :scope, :recordsForOthers,
                    :passwordHash, :mustChange, null, 0, :demo)
            on conflict do nothing
            """;

    private static final String UPDATE =
            """
            update people.account
            set actor = :actor, roles = :roles, scope = :scope,
                records_for_others = :recordsForOthers
            where username = :user
            """;

    private static final String PASSWORD =
            """
            update people.account
            set password_hash = :passwordHash, must_change = :mustChange,
                failures = 0, locked_until = null
            where username = :user
            """;

    private static final String LOCK =
            "update people.account set locked_until = :until, failures = 0 where username = :user";

    /** Sign-ins may fail on several nodes at once: the database counts. */
    private static final String FAILED =
            """
            update people.account
            set failures = case when failures + 1 >= :most then 0 else failures + 1 end,
                locked_until = case when failures + 1 >= :most then :until else locked_until end
            where username = :user
            """;

    private static final String SUCCEEDED =
            """
            update people.account
            set failures = 0, locked_until = null
            where username = :user and (failures > 0 or locked_until is not null)
            """;

    private final JdbcClient jdbc;

    JdbcAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Account> find(String user) {
        if (user.indexOf('\0') >= 0) {
            return Optional.empty(); // the database has no such texts, and would not be asked
        }
        return jdbc.sql(SELECT + " where username = :user")
                .param("user", user)
                .query((row, _) -> account(row))
                .optional();
    }

    @Override
    public List<Account> all() {
        return jdbc.sql(SELECT + " order by username").query((row, _) -> account(row)).list();
    }

    @Override
    public boolean add(Account account) {
        return described(INSERT, account)
                        .param("passwordHash", account.passwordHash())
                        .param("mustChange", account.mustChangePassword())
                        .param("demo", account.demo())
                        .update()
                == 1;
    }

    @Override
    public boolean change(Account account) {
        try {
            return described(UPDATE, account).update() == 1;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    private JdbcClient.StatementSpec described(String sql, Account account) {
        return jdbc.sql(sql)
                .param("user", account.user())
                .param("actor", account.actor().name())
                .param(
                        "roles",
                        account.roles().stream()
                                .sorted()
                                .map(Role::toString)
                                .toArray(String[]::new))
                .param("scope", account.scope().written().toArray(String[]::new))
                .param("recordsForOthers", account.recordsForOthers());
    }

    @Override
    public void setPassword(String user, String passwordHash, boolean mustChange) {
        jdbc.sql(PASSWORD)
                .param("user", user)
                .param("passwordHash", passwordHash)
                .param("mustChange", mustChange)
                .update();
    }

    @Override
    public void lock(String user, Optional<Instant> until) {
        jdbc.sql(LOCK)
                .param("user", user)
                .param("until", until.map(JdbcAccounts::time).orElse(null))
                .update();
    }

    @Override
    public void failed(String user, Instant now, int most, Duration lock) {
        jdbc.sql(FAILED)
                .param("user", user)
                .param("most", most)
                .param("until", time(now.plus(lock)))
                .update();
    }

    @Override
    public void succeeded(String user) {
        jdbc.sql(SUCCEEDED).param("user", user).update();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("username"),
                new Actor(row.getString("actor")),
                roles(texts(row, "roles")),
                Scope.of(texts(row, "scope")),
                row.getBoolean("records_for_others"),
                row.getString("password_hash"),
                row.getBoolean("must_change"),
                instant(row, "locked_until"),
                row.getInt("failures"),
                row.getBoolean("demo"));
    }

    /** A role that this release does not know gives no rights. */
    private static Set<Role> roles(List<String> written) {
        return written.stream()
                .flatMap(name -> Role.named(name).stream())
                .collect(Collectors.toSet());
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
