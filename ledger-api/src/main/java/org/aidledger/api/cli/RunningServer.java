package org.aidledger.api.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A server that somebody else started and will stop.
 *
 * @param url without a slash at the end
 */
record RunningServer(URI url, Optional<String> token) implements LedgerServer {

    RunningServer {
        String text = url.toString();
        if (!text.matches("https?://[^/]+.*")) {
            throw new Refused("--server must be a URL like http://localhost:8080, not " + text);
        }
        url = URI.create(text.replaceAll("/+$", ""));
    }

    /** The key in the data folder is that of the server that runs on it, and of no other. */
    static RunningServer named(URI url, Path data) {
        RunningServer server = new RunningServer(url, Optional.empty());
        return runsOn(server.url(), data)
                ? new RunningServer(server.url(), LedgerServer.tokenIn(data))
                : server;
    }

    private static boolean runsOn(URI url, Path data) {
        try {
            return Files.readString(data.resolve(URL_FILE)).strip().equals(url.toString());
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public String toString() {
        return url.toString(); // never the token
    }

    @Override
    public void close() {
        // Not ours to stop.
    }
}
