package org.aidledger.axonserver;

import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.aidledger.eventstore.EventStoreWiring;
import org.aidledger.eventstore.EventTables;
import org.aidledger.eventstore.KeptElsewhere;
import org.aidledger.eventstore.NodeName;
import org.aidledger.eventstore.append.Access;
import org.aidledger.eventstore.append.AppendLimits;
import org.aidledger.eventstore.append.Book;
import org.aidledger.eventstore.append.CommitListener;
import org.aidledger.eventstore.append.Mirror;
import org.aidledger.eventstore.log.Original;
import org.aidledger.eventstore.read.EventRows;
import org.aidledger.eventstore.read.Tail;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Puts Axon Server in the place of the tables of events, where the setting says so. */
@AutoConfiguration(before = EventStoreWiring.class)
@ConditionalOnProperty(name = "ledger.store", havingValue = "axon-server")
@EnableConfigurationProperties(AxonServerSettings.class)
@Import(RoutingWiring.class)
public class AxonServerWiring {

    private static final Duration SLOWEST_ANSWER = AppendLimits.USUAL.slowestAnswer();

    @Bean
    Link axonServerLink(AxonServerSettings settings, NodeName node) {
        return new Link(settings, node.value());
    }

    @Bean
    Channel axonServerChannel(Link link) {
        return new Channel(link.connection(), SLOWEST_ANSWER);
    }

    @Bean
    Underway eventsUnderway() {
        return new Underway();
    }

    /** Has copied all that was there. The book closes it. */
    @Bean(destroyMethod = "")
    Copyist copyist(
            EventTables tables,
            DataSource dataSource,
            Access access,
            AxonServerSettings settings,
            NodeName node,
            EventRows rows,
            Link link,
            Channel channel,
            Underway underway,
            CommitListener commits,
            Tail tail)
            throws SQLException, InterruptedException {
        Mirror mirror = new Mirror(access, node.value(), SLOWEST_ANSWER);
        Opening opening = new Opening(link, channel);
        long last = opening.lastToken();
        Mirror.Head head = mirror.head();
        opening.requireSameLedger(rows, head, last);
        if (!settings.newCopy()) {
            opening.requireNoNewCopy(head, last);
        }
        KeptElsewhere.note(dataSource, "Axon Server (%s)".formatted(link));
        Copyist copyist =
                new Copyist(
                        channel,
                        mirror,
                        new Own(underway, commits, tail::stir),
                        copied -> opening.requireSameLedger(rows, copied, channel.lastToken()),
                        head);
        copyist.start();
        opening.catchUp(copyist, last);
        return copyist;
    }

    /** The writer closes it. */
    @Bean(destroyMethod = "")
    Book axonServerBook(
            Access access,
            NodeName node,
            Channel channel,
            Copyist copyist,
            Underway underway,
            CommitListener commits) {
        return new AxonServerBook(
                channel,
                copyist,
                underway,
                new Mirror(access, node.value(), SLOWEST_ANSWER),
                commits,
                SLOWEST_ANSWER);
    }

    @Bean
    Original axonServerOriginal(Channel channel) {
        return new AxonServerOriginal(channel);
    }

    @Bean
    HealthIndicator axonServer(Link link, Channel channel, Copyist copyist, Underway underway) {
        return new AxonServerHealth(link, channel, copyist, underway);
    }
}
