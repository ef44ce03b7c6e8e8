package org.aidledger.embedded;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;

/**
 * Tells Spring Boot where the ledger's database is: the server that the settings name, or an
 * embedded one that lives as long as the application. Nothing behind it knows the difference.
 */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@EnableConfigurationProperties(LedgerDatabaseSettings.class)
public class LedgerDatabaseAutoConfiguration {

    /**
     * Spring closes what uses a bean before the bean itself: the data source and everything on it
     * end before the embedded server does.
     */
    @Bean
    @ConditionalOnMissingBean
    JdbcConnectionDetails ledgerDatabase(LedgerDatabaseSettings settings) {
        return settings.namesServer()
                ? new NamedServer(settings.db())
                : new EmbeddedServer(EmbeddedPostgres.start(settings.data()));
    }

    private record NamedServer(LedgerDatabaseSettings.Server server)
            implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return server.url();
        }

        @Override
        public String getUsername() {
            return server.user();
        }

        @Override
        public String getPassword() {
            return server.password();
        }
    }

    private record EmbeddedServer(EmbeddedPostgres server)
            implements JdbcConnectionDetails, AutoCloseable {

        @Override
        public String getJdbcUrl() {
            return server.jdbcUrl();
        }

        @Override
        public String getUsername() {
            return server.user();
        }

        @Override
        public String getPassword() {
            return server.password();
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
