package org.aidledger.api.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import java.util.stream.Stream;

/** The Axon Server that the environment names, for the tests that need one. */
final class AxonServerAtHand {

    private static final String NAME = "AXON_SERVER";

    private AxonServerAtHand() {}

    /** Settings of a ledger on it. Without a server the test is skipped, and says why. */
    static String[] settings(String... others) {
        Optional<String> server =
                Optional.ofNullable(System.getenv(NAME)).filter(s -> !s.isBlank());
        if (server.isEmpty()) {
            System.err.println(
                    "Tests on Axon Server are skipped: set "
                            + NAME
                            + "=host:port to the gRPC port of an empty one, and -DforkCount=1");
        }
        assumeTrue(server.isPresent(), NAME + " names no server");
        return Stream.concat(
                        Stream.of(
                                "--ledger.store=axon-server",
                                "--ledger.axon-server.servers=" + server.orElseThrow(),
                                "--ledger.axon-server.new-copy=true"),
                        Stream.of(others))
                .toArray(String[]::new);
    }
}
