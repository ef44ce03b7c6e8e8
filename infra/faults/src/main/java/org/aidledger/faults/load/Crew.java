package org.aidledger.faults.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aidledger.faults.check.Flaws;

/** All clients of one ledger. */
public final class Crew implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Client> clients = new ArrayList<>();
    private final List<Future<Void>> working = new ArrayList<>();

    /**
     * Starts them.
     *
     * @param seed decides what they ask for
     * @param sender for all of them
     */
    public Crew(long seed, int size, List<String> funds, Sender sender, Gate gate, Flaws flaws) {
        for (int number = 0; number < size; number++) {
            Client client = new Client(new Script(seed, number, funds), sender, gate, flaws);
            clients.add(client);
            working.add(threads.submit(client));
        }
    }

    /** Lets them bring to an end what they began. */
    public void end() {
        clients.forEach(Client::end);
        for (Future<Void> work : working) {
            try {
                work.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a client failed", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
