package org.aidledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

/** What events are known by for ever. */
class MessageIdsTest {

    @Test
    void axonTakesItsIdsFromHere() {
        assertThat(IdentifierFactory.getInstance()).isInstanceOf(MessageIds.class);
    }

    @Test
    void idsAreVersionSevenCarryTheirTimeAndDiffer() {
        long before = System.currentTimeMillis();
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            ids.add(UUID.fromString(IdentifierFactory.getInstance().generateIdentifier()));
        }
        long after = System.currentTimeMillis();

        assertThat(ids)
                .hasSize(100_000)
                .allSatisfy(id -> {
                    assertThat(id.version()).isEqualTo(7);
                    assertThat(id.variant()).isEqualTo(2);
                    assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, after);
                });
    }
}
