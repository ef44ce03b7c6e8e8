package org.aidledger.api.crash;

import java.util.Map;
import org.aidledger.embedded.TestPostgres;
import org.aidledger.proof.Hash;
import org.aidledger.proof.KeyType;
import org.aidledger.proof.SigningKey;

/** What several nodes share: a database and both keys. */
final class OneDatabase {

    private OneDatabase() {}

    /** By which nodes find a new one. */
    static Map<String, String> environment() {
        TestPostgres.Database database = TestPostgres.freshDatabase();
        return Map.of(
                "LEDGER_DB_URL", database.jdbcUrl(),
                "LEDGER_DB_USER", database.worker(),
                "LEDGER_DB_PASSWORD", database.workerPassword(),
                "LEDGER_DB_OWNER_USER", database.user(),
                "LEDGER_DB_OWNER_PASSWORD", database.password(),
                "LEDGER_LOG_KEY",
                        SigningKey.of("nodes.example/ledger", KeyType.NOTE, new byte[Hash.BYTES])
                                .secretText(),
                "LEDGER_PAYEES_KEY", "A".repeat(43) + "=");
    }
}
