package org.aidledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.aidledger.api.Api;
import org.aidledger.embedded.TestPostgres;
import org.aidledger.event.Migration;
import org.aidledger.event.Migration.End;
import org.aidledger.event.Migration.Login;
import org.aidledger.proof.Checkpoint;
import org.aidledger.proof.SignedNote;
import org.junit.jupiter.api.Test;

/**
 * The demonstration gives the same figures in a data folder and on a server (on Axon Server: {@link
 * AxonServerStoreIT}), and moved from one to the other it is the same ledger, by the root of its
 * log. Two that were filled apart have roots of their own, because ids of events and pseudonyms of
 * payees are random.
 */
class SameDemonstrationIT {

    private static final String KNOWN_THEN = "2024-07-05";

    private final String knownNow = Instant.now().plus(Duration.ofDays(1)).toString();

    @Test
    void onPostgresqlAndInADataFolder() {
        Map<String, String> inFolder;
        Checkpoint signed;
        Api.Other folder = Api.other("--ledger.db.url=");
        try (folder) {
            Demonstration.seed(folder);
            inFolder = Demonstration.figures(folder, knownNow, KNOWN_THEN);
            Demonstration.ask(folder, sideBySide(), inFolder);
            signed = checkpoint(folder);
        }
        try (Api.Other server = Api.other()) {
            Demonstration.seed(server);
            Demonstration.assertSame(server, inFolder);
        }

        TestPostgres.Database target = TestPostgres.freshDatabase();
        Migration.Report report =
                ServiceLoader.load(Migration.class)
                        .findFirst()
                        .orElseThrow()
                        .run(
                                new End(
                                        folder.data().toString(),
                                        Optional.empty(),
                                        Optional.empty()),
                                new End(
                                        target.jdbcUrl(),
                                        Optional.of(
                                                new Login(
                                                        target.worker(), target.workerPassword())),
                                        Optional.of(new Login(target.user(), target.password()))),
                                (_, _, _) -> {});
        assertThat(report.events()).isEqualTo(signed.size());
        assertThat(report.root()).isEqualTo(signed.root().toString());
        try (Api.Other moved = Api.other(target)) {
            Demonstration.awaitReads(moved);
            assertThat(checkpoint(moved)).isEqualTo(signed);
            Demonstration.assertSame(moved, inFolder);
        }
    }

    private String sideBySide() {
        return "/api/v1/indicators?asOf=2024-06-30&knownAt=" + knownNow;
    }

    private static Checkpoint checkpoint(Api.Other ledger) {
        return Checkpoint.of(SignedNote.parse(ledger.post("/api/v1/log/checkpoint", "").body()));
    }
}
