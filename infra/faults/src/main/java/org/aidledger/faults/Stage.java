package org.aidledger.faults;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.aidledger.faults.check.Checker;
import org.aidledger.faults.check.Flaw;
import org.aidledger.faults.check.Flaw.Kind;
import org.aidledger.faults.check.Flaws;
import org.aidledger.faults.check.Model;
import org.aidledger.faults.fault.Fault;
import org.aidledger.faults.fault.Injector;
import org.aidledger.faults.fault.Schedule;
import org.aidledger.faults.load.Crew;
import org.aidledger.faults.load.Gate;
import org.aidledger.faults.load.Opening;
import org.aidledger.faults.load.Sender;
import org.aidledger.faults.load.Tally;
import org.aidledger.faults.world.World;
import org.aidledger.proof.VerifierKey;

/**
 * The life of one ledger: it is opened, clients work, fault after fault strikes. After each it has
 * to get well by itself (who was killed is started again), and is looked through while clients
 * wait. At the end clients bring to an end what they began, the ledger is started once more, and
 * everything in it is read and checked from the beginning.
 */
final class Stage implements AutoCloseable {

    private static final List<String> FUNDS = List.of("F1", "F2", "F3");
    private static final int CLIENTS = 10;

    /** How long it may take until a posting is accepted again. */
    private static final Duration RECOVERY = Duration.ofSeconds(60);

    private static final long PROBE_PAUSE_MILLIS = 200;

    private final World world;
    private final Schedule schedule;
    private final Report report;
    private final Progress progress;
    private final Injector injector;
    private final Flaws flaws = new Flaws();
    private final Model model = new Model(flaws);
    private final Tally tally = new Tally();
    private final Gate gate = new Gate();
    private final Callers callers;
    private final Sender prober;
    private final VerifierKey key;
    private final Checker checker;
    private final Inspector inspector;
    private final Watch watch;
    private final Crew crew;
    private int probes;
    private int looks;

    /**
     * Opens the ledger and lets clients in.
     *
     * @param seed decides what clients ask for
     * @param between what stands between clients and the wire to the server
     */
    Stage(
            World world,
            long seed,
            UnaryOperator<URI> between,
            Schedule schedule,
            Report report,
            Progress progress)
            throws IOException, InterruptedException {
        this.world = world;
        this.schedule = schedule;
        this.report = report;
        this.progress = progress;
        this.injector = new Injector(world);
        this.callers = Callers.of(world, between);
        this.prober = new Sender(callers.harness(), model, tally, flaws);
        for (String fund : FUNDS) {
            Opening.fund(prober, fund);
        }
        this.inspector = new Inspector(callers.auditor(), flaws);
        this.key = inspector.key();
        this.checker = new Checker(model, key, flaws);
        this.watch = new Watch(callers.auditor());
        Sender sender = new Sender(callers.clients(), model, tally, flaws);
        this.crew = new Crew(seed, CLIENTS, FUNDS, sender, gate, flaws);
    }

    /** Lets faults strike for some time, or until there is a flaw; answers the flaws. */
    List<Flaw> run(Duration length) throws InterruptedException {
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end && flaws.found().isEmpty()) {
            Thread.sleep(schedule.pause());
            Fault fault = schedule.next();
            mustWork("after " + fault, () -> strike(fault));
            progress.maybe(report.soFar(tally) + ", last " + fault.kind().words());
        }
        if (flaws.found().isEmpty()) {
            mustWork("at the end", this::lookAgain);
        }
        report.stage(
                world.kind().name(), tally, checker.events(), watch.notes().size(), flaws.found());
        return flaws.found();
    }

    /** A ledger that cannot be started, or does not answer who looks, has a flaw as well. */
    private void mustWork(String when, Gate.Look step) throws InterruptedException {
        try {
            step.look();
        } catch (IOException | IllegalStateException e) {
            flaws.add(Kind.STUCK, when + ": " + e);
        }
    }

    private void lookAgain() throws IOException, InterruptedException {
        crew.end();
        world.server().stop();
        world.server().start();
        look(new Checker(model, key, flaws), FUNDS);
    }

    private void strike(Fault fault) throws IOException, InterruptedException {
        injector.inject(fault);
        report.fault(fault);
        if (!world.server().isAlive()) {
            if (!fault.endsServer()) {
                flaws.add(
                        Kind.STUCK,
                        "the server ended by itself after %s:%n%s"
                                .formatted(fault, world.server().lastWords()));
            }
            gate.closedFor(world.server()::start); // nobody learns anything from asking meanwhile
        }
        if (recovers(fault)) {
            // One fund after the other: all of each would take long.
            look(checker, List.of(FUNDS.get(looks++ % FUNDS.size())));
        }
    }

    /** Waits until a posting is accepted. */
    private boolean recovers(Fault fault) throws InterruptedException {
        long end = System.nanoTime() + RECOVERY.toNanos();
        while (!prober.post(Opening.probe(FUNDS.getFirst(), probes++))) {
            if (System.nanoTime() > end) {
                flaws.add(
                        Kind.STUCK,
                        "no posting was accepted within %s after %s:%n%s"
                                .formatted(RECOVERY, fault, world.server().lastWords()));
                return false;
            }
            Thread.sleep(PROBE_PAUSE_MILLIS);
        }
        return true;
    }

    private void look(Checker by, List<String> funds) throws IOException, InterruptedException {
        gate.closedFor(() -> {
            watch.notes().forEach(by::checkpoint);
            inspector.look(by, funds);
        });
        report.check();
    }

    @Override
    public void close() {
        crew.close();
        watch.close();
        callers.close();
    }
}
