package org.aidledger.axonserver;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aidledger.event.MigrationRefused;
import org.aidledger.eventstore.Elsewhere;
import org.aidledger.eventstore.append.AppendLimits;
import org.aidledger.eventstore.append.NotWritten;
import org.aidledger.proof.StoredEvent;

/**
 * Axon Server for a migration, at {@code axon-server:HOST:PORT[,HOST:PORT…][/CONTEXT]}; token and
 * TLS come from the environment, as for the ledger itself.
 */
public final class AxonServerElsewhere implements Elsewhere {

    private static final String KIND = "axon-server:";
    private static final String SERVERS = "[^/:,]+:[0-9]+(,[^/:,]+:[0-9]+)*";

    /** For {@link java.util.ServiceLoader}. */
    public AxonServerElsewhere() {}

    @Override
    public Optional<Store> at(String place) {
        return place.startsWith(KIND)
                ? Optional.of(open(place.substring(KIND.length())))
                : Optional.empty();
    }

    private static Store open(String place) {
        int slash = place.indexOf('/');
        String servers = slash < 0 ? place : place.substring(0, slash);
        if (!servers.matches(SERVERS)) {
            throw new MigrationRefused(
                    "say where Axon Server is, such as axon-server:axon.example:8124, not "
                            + place);
        }
        Link link =
                new Link(
                        new AxonServerSettings(
                                servers,
                                slash < 0 ? "default" : place.substring(slash + 1),
                                environment("LEDGER_AXONSERVER_TOKEN"),
                                environment("LEDGER_AXONSERVER_TLS")
                                        .map(Boolean::parseBoolean)
                                        .orElse(false),
                                environment("LEDGER_AXONSERVER_CERTIFICATE").map(Path::of),
                                false,
                                false),
                        "migration-" + UUID.randomUUID());
        try {
            return new OpenStore(link);
        } catch (RuntimeException e) {
            link.close();
            throw e;
        }
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    private static final class OpenStore implements Store {

        private final Link link;
        private final Channel channel;
        private final long count;

        OpenStore(Link link) {
            this.link = link;
            this.channel = new Channel(link.connection(), AppendLimits.USUAL.slowestAnswer());
            try {
                this.count = new Opening(link, channel).lastToken() + 1;
            } catch (IllegalStateException e) {
                throw new MigrationRefused(String.valueOf(e.getMessage()), e);
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }

        @Override
        public long count() {
            return count;
        }

        @Override
        public void append(List<StoredEvent> events) {
            try {
                channel.append(events.stream().map(EventForm::of).toList());
            } catch (NotWritten e) {
                throw new MigrationRefused(
                        "%s did not take the events from position %s on; what it took stays, run this again: %s"
                                .formatted(link, events.getFirst().position(), e.getMessage()),
                        e);
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }

        private static MigrationRefused interrupted(InterruptedException e) {
            Thread.currentThread().interrupt();
            return new MigrationRefused("stopped", e);
        }

        @Override
        public Reading read() {
            return new AxonServerOriginal(channel).read();
        }

        @Override
        public void close() {
            link.close();
        }

        @Override
        public String toString() {
            return "Axon Server (%s)".formatted(link);
        }
    }
}
