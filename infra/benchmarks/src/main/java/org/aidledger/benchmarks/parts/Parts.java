package org.aidledger.benchmarks.parts;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks of the small parts. */
public final class Parts {

    private Parts() {}

    /** Prints the time of each part as JMH does. */
    public static void run() {
        try {
            new Runner(
                            new OptionsBuilder()
                                    .include(CommandParts.class.getName())
                                    .jvmArgsAppend("-Ddisable-axoniq-console-message=true")
                                    .build())
                    .run();
        } catch (RunnerException e) {
            throw new IllegalStateException("the parts could not be measured", e);
        }
    }
}
