package org.aidledger.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.aidledger.faults.check.Flaw;
import org.aidledger.faults.fault.Fault;
import org.aidledger.faults.fault.Schedule;
import org.aidledger.faults.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole harness around a ledger that acknowledges before it commits: it is found out. */
class PlantedBugIT {

    private static final long SEED = 1;

    @TempDir private Path folder;

    @Test
    void acknowledgingBeforeTheCommitIsFoundOut() throws Exception {
        Report report = new Report(SEED);
        Progress progress = new Progress(System.out);
        try (World world = World.create(World.Kind.EMBEDDED, FaultsIT.JAR, folder);
                EagerFront front = new EagerFront(world.address());
                Stage stage =
                        new Stage(
                                world,
                                SEED,
                                _ -> front.address(),
                                new Schedule(SEED, EnumSet.of(Fault.Kind.KILL_SERVER)),
                                report,
                                progress)) {
            List<Flaw> flaws = stage.run(Duration.ofMinutes(1));
            assertThat(flaws).extracting(Flaw::kind).contains(Flaw.Kind.LOST);
            System.out.println("PlantedBugIT: " + flaws.getFirst());
        }
    }
}
