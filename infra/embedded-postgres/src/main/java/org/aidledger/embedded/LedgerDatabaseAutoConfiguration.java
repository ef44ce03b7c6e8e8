package org.aidledger.embedded;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Tells Spring Boot where the ledger's database is: the server that the settings name, or an
 * embedded one that lives as long as the application. Nothing behind it knows the difference.
 *
 * <p>There are two ways in: as the role that the ledger works as, which everybody gets who asks for
 * connection details, and as the owner of the tables of events, for who asks for {@value #OWNER}.
 * Where the settings name a standby too, it is told to who asks for {@value #REPLICA}.
 */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@EnableConfigurationProperties(LedgerDatabaseSettings.class)
public class LedgerDatabaseAutoConfiguration {

    /** Qualifier of the owner's connection details. */
    static final String OWNER = "ledgerOwner";

    /** Qualifier of a standby's connection details. */
    static final String REPLICA = "ledgerReplica";

    private static final String STANDBY = "ledger.db.read.url";

    /**
     * Spring closes what uses a bean before the bean itself: the data source and everything on it
     * end before the embedded server does.
     */
    @Bean
    @ConditionalOnMissingBean(JdbcConnectionDetails.class)
    LedgerDatabase ledgerDatabase(LedgerDatabaseSettings settings) {
        if (settings.namesServer()) {
            NamedServer.remember(settings.data(), settings.db().url());
            return LedgerDatabase.named(settings.db());
        }
        return LedgerDatabase.in(settings.data());
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

    @Bean(name = REPLICA, defaultCandidate = false)
    @Conditional(NamesStandby.class)
    JdbcConnectionDetails ledgerReplica(LedgerDatabase database) {
        return database.forQuestions()
                .orElseThrow(() ->
                        new EmbeddedPostgresException(
                                "LEDGER_DB_READ_URL names a standby of the server that"
                                        + " LEDGER_DB_URL names, and that one is not set"));
    }

    private static final class NamesStandby implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !context.getEnvironment().getProperty(STANDBY, "").isBlank();
        }
    }
}
