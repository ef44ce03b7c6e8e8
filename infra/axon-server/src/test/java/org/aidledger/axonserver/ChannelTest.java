package org.aidledger.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.axoniq.axonserver.connector.AxonServerException;
import io.axoniq.axonserver.connector.ErrorCategory;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.aidledger.eventstore.append.Trouble;
import org.junit.jupiter.api.Test;

/** What Axon Server's failures mean for the events that were to be stored. */
class ChannelTest {

    private static StatusRuntimeException status(Status status, String code) {
        Metadata trailers = new Metadata();
        trailers.put(Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER), code);
        return new StatusRuntimeException(status, trailers);
    }

    private static Trouble trouble(Throwable failure) {
        return Channel.trouble(new ExecutionException(failure));
    }

    /** As a server sends it: raw, and not as a ConcurrencyException. */
    @Test
    void aSequenceThatIsTakenIsACollision() {
        assertThat(trouble(status(Status.OUT_OF_RANGE, "AXONIQ-2000")))
                .isEqualTo(Trouble.COLLISION);
        assertThat(trouble(new StatusRuntimeException(Status.OUT_OF_RANGE)))
                .isEqualTo(Trouble.COLLISION);
        assertThat(
                        trouble(
                                new AxonServerException(
                                        ErrorCategory.INVALID_EVENT_SEQUENCE, "taken", "there")))
                .isEqualTo(Trouble.COLLISION);
    }

    @Test
    void whatIsTooLargeIsRefused() {
        assertThat(trouble(status(Status.INVALID_ARGUMENT, "AXONIQ-2001")))
                .isEqualTo(Trouble.REFUSED);
    }

    @Test
    void ofAnythingElseNobodyKnows() {
        assertThat(trouble(new StatusRuntimeException(Status.UNAVAILABLE))).isEqualTo(Trouble.LOST);
        assertThat(trouble(status(Status.INTERNAL, "AXONIQ-9100"))).isEqualTo(Trouble.LOST);
        assertThat(trouble(new TimeoutException())).isEqualTo(Trouble.LOST);
    }
}
