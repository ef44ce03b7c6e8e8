package org.aidledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.aidledger.api.Api;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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

    /**
     * Other tests' funds are there as well, recorded later; so funds are asked for one by one, as
     * they are known today.
     */
    @Test
    void theDemonstrationGivesTheSameFigures() {
        String now = Instant.now().plus(Duration.ofDays(1)).toString();
        assertThat(Demonstration.isIn(ledger))
                .as("this server holds a demonstration already, whose payees nobody can name")
                .isFalse();
        Demonstration.seed(ledger);
        try (Api.Other postgresql = Api.other()) {
            Demonstration.seed(postgresql);
            Demonstration.assertSame(ledger, Demonstration.figures(postgresql, now));
        }
    }

    @Override
    Api.Other ledger() {
        return ledger;
    }
}
