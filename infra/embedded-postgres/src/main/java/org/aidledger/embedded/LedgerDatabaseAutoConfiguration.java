package org.aidledger.embedded;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;

/**
 * Tells Spring Boot where the ledger's database is: the server that the settings name, or an
 * embedded one that lives as long as the application. Nothing behind it knows the difference.
 *
 * <p>There are two ways in: as the role that the ledger works as, which everybody gets who asks for
 * connection details, and as the owner of the tables of events, for who asks for {@value #OWNER}.
 */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@EnableConfigurationProperties(LedgerDatabaseSettings.class)
public class LedgerDatabaseAutoConfiguration {

    /** Qualifier of the owner's connection details. */
    static final String OWNER = "ledgerOwner";

    /**
     * Spring closes what uses a bean before the bean itself: the data source and everything on it
     * end before the embedded server does.
     */
    @Bean
    @ConditionalOnMissingBean(JdbcConnectionDetails.class)
    LedgerDatabase ledgerDatabase(LedgerDatabaseSettings settings) {
        return settings.namesServer()
                ? LedgerDatabase.named(settings.db())
                : LedgerDatabase.embedded(EmbeddedPostgres.start(settings.data()));
    }

    @Bean
    @ConditionalOnBean(LedgerDatabase.class)
    JdbcConnectionDetails ledgerConnection(LedgerDatabase database) {
        return database.forWork();
    }

    @Bean(name = OWNER, defaultCandidate = false)
    @ConditionalOnBean(LedgerDatabase.class)
    JdbcConnectionDetails ledgerOwner(LedgerDatabase database) {
        return database.forOwner();
    }
}
