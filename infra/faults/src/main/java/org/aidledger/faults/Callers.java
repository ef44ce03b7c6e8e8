package org.aidledger.faults;

import java.io.IOException;
import java.net.URI;
import java.util.function.UnaryOperator;
import org.aidledger.faults.load.Opening;
import org.aidledger.faults.world.LedgerHttp;
import org.aidledger.faults.world.World;

/**
 * Those who talk to a ledger, each signed in with a token of their own.
 *
 * @param clients over the wire that is cut and delayed
 * @param harness the same account, past the wire
 * @param auditor who looks, past the wire
 */
record Callers(LedgerHttp clients, LedgerHttp harness, LedgerHttp auditor)
        implements AutoCloseable {

    /**
     * Makes their accounts.
     *
     * @param between what stands between clients and the wire
     */
    static Callers of(World world, UnaryOperator<URI> between)
            throws IOException, InterruptedException {
        URI server = world.server().url();
        try (LedgerHttp administrator = new LedgerHttp(server, world.server()::key)) {
            String clients = Opening.clientsToken(administrator);
            String inspector = Opening.inspectorsToken(administrator);
            return new Callers(
                    new LedgerHttp(between.apply(world.address()), () -> clients),
                    new LedgerHttp(server, () -> clients),
                    new LedgerHttp(server, () -> inspector));
        }
    }

    @Override
    public void close() {
        clients.close();
        harness.close();
        auditor.close();
    }
}
