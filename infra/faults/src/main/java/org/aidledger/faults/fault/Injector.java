package org.aidledger.faults.fault;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.aidledger.faults.fault.Fault.Kind;
import org.aidledger.faults.world.Disk;
import org.aidledger.faults.world.Wire;
import org.aidledger.faults.world.World;

/** Does faults to a world, and undoes what does not stay. */
public final class Injector {

    private static final Duration BETWEEN_CUTS = Duration.ofMillis(150);

    private final World world;

    public Injector(World world) {
        this.world = world;
    }

    /** What can be done to it. */
    public Set<Kind> kinds() {
        Set<Kind> kinds = EnumSet.allOf(Kind.class);
        if (world.database().isEmpty()) {
            kinds.removeAll(EnumSet.of(Kind.CUT_DATABASE, Kind.DELAY_DATABASE));
        }
        if (world.disk().isEmpty()) {
            kinds.remove(Kind.FILL_DISK);
        }
        return kinds;
    }

    /** Returns when it is over, whatever it left behind. */
    public void inject(Fault fault) throws InterruptedException {
        switch (fault) {
            case Fault.KillServer _ -> world.server().kill();
            case Fault.StopServer _ -> world.server().stop();
            case Fault.KillBackend f -> world.postgres().killBackend(f.choice());
            case Fault.KillPostmaster _ -> world.postgres().killPostmaster();
            case Fault.KillEverything _ -> {
                world.postgres().killAll();
                world.server().kill();
            }
            case Fault.PauseServer f -> {
                world.server().pause();
                Thread.sleep(f.length());
                world.server().resume();
            }
            case Fault.PauseDatabase f -> {
                List<Long> paused = world.postgres().pause();
                Thread.sleep(f.length());
                world.postgres().resume(paused);
            }
            case Fault.CutClients f -> cut(world.clients(), f.times());
            case Fault.DelayClients f -> delay(world.clients(), f.by(), f.length());
            case Fault.CutDatabase f -> cut(world.database().orElseThrow(), f.times());
            case Fault.DelayDatabase f -> delay(world.database().orElseThrow(), f.by(), f.length());
            case Fault.FillDisk f -> fill(world.disk().orElseThrow(), f.length());
            case Fault.TurnClock f -> world.clock().turn(f.by());
        }
    }

    private static void cut(Wire wire, int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            wire.cut();
            Thread.sleep(BETWEEN_CUTS);
        }
    }

    private static void delay(Wire wire, Duration by, Duration length) throws InterruptedException {
        wire.delay(by);
        Thread.sleep(length);
        wire.delay(Duration.ZERO);
    }

    private static void fill(Disk disk, Duration length) throws InterruptedException {
        disk.fill();
        Thread.sleep(length);
        disk.free();
    }
}
