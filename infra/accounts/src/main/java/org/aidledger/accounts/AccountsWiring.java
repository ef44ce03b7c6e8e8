package org.aidledger.accounts;

import javax.sql.DataSource;
import org.aidledger.access.Accounts;
import org.aidledger.access.ApiTokens;
import org.aidledger.access.KeptReads;
import org.aidledger.event.BackedUp;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** Offers what is kept about people. */
@AutoConfiguration(
        afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
public class AccountsWiring {

    @Bean
    PeopleTables peopleTables(DataSource dataSource) {
        return PeopleTables.migrated(dataSource);
    }

    @Bean
    Accounts accounts(PeopleTables tables) {
        return new JdbcAccounts(tables.jdbc());
    }

    @Bean
    ApiTokens apiTokens(PeopleTables tables) {
        return new JdbcTokens(tables.jdbc());
    }

    @Bean
    KeptReads keptReads(PeopleTables tables) {
        return new JdbcReads(tables.jdbc());
    }

    /** Two requests of one browser may bring the same news to a session at once. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsAtOnce(PeopleTables tables) {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    @Bean
    BackedUp peopleBackup() {
        return new PeopleBackup();
    }
}
