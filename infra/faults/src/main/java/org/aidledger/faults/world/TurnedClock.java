package org.aidledger.faults.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The clock of a server, forward or back by as much as one likes while it runs. */
public final class TurnedClock {

    private static final List<String> PARTS = List.of("ClockAgent", "ClockAgent$Turn");

    private final Path agent;
    private final Path offset;

    private TurnedClock(Path agent, Path offset) {
        this.agent = agent;
        this.offset = offset;
    }

    static TurnedClock in(Path folder) {
        TurnedClock clock =
                new TurnedClock(folder.resolve("clock.jar"), folder.resolve("clock.offset"));
        clock.turn(Duration.ZERO);
        clock.writeAgent();
        return clock;
    }

    /** Sets it off by so much from the right time. */
    public void turn(Duration by) {
        try {
            Path fresh = offset.resolveSibling("clock.offset.new");
            Files.writeString(fresh, Long.toString(by.toMillis()));
            Files.move(
                    fresh,
                    offset,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For the virtual machine whose clock it is to be. */
    List<String> options() {
        return List.of("-javaagent:" + agent + "=" + offset);
    }

    private void writeAgent() {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Premain-Class", ClockAgent.class.getName());
        main.putValue("Can-Retransform-Classes", "true");
        try (OutputStream out = Files.newOutputStream(agent);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (String part : PARTS) {
                String name = part + ".class";
                String folder = ClockAgent.class.getPackageName().replace('.', '/');
                jar.putNextEntry(new JarEntry(folder + "/" + name));
                try (InputStream in = ClockAgent.class.getResourceAsStream(name)) {
                    if (in == null) {
                        throw new IllegalStateException("no class " + name);
                    }
                    in.transferTo(jar);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
