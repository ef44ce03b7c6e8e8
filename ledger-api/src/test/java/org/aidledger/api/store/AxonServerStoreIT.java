package org.aidledger.api.store;

import org.aidledger.api.Api;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** An Axon Server that somebody else runs, with the copy of its events in a data folder. */
class AxonServerStoreIT extends StoreContract {

    @SuppressWarnings("NullAway.Init")
    private static Api.Other ledger;

    @BeforeAll
    static void start() {
        ledger = Api.other(AxonServerAtHand.settings("--ledger.db.url="));
    }

    @AfterAll
    static void stop() {
        if (ledger != null) { // nobody named a server
            ledger.close();
        }
    }

    @Override
    Api.Other ledger() {
        return ledger;
    }
}
