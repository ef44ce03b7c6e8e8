package org.aidledger.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.aidledger.faults.fault.Fault;
import org.aidledger.faults.fault.Injector;
import org.aidledger.faults.fault.Schedule;
import org.aidledger.faults.world.World;

/** One ledger after the other, with either kind of database in turn, until the time is over. */
public final class Run {

    private static final List<World.Kind> KINDS = List.of(World.Kind.EMBEDDED, World.Kind.NAMED);

    private Run() {}

    /** Runs, says on the way how far it is, and at the end what it found. */
    public static Report of(Options options, PrintStream out)
            throws IOException, InterruptedException {
        Report report = new Report(options.seed());
        Progress progress = new Progress(out);
        progress.say(
                "faults for %d s with seed %d, in %s"
                        .formatted(options.length().toSeconds(), options.seed(), options.folder()));
        World.whyNoDisk().ifPresent(reason -> report.leftOut(Fault.Kind.FILL_DISK, reason));
        Duration left = options.length();
        for (int number = 0; left.isPositive() && report.flaws().isEmpty(); number++) {
            World.Kind kind = KINDS.get(number % KINDS.size());
            Duration length = left.compareTo(options.stage()) < 0 ? left : options.stage();
            Path folder = Files.createDirectories(options.folder().resolve("ledger-" + number));
            stage(kind, options.seed() + number, length, options.jar(), folder, report, progress);
            left = left.minus(length);
        }
        report.print(out);
        return report;
    }

    private static void stage(
            World.Kind kind,
            long seed,
            Duration length,
            Path jar,
            Path folder,
            Report report,
            Progress progress)
            throws IOException, InterruptedException {
        progress.say("a new ledger with %s database".formatted(kind.words()));
        try (World world = World.create(kind, jar, folder)) {
            Schedule schedule = new Schedule(seed, new Injector(world).kinds());
            try (Stage stage =
                    new Stage(world, seed, UnaryOperator.identity(), schedule, report, progress)) {
                stage.run(length);
            }
        }
    }
}
