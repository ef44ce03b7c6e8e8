package org.aidledger.api.cli;

import java.net.URI;

/**
 * A server that somebody else started and will stop.
 *
 * @param url without a slash at the end
 */
record RunningServer(URI url) implements LedgerServer {

    RunningServer {
        String text = url.toString();
        if (!text.matches("https?://[^/]+.*")) {
            throw new Refused("--server must be a URL like http://localhost:8080, not " + text);
        }
        url = URI.create(text.replaceAll("/+$", ""));
    }

    @Override
    public void close() {
        // Not ours to stop.
    }
}
