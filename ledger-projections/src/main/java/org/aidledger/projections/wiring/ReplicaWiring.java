package org.aidledger.projections.wiring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.aidledger.projections.reading.Replica;
import org.aidledger.projections.writing.ReadModel;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A standby of the database for questions, where the settings name one. */
@Configuration(proxyBeanMethods = false)
class ReplicaWiring {

    private static final int CONNECTIONS = 10;

    /** Whoever reads waits no longer for it, and is answered by the primary. */
    private static final Duration CONNECT = Duration.ofSeconds(1);

    private static final Duration SILENCE = Duration.ofSeconds(30);

    @Bean
    @ConditionalOnBean(name = "ledgerReplica")
    Replica standby(
            DataSource dataSource,
            @Qualifier("ledgerReplica") JdbcConnectionDetails address,
            @Value("${ledger.db.read.most-behind:5s}") Duration mostBehind,
            ReadModel migrated) {
        HikariDataSource connections = new HikariDataSource(connections(address));
        return new Replica(dataSource, connections, mostBehind, connections::close);
    }

    /** Not a bean: nobody shall take it for the ledger's data source, or the ledger for ill. */
    private static HikariConfig connections(JdbcConnectionDetails standby) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("replica");
        config.setJdbcUrl(standby.getJdbcUrl());
        config.setUsername(standby.getUsername());
        config.setPassword(standby.getPassword());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECT.toMillis());
        config.setInitializationFailTimeout(-1); // it may be away when the ledger starts
        config.addDataSourceProperty("connectTimeout", CONNECT.toSeconds());
        config.addDataSourceProperty("socketTimeout", SILENCE.toSeconds());
        return config;
    }
}
