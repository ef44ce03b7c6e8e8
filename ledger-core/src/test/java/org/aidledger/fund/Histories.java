package org.aidledger.fund;

import java.util.List;
import java.util.stream.LongStream;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;

/**
 * Histories that nobody wrote: valid and invalid commands mixed at random, decided by the real
 * decisions. The same seed gives the same history for ever; {@code -Dledger.seed=N} replays one.
 */
public final class Histories {

    private Histories() {}

    /**
     * The events of one fund, named after the seed, and of its findings: positions from 0 without
     * gaps, recorded instants that never fall and are sometimes equal, business dates in any order.
     *
     * @param commands how many commands are tried; many of them are refused
     */
    public static List<Recorded<LedgerEvent>> random(long seed, int commands) {
        return run(seed, commands).recorded();
    }

    /** The commands of a history, and the refusals that some of them met. */
    public static List<Object> commandsAndRefusals(long seed, int commands) {
        return run(seed, commands).steps().stream()
                .<Object>mapMulti((step, said) -> {
                    said.accept(step.command());
                    step.refusal().ifPresent(said);
                })
                .toList();
    }

    /** The seeds to test with: so many, or the one named by {@code -Dledger.seed}. */
    public static LongStream seeds(int count) {
        Long one = Long.getLong("ledger.seed");
        return one == null ? LongStream.range(0, count) : LongStream.of(one);
    }

    /** The run behind {@link #random}, with what was asked and answered at each step. */
    static HistoryRun run(long seed, int commands) {
        HistoryRun run = new HistoryRun(seed);
        for (int i = 0; i < commands; i++) {
            run.step();
        }
        return run;
    }
}
