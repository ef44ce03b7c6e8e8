package org.aidledger.eventstore.log;

import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.aidledger.eventstore.payee.MasterKeys;
import org.aidledger.eventstore.read.EventRows;
import org.aidledger.eventstore.read.Tail;
import org.aidledger.proof.TransparencyLog;
import org.aidledger.proof.Verification;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** Puts the transparency log together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LogSettings.class)
public class LogWiring {

    /** Name of the bean that has to end after the last event was stored. */
    public static final String FOLLOWER = "logFollower";

    private static final String TABLES = "eventTables";

    @Bean
    @DependsOn(TABLES)
    StoredCheckpoints storedCheckpoints(DataSource dataSource) {
        return new StoredCheckpoints(dataSource);
    }

    @Bean
    @DependsOn(TABLES)
    StoredTiles storedTiles(DataSource dataSource) {
        return new StoredTiles(dataSource);
    }

    @Bean
    LogKeys logKeys(
            LogSettings settings,
            StoredCheckpoints checkpoints,
            @Value("${ledger.data:data}") Path dataFolder) {
        LogKeys keys = LogKeys.of(settings, dataFolder, checkpoints);
        keys.signing().forEach(key -> checkpoints.use(key.verifier()));
        return keys;
    }

    @Bean
    JustStored justStored() {
        return new JustStored();
    }

    @Bean(FOLLOWER)
    LogFollower logFollower(
            EventRows rows,
            Tail tail,
            JustStored justStored,
            StoredTiles tiles,
            StoredCheckpoints checkpoints,
            LogKeys keys,
            LogSettings settings) {
        return LogFollower.start(
                rows,
                tail,
                justStored,
                tiles,
                tree -> new Signing(tree, checkpoints, keys),
                settings.every());
    }

    @Bean
    TransparencyLog transparencyLog(
            LogFollower follower,
            StoredCheckpoints checkpoints,
            EventRows rows,
            LogKeys keys,
            LogSettings settings) {
        return new StoredLog(follower, checkpoints, rows, keys, StoredLog.witnesses(settings));
    }

    @Bean
    HealthIndicator log(TransparencyLog log) {
        return new LogHealth(log);
    }

    @Bean
    Verification verification(
            EventRows rows,
            StoredTiles tiles,
            StoredCheckpoints checkpoints,
            DataSource dataSource,
            MasterKeys masters,
            ObjectProvider<Original> original) {
        return new DatabaseVerification(
                rows,
                tiles,
                checkpoints,
                dataSource,
                masters,
                Optional.ofNullable(original.getIfAvailable()));
    }
}
