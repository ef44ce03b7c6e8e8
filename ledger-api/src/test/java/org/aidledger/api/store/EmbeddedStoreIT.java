package org.aidledger.api.store;

import org.aidledger.api.Api;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The PostgreSQL in a data folder. */
class EmbeddedStoreIT extends StoreContract {

    @SuppressWarnings("NullAway.Init")
    private static Api.Other ledger;

    @BeforeAll
    static void start() {
        ledger = Api.other("--ledger.db.url=");
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Override
    Api.Other ledger() {
        return ledger;
    }
}
