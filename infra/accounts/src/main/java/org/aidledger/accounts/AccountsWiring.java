package org.aidledger.accounts;

import javax.sql.DataSource;
import org.aidledger.access.Accounts;
import org.aidledger.access.ApiTokens;
import org.aidledger.access.KeptReads;
import org.aidledger.event.BackedUp;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

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

    @Bean
    BackedUp peopleBackup() {
        return new PeopleBackup();
    }
}
