package org.aidledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The last request within a limit and the first beyond it, on one node and on several. */
class BucketsTest {

    private final AtomicInteger nodes = new AtomicInteger(1);
    private final Buckets buckets = new Buckets(4, Duration.ofHours(1), nodes::get);

    private void givesExactly(int requests) {
        for (int i = 0; i < requests; i++) {
            assertThat(buckets.look("a")).isZero();
            assertThat(buckets.take("a")).isZero();
        }
        assertThat(buckets.look("a")).isBetween(1L, 3600L);
        assertThat(buckets.take("a")).isBetween(1L, 3600L);
        assertThat(buckets.look("b")).as("somebody else").isZero();
    }

    @Test
    void oneNodeGivesAll() {
        givesExactly(4);
    }

    @Test
    void severalNodesShare() {
        nodes.set(2);
        givesExactly(2);
    }

    @Test
    void aNodeOfManyGivesOneAtLeast() {
        nodes.set(9);
        givesExactly(1);
    }

    @Test
    void theShareChangesWhenANodeComesOrGoes() {
        givesExactly(4);
        nodes.set(2);
        givesExactly(2);
        nodes.set(1);
        givesExactly(4);
    }
}
