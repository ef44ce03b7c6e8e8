package org.aidledger.api.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a server listens. */
final class ListenOptions {

    private static final int DEFAULT_PORT = 8080;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port to listen on (default: 8080; 0: any that is free).")
    private Optional<Integer> port = Optional.empty();

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description =
                    "Interface to listen on (default: ${DEFAULT-VALUE}, this machine only; give it"
                            + " TLS before others: docs/operators.md).")
    private String address = "";

    /**
     * Where it was asked to.
     *
     * @throws Refused if that cannot be listened on
     */
    OwnServer.Listening asGiven() {
        return on(port.orElse(DEFAULT_PORT));
    }

    /** The port given, else the usual one, else, where that is taken, any that is free. */
    OwnServer.Listening whereFree() {
        return on(port.orElse(trouble(DEFAULT_PORT).isEmpty() ? DEFAULT_PORT : 0));
    }

    private OwnServer.Listening on(int wanted) {
        trouble(wanted)
                .ifPresent(trouble -> {
                    throw new Refused(
                            "cannot listen on port %d of %s: %s; give another with --port or --address"
                                    .formatted(wanted, address, trouble));
                });
        return new OwnServer.Listening(wanted, address, true);
    }

    private Optional<String> trouble(int wanted) {
        try (ServerSocket _ = new ServerSocket(wanted, 1, InetAddress.getByName(address))) {
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    void requireNoneRunning(Path data) {
        LedgerServer.runningOn(data)
                .ifPresent(running -> {
                    throw new Refused(
                            "a ledger already runs on %s at %s".formatted(data, running.url()));
                });
    }
}
