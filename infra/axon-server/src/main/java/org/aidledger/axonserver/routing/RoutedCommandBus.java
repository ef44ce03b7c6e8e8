package org.aidledger.axonserver.routing;

import java.util.concurrent.Executors;
import org.aidledger.eventstore.command.CommandStreams;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;

/** Axon's own bus over Axon Server, as the ledger uses it. */
public final class RoutedCommandBus extends ReturningBus implements AutoCloseable {

    private final AxonServerCommandBus bus;

    private RoutedCommandBus(AxonServerCommandBus bus) {
        super(bus, Answers::inbound);
        this.bus = bus;
    }

    /**
     * A bus that sends each command to the node of its fund, and handles here what comes for this
     * one.
     *
     * @param local handles commands
     * @param desk sees each command before it leaves this node
     */
    public static RoutedCommandBus over(
            AxonServerConnectionManager connections,
            AxonServerConfiguration configuration,
            CommandBus local,
            MessageDispatchInterceptor<CommandMessage<?>> desk,
            CommandBusSpanFactory spans) {
        CommandStreams streams = new CommandStreams();
        AxonServerCommandBus bus =
                AxonServerCommandBus.builder()
                        .axonServerConnectionManager(connections)
                        .configuration(configuration)
                        .localSegment(new ReturningBus(local, Answers::outbound))
                        .serializer(new BusForm())
                        .routingStrategy(command ->
                                String.valueOf(streams.resolveTarget(command).getIdentifier()))
                        // A command waits for its commit, and many wait for the same one.
                        .executorServiceBuilder(
                                (_, _) -> Executors.newVirtualThreadPerTaskExecutor())
                        .spanFactory(spans)
                        .build();
        bus.registerDispatchInterceptor(desk);
        return new RoutedCommandBus(bus);
    }

    /** Takes no more commands for this node, and ends those under way. */
    @Override
    public void close() {
        bus.disconnect().join();
        bus.shutdownDispatching().join();
    }
}
