package org.aidledger.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aidledger.faults.world.LedgerHttp;
import org.aidledger.faults.world.LedgerHttp.Answer;

/** Asks for the latest checkpoint over and over, as a witness does, and forgets none. */
final class Watch implements AutoCloseable {

    private static final long EVERY_MILLIS = 300;

    private final LedgerHttp http;
    private final Set<String> notes = new LinkedHashSet<>();
    private final Thread thread;

    Watch(LedgerHttp http) {
        this.http = http;
        this.thread = Thread.ofVirtual().start(this::watch);
    }

    private void watch() {
        try {
            while (true) {
                look();
                Thread.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        try {
            Answer latest = http.get("/api/v1/log/checkpoint");
            if (latest.status() == 200) {
                synchronized (notes) {
                    notes.add(latest.text());
                }
            }
        } catch (IOException _) {
            // The server is away, or the wire is cut: there is a next time.
        }
    }

    /** All checkpoints so far. */
    List<String> notes() {
        synchronized (notes) {
            return new ArrayList<>(notes);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
