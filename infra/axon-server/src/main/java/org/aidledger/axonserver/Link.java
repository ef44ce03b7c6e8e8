package org.aidledger.axonserver;

import io.axoniq.axonserver.connector.AxonServerConnection;
import java.nio.file.Path;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;

/**
 * The connection to Axon Server. It stays until the last event is copied, which is after Axon ended
 * what it manages; so it is no component of Axon's.
 */
final class Link implements AutoCloseable {

    private static final long RECONNECT_MILLIS = 500;

    private final AxonServerConfiguration configuration;
    private final AxonServerConnectionManager manager;

    /**
     * @param node what this node calls itself
     */
    Link(AxonServerSettings settings, String node) {
        configuration =
                AxonServerConfiguration.builder()
                        .componentName("aid-ledger")
                        .clientId("aid-ledger-" + node)
                        .servers(settings.servers())
                        .context(settings.context())
                        .build();
        settings.token().filter(token -> !token.isBlank()).ifPresent(configuration::setToken);
        configuration.setSslEnabled(settings.tls());
        settings.certificate().map(Path::toString).ifPresent(configuration::setCertFile);
        configuration.setReconnectInterval(RECONNECT_MILLIS);
        manager =
                AxonServerConnectionManager.builder()
                        .axonServerConfiguration(configuration)
                        .routingServers(settings.servers())
                        .build();
    }

    AxonServerConfiguration configuration() {
        return configuration;
    }

    AxonServerConnectionManager manager() {
        return manager;
    }

    AxonServerConnection connection() {
        return manager.getConnection();
    }

    /** Where it leads, for people. */
    @Override
    public String toString() {
        return "%s, context %s".formatted(configuration.getServers(), configuration.getContext());
    }

    @Override
    public void close() {
        manager.shutdown();
    }
}
