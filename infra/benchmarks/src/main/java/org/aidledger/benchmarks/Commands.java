package org.aidledger.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.aidledger.fund.Fund;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;
import org.aidledger.fund.PostBatch;
import org.aidledger.fund.PostBatch.BatchMode;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.GenericMessage;

/** Sends work through Axon's command gateway, whatever is behind it. */
final class Commands {

    /** A server that keeps events beyond this run has funds of other runs. */
    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);

    private final CommandGateway gateway;
    private final AtomicInteger turns = new AtomicInteger();

    Commands(CommandGateway gateway) {
        this.gateway = gateway;
    }

    /** Each caller posts to a fund of its own, one event a command. */
    Rate spread(int callers, Duration duration) {
        List<FundId> funds = open(callers);
        return Load.run(
                callers,
                duration,
                1,
                (caller, number) -> send(Work.receive(funds.get(caller), "r-" + number)));
    }

    /** All callers post to one fund. */
    Rate hot(int callers, Duration duration) {
        FundId fund = open(1).getFirst();
        return Load.run(
                callers,
                duration,
                1,
                (caller, number) -> send(Work.receive(fund, caller + "-" + number)));
    }

    /** Each caller posts batches to a fund of its own. */
    Rate batches(int callers, int size, Duration duration) {
        List<FundId> funds = open(callers);
        return Load.run(
                callers,
                duration,
                size,
                (caller, number) -> {
                    FundId fund = funds.get(caller);
                    List<FundCommand> lines = new ArrayList<>();
                    for (int i = 0; i < size; i++) {
                        lines.add(Work.receive(fund, number + "-" + i));
                    }
                    gateway.sendAndWait(new PostBatch(fund, BatchMode.ATOMIC, lines));
                });
    }

    /** Funds of this turn's own, so that no turn finds longer histories than another. */
    private List<FundId> open(int funds) {
        int turn = turns.incrementAndGet();
        List<FundId> ids = new ArrayList<>();
        for (int i = 0; i < funds; i++) {
            FundId fund = new FundId("bench-%s-%s-%s".formatted(RUN, turn, i));
            send(Work.open(fund));
            ids.add(fund);
        }
        return ids;
    }

    private void send(FundCommand command) {
        gateway.sendAndWait(
                new GenericCommandMessage<>(new GenericMessage<>(command), Fund.COMMAND));
    }
}
