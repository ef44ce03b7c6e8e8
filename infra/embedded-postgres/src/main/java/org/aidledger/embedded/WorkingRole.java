package org.aidledger.embedded;

import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;

/**
 * The role that the ledger works as on its embedded server. It may log in and make tables of its
 * own; what it may do with the tables of events is their owner's to say. Its password is another
 * one at every start and is written down nowhere.
 */
record WorkingRole(String name, String password) {

    private static final String NAME = EmbeddedPostgres.WORKING_ROLE;
    private static final int PASSWORD_BYTES = 24;

    private static final String TELL =
            "select set_config('working.role', ?, false), set_config('working.password', ?, false)";

    private static final String MAKE =
            """
            do $$
            declare
                worker text := current_setting('working.role');
            begin
                if not exists (select from pg_roles where rolname = worker) then
                    execute format('create role %I', worker);
                end if;
                execute format('alter role %I login nosuperuser nocreatedb nocreaterole'
                               ' noreplication nobypassrls password %L',
                               worker, current_setting('working.password'));
                execute format('grant connect, create, temporary on database %I to %I',
                               current_database(), worker);
            end $$
            """;

    /** Made, if need be, and given a new password. */
    static WorkingRole of(EmbeddedPostgres server) {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        try (var connection =
                        DriverManager.getConnection(
                                server.jdbcUrl(), server.user(), server.password());
                var tell = connection.prepareStatement(TELL);
                var make = connection.createStatement()) {
            tell.setString(1, NAME);
            tell.setString(2, password);
            tell.execute();
            make.execute(MAKE);
            return new WorkingRole(NAME, password);
        } catch (SQLException e) {
            throw new EmbeddedPostgresException(
                    "the role %s could not be made: %s".formatted(NAME, e.getMessage()), e);
        }
    }

    @Override
    public String toString() {
        return name; // never the password
    }
}
