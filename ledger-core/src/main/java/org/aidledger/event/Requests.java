package org.aidledger.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.aidledger.memory.Archive;
import org.aidledger.memory.MemoryReader;
import org.aidledger.memory.MemoryWriter;
import org.aidledger.rejection.CommandRejected;

/**
 * The requests that a stream has taken, by posting id. Of each it keeps the sequence of its first
 * event, which kind of event that is, and a short hash of every component of it; the event repeats
 * its command's components under the same names.
 */
public final class Requests {

    private final Archive taken = new Archive();

    /** Remembers an event. Further events under the same voucher belong to the first one. */
    public void remember(LedgerEvent event, long sequence) {
        String id = event.voucher().postingId().value();
        if (taken.has(id)) {
            return;
        }
        Content content = Content.of(event.getClass());
        MemoryWriter out = new MemoryWriter();
        out.number(sequence);
        out.fixed(content.kind());
        for (long hash : content.hashes((Record) event)) {
            out.fixed(hash);
        }
        taken.add(id, out.toBytes());
    }

    /** Whether the id was used, and if so at which sequence. */
    public Optional<Long> sequenceOf(PostingId id) {
        return taken.find(id.value()).map(MemoryReader::number);
    }

    /**
     * Whether the same request was taken before.
     *
     * @throws CommandRejected if another one was, under its posting id
     */
    public boolean hasTaken(Record command, Voucher voucher) {
        return hasTaken(voucher, () -> differences(command, voucher));
    }

    /**
     * The same where a stream tells its requests apart in its own way.
     *
     * @param differences asked only if the posting id was used
     */
    public boolean hasTaken(Voucher voucher, Supplier<List<String>> differences) {
        PostingId id = voucher.postingId();
        if (!taken.has(id.value())) {
            return false;
        }
        List<String> fields = differences.get();
        if (!fields.isEmpty()) {
            throw new CommandRejected(new RequestReused(id, fields));
        }
        return true;
    }

    /** The components in which a command differs from the one taken under the same id. */
    public List<String> differences(Record command, Voucher voucher) {
        return taken.find(voucher.postingId().value())
                .map(before -> differences(command, before))
                .orElse(List.of());
    }

    /** The components in which two records of one kind differ, those of their vouchers included. */
    public static List<String> differences(Record one, Record other) {
        if (one.getClass() != other.getClass()) {
            return List.of("command");
        }
        Content content = Content.of(one.getClass());
        long[] hashes = content.hashes(one);
        long[] others = content.hashes(other);
        return IntStream.range(0, hashes.length)
                .filter(i -> hashes[i] != others[i])
                .mapToObj(content.names()::get)
                .sorted()
                .toList();
    }

    private static List<String> differences(Record command, MemoryReader before) {
        Content event = Content.of(command.getClass().getAnnotation(Becomes.class).value());
        var _ = before.number();
        if (before.fixed() != event.kind()) {
            return List.of("command");
        }
        long[] hashesBefore = event.names().stream().mapToLong(_ -> before.fixed()).toArray();
        Content own = Content.of(command.getClass());
        long[] hashes = own.hashes(command);
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < hashes.length; i++) {
            int there = event.names().indexOf(own.names().get(i));
            if (there < 0 || hashesBefore[there] != hashes[i]) {
                fields.add(own.names().get(i));
            }
        }
        return fields.stream().sorted().toList();
    }

    public void write(MemoryWriter out) {
        taken.write(out);
    }

    /** Fills an empty one. */
    public void read(MemoryReader in) {
        taken.read(in);
    }
}
