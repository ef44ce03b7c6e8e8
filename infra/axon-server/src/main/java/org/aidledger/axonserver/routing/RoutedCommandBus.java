package org.aidledger.axonserver.routing;

import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.aidledger.event.NotStored;
import org.aidledger.eventstore.command.CommandStreams;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;

/** Axon's own bus over Axon Server, as the ledger uses it. */
public final class RoutedCommandBus extends ReturningBus implements AutoCloseable {

    private final AxonServerCommandBus bus;
    private final BooleanSupplier connected;

    private RoutedCommandBus(AxonServerCommandBus bus, BooleanSupplier connected) {
        super(bus, Answers::inbound);
        this.bus = bus;
        this.connected = connected;
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
        String context = configuration.getContext();
        return new RoutedCommandBus(bus, () -> connections.isConnected(context));
    }

    /**
     * Sends a command.
     *
     * @throws NotStored if it cannot be sent now, and surely was not
     */
    @Override
    public <C, R> void dispatch(
            CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        if (!connected.getAsBoolean()) {
            throw new NotStored("Axon Server is out of reach");
        }
        super.dispatch(command, callback);
    }

    /** Takes no more commands for this node, and ends those under way. */
    @Override
    public void close() {
        bus.disconnect().join();
        bus.shutdownDispatching().join();
    }
}
