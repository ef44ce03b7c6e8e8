package org.aidledger.api.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.api.access.CurrentCaller;
import org.aidledger.api.command.CommandSink;
import org.aidledger.event.Outcome;
import org.aidledger.event.Outcome.Accepted;
import org.aidledger.event.Outcome.Refused;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.PostBatch;
import org.aidledger.fund.PostBatch.BatchMode;
import org.axonframework.eventhandling.GenericEventMessage;

/**
 * Fills a ledger with the scenario by sending its commands one sitting after another, each at the
 * instant at which the scenario has the ledger learn of it. Seeding again appends nothing; after an
 * interrupt it goes on where it stopped, because every sitting is stored whole or not at all.
 *
 * <p>While it runs, the clock that dates all events of this process is the scenario's: seed a
 * ledger before others post to it.
 */
public final class Demo {

    private static final Object ONE_AT_A_TIME = new Object();

    private final List<Step> steps;
    private int taken;
    private int appended;

    private Demo(List<Step> steps) {
        this.steps = steps;
    }

    /** Hears how far the seeding is. */
    public interface Progress {

        /** So many of so many commands are stored. */
        void at(long done, long total);
    }

    /**
     * What the seeding did.
     *
     * @param commands how many the scenario has
     * @param appended how many of them were new to this ledger
     */
    public record Seeded(int commands, int appended) {}

    /**
     * Sends the scenario.
     *
     * @throws DemoRefused if the ledger refuses a command, which it does only where somebody posted
     *     to the demonstration's funds before they were complete
     */
    public static Seeded seed(CommandSink sink, Progress progress) {
        synchronized (ONE_AT_A_TIME) {
            Clock usual = GenericEventMessage.clock;
            try {
                return CurrentCaller.asLedger(
                        () -> new Demo(Scenario.commands(Scenario.SEED)).send(sink, progress));
            } finally {
                GenericEventMessage.clock = usual;
            }
        }
    }

    /** Questions worth asking the demonstration, as paths below the server's address. */
    public static List<Question> tour() {
        return Question.ALL;
    }

    private Seeded send(CommandSink sink, Progress progress) {
        while (taken < steps.size()) {
            Step next = steps.get(taken);
            GenericEventMessage.clock = Clock.fixed(next.recorded(), ZoneOffset.UTC);
            switch (next) {
                case Step.ToFund _ -> answered(sink.send(sitting()));
                case Step.ToFinding s -> answered(List.of(sink.send(s.command())));
            }
            progress.at(taken, steps.size());
        }
        return new Seeded(steps.size(), appended);
    }

    /** The next commands that reach one fund at one instant. */
    private PostBatch sitting() {
        List<FundCommand> lines = new ArrayList<>();
        Instant instant = steps.get(taken).recorded();
        for (Step step : steps.subList(taken, steps.size())) {
            if (!(step instanceof Step.ToFund(var recorded, var command))
                    || !recorded.equals(instant)) {
                break;
            }
            lines.add(command);
        }
        return new PostBatch(lines.getFirst().fund(), BatchMode.ATOMIC, lines);
    }

    private void answered(List<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            appended +=
                    switch (outcome) {
                        case Accepted a -> a.repeated() ? 0 : 1;
                        case Refused r -> throw new DemoRefused(steps.get(taken), r.rejection());
                    };
            taken++;
        }
    }
}
