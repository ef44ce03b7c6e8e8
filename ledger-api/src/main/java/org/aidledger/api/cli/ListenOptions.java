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

    OwnServer.Listening asGiven() {
        return new OwnServer.Listening(port.orElse(DEFAULT_PORT), address, true);
    }

    /** The port given, else the usual one, else, where that is taken, any that is free. */
    OwnServer.Listening whereFree() {
        int free = isFree(DEFAULT_PORT) ? DEFAULT_PORT : 0;
        return new OwnServer.Listening(port.orElse(free), address, true);
    }

    private boolean isFree(int wanted) {
        try (ServerSocket _ = new ServerSocket(wanted, 1, InetAddress.getByName(address))) {
            return true;
        } catch (IOException _) {
            return false;
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
