package org.aidledger.faults.fault;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.aidledger.faults.fault.Fault.Kind;

/**
 * Which fault comes next, and how long after the one before, from a seed. Every kind has its turn
 * before any comes again, so that a short run meets as many as it can.
 */
public final class Schedule {

    private static final List<Duration> TURNS =
            List.of(
                    Duration.ofHours(-26),
                    Duration.ofMinutes(-10),
                    Duration.ofSeconds(-3),
                    Duration.ZERO,
                    Duration.ofSeconds(40),
                    Duration.ofHours(3));

    private final Random random;
    private final List<Kind> kinds;
    private final ArrayDeque<Kind> deck = new ArrayDeque<>();

    /**
     * @param kinds those that are possible
     */
    public Schedule(long seed, Set<Kind> kinds) {
        this.random = new Random(seed);
        this.kinds = kinds.stream().sorted().toList();
    }

    /** How long the ledger works undisturbed. */
    public Duration pause() {
        return millis(300, 2000);
    }

    /** The next fault. */
    public Fault next() {
        if (deck.isEmpty()) {
            List<Kind> shuffled = new ArrayList<>(kinds);
            Collections.shuffle(shuffled, random);
            deck.addAll(shuffled);
        }
        return fault(deck.remove());
    }

    private Fault fault(Kind kind) {
        return switch (kind) {
            case KILL_SERVER -> new Fault.KillServer();
            case STOP_SERVER -> new Fault.StopServer();
            case KILL_BACKEND -> new Fault.KillBackend(random.nextInt(20));
            case KILL_POSTMASTER -> new Fault.KillPostmaster();
            case KILL_EVERYTHING -> new Fault.KillEverything();
            case PAUSE_SERVER -> new Fault.PauseServer(millis(200, 4000));
            case PAUSE_DATABASE -> new Fault.PauseDatabase(millis(200, 6000));
            case CUT_CLIENTS -> new Fault.CutClients(1 + random.nextInt(5));
            case DELAY_CLIENTS -> new Fault.DelayClients(millis(10, 500), millis(500, 3000));
            case CUT_DATABASE -> new Fault.CutDatabase(1 + random.nextInt(5));
            case DELAY_DATABASE -> new Fault.DelayDatabase(millis(5, 300), millis(500, 3000));
            case FILL_DISK -> new Fault.FillDisk(millis(500, 4000));
            case TURN_CLOCK -> new Fault.TurnClock(TURNS.get(random.nextInt(TURNS.size())));
        };
    }

    private Duration millis(int least, int most) {
        return Duration.ofMillis(least + random.nextInt(most - least));
    }
}
