package org.aidledger.axonserver.routing;

import java.util.function.UnaryOperator;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;

/** A bus whose answers are changed on their way back. */
class ReturningBus implements CommandBus {

    private final CommandBus bus;
    private final UnaryOperator<CommandResultMessage<?>> change;

    ReturningBus(CommandBus bus, UnaryOperator<CommandResultMessage<?>> change) {
        this.bus = bus;
        this.change = change;
    }

    @Override
    public <C> void dispatch(CommandMessage<C> command) {
        bus.dispatch(command);
    }

    @Override
    @SuppressWarnings("unchecked") // the caller knows what the handler answers
    public <C, R> void dispatch(
            CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        bus.<C, Object>dispatch(
                command,
                (c, result) ->
                        callback.onResult(
                                c, (CommandResultMessage<? extends R>) change.apply(result)));
    }

    @Override
    public Registration subscribe(String name, MessageHandler<? super CommandMessage<?>> handler) {
        return bus.subscribe(name, handler);
    }

    @Override
    public Registration registerHandlerInterceptor(
            MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
        return bus.registerHandlerInterceptor(interceptor);
    }

    @Override
    public Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
        return bus.registerDispatchInterceptor(interceptor);
    }
}
