package org.aidledger.eventstore.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.aidledger.embedded.Eventually;
import org.aidledger.event.NotStored;
import org.axonframework.common.lock.Lock;
import org.junit.jupiter.api.Test;

/** Locks of aggregates. */
class FairLocksTest {

    private final FairLocks locks = new FairLocks(Duration.ofSeconds(30));

    @Test
    void thoseWhoWaitComeInTheirOrderAndNothingIsLeftBehind() throws InterruptedException {
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        List<Thread> waiting = new ArrayList<>();
        try (Lock first = locks.obtainLock("a")) {
            assertThat(first.isHeld()).isTrue();
            for (int i = 0; i < 20; i++) {
                int number = i;
                Thread thread =
                        Thread.ofVirtual()
                                .start(() -> {
                                    try (Lock _ = locks.obtainLock("a")) {
                                        order.add(number);
                                    }
                                });
                waiting.add(thread);
                Eventually.await(
                        "it waits for the lock",
                        () -> thread.getState() == Thread.State.TIMED_WAITING);
            }
            try (Lock other = locks.obtainLock("b")) {
                assertThat(other.isHeld()).isTrue();
            }
        }
        for (Thread thread : waiting) {
            thread.join();
        }
        assertThat(order).isEqualTo(IntStream.range(0, 20).boxed().toList());
        assertThat(locks.inUse()).isZero();
    }

    @Test
    void itIsTakenTwiceByOneCommandAndFreeAfterBoth() {
        Lock outer = locks.obtainLock("a");
        Lock inner = locks.obtainLock("a");
        inner.release();
        assertThat(outer.isHeld()).isTrue();
        outer.release();
        assertThat(locks.inUse()).isZero();
    }

    @Test
    void nobodyWaitsForEver() throws InterruptedException {
        FairLocks impatient = new FairLocks(Duration.ofMillis(20));
        Lock held = impatient.obtainLock("a");
        Thread other =
                Thread.ofVirtual()
                        .start(() ->
                                assertThatThrownBy(() -> impatient.obtainLock("a"))
                                        .isInstanceOf(NotStored.class));
        other.join();
        held.release();
        assertThat(impatient.inUse()).isZero();
    }
}
