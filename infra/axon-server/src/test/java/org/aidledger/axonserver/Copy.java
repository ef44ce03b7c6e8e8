package org.aidledger.axonserver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.aidledger.embedded.TestPostgres.Database;
import org.aidledger.eventstore.TestTables;
import org.aidledger.eventstore.append.Access;
import org.aidledger.eventstore.append.Mirror;
import org.aidledger.eventstore.append.NewEvent;
import org.aidledger.eventstore.read.EventRows;
import org.aidledger.proof.StoredEvent;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database with a copy of a fake Axon Server's events, and nodes that make it. */
final class Copy implements AutoCloseable {

    static final Duration LONG = Duration.ofSeconds(20);

    private final FakeAxonServer server;
    private final Database database = TestTables.fresh();
    private final List<Node> nodes = new ArrayList<>();

    Copy(FakeAxonServer server) {
        this.server = server;
    }

    /**
     * A node's part in copying.
     *
     * @param told positions that it told its own readers of, events and all
     */
    record Node(Copyist copyist, Underway underway, List<Long> told) {}

    /** A node that copies. */
    Node node() throws SQLException {
        Node node = idle();
        node.copyist().start();
        return node;
    }

    /** A node that does not begin to copy. */
    Node idle() throws SQLException {
        Channel channel = server.channel();
        Underway underway = new Underway();
        List<Long> told = new CopyOnWriteArrayList<>();
        Own own =
                new Own(
                        underway,
                        (first, events, _) -> {
                            for (int i = 0; i < events.size(); i++) {
                                told.add(first + i);
                            }
                        },
                        () -> {});
        Opening opening = new Opening(link(), channel);
        EventRows rows = new EventRows(dataSource());
        Mirror mirror = mirror();
        Node node =
                new Node(
                        new Copyist(
                                channel,
                                mirror,
                                own,
                                head -> opening.requireSameLedger(rows, head, channel.lastToken()),
                                mirror.head()),
                        underway,
                        told);
        nodes.add(node);
        return node;
    }

    static Link link() {
        return new Link(
                new AxonServerSettings(
                        "fake:1",
                        "default",
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        false,
                        false),
                "test");
    }

    Mirror mirror() {
        return new Mirror(
                new Access(database.jdbcUrl(), database.user(), database.password()), "test", LONG);
    }

    DataSource dataSource() {
        return new DriverManagerDataSource(
                database.jdbcUrl(), database.user(), database.password());
    }

    JdbcClient sql() {
        return JdbcClient.create(dataSource());
    }

    List<StoredEvent> events() {
        return new EventRows(dataSource()).bytesAfter(-1, 100_000);
    }

    static List<NewEvent> events(String stream, long first, int count) {
        List<NewEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            var message = new GenericDomainEventMessage<>("Fund", stream, first + i, "payload");
            events.add(
                    new NewEvent(
                            message,
                            UUID.fromString(message.getIdentifier()),
                            "fund.funds-received",
                            "1",
                            ("{\"of\":\"" + stream + "\"}").getBytes(UTF_8),
                            "{}".getBytes(UTF_8)));
        }
        return events;
    }

    @Override
    public void close() {
        nodes.forEach(node -> node.copyist().close());
    }
}
