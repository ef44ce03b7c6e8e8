package org.aidledger.axonserver;

import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.aidledger.eventstore.append.Mirror.Head;
import org.aidledger.eventstore.append.NotWritten;
import org.aidledger.eventstore.log.Original;
import org.aidledger.proof.StoredEvent;

/** The events as Axon Server has them, read anew from the first one on. */
final class AxonServerOriginal implements Original {

    private static final int BUFFER = 4000;

    /** A copy begins with this head. */
    static final Head NOTHING = new Head(-1, 0);

    private final Channel channel;

    AxonServerOriginal(Channel channel) {
        this.channel = channel;
    }

    @Override
    public Reading read() {
        return new FromFirst(channel, channel.after(NOTHING.position(), BUFFER));
    }

    private static final class FromFirst implements Reading {

        private final Channel channel;
        private final EventStream stream;
        private Head head = NOTHING;

        FromFirst(Channel channel, EventStream stream) {
            this.channel = channel;
            this.stream = stream;
        }

        @Override
        public List<StoredEvent> next(int count) {
            List<StoredEvent> events = new ArrayList<>();
            try {
                while (events.size() < count) {
                    EventWithToken next = stream.nextIfAvailable(1, TimeUnit.SECONDS);
                    if (next != null) {
                        events.add(EventForm.read(next, head));
                        head = Head.at(events.getLast());
                    } else if (stream.isClosed()) {
                        throw new IllegalStateException("Axon Server ended the stream of events");
                    } else if (channel.lastToken() <= head.position()) {
                        break;
                    }
                }
                return events;
            } catch (NotWritten e) {
                throw new IllegalStateException("Axon Server does not answer", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while reading Axon Server", e);
            }
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
