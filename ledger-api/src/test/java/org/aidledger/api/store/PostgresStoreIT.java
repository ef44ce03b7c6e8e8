package org.aidledger.api.store;

import org.aidledger.api.Api;

/** A PostgreSQL server that somebody else runs; the ledger that all tests share. */
class PostgresStoreIT extends StoreContract {

    @Override
    Api.Other ledger() {
        return Api.shared();
    }
}
