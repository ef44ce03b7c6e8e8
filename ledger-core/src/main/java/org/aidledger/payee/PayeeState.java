package org.aidledger.payee;

import java.util.List;
import java.util.Optional;
import org.aidledger.event.Decider;
import org.aidledger.event.PostingId;
import org.aidledger.event.Requests;
import org.aidledger.payee.PayeeCommand.ErasePayee;
import org.aidledger.payee.PayeeEvent.PayeeErased;
import org.aidledger.payee.PayeeRejection.PayeeErasedBefore;
import org.aidledger.rejection.CommandRejected;

/** One payee as its own events made it. Knows no name, framework, clock or storage. */
public final class PayeeState implements Decider<PayeeCommand, PayeeEvent> {

    private final Requests requests = new Requests();
    private Optional<PostingId> erasedBy = Optional.empty();
    private long nextSequence;

    /**
     * What a command leads to. Empty if the same request was accepted before.
     *
     * @throws CommandRejected if it is refused
     */
    @Override
    public List<PayeeEvent> decide(PayeeCommand command) {
        if (requests.hasTaken((Record) command, command.voucher())) {
            return List.of();
        }
        return switch (command) {
            case ErasePayee c -> erase(c);
        };
    }

    private List<PayeeEvent> erase(ErasePayee c) {
        erasedBy.ifPresent(before -> {
            throw new CommandRejected(new PayeeErasedBefore(c.payee(), before));
        });
        return List.of(new PayeeErased(c.payee(), c.voucher(), c.reason()));
    }

    /** Remembers an event. Never refuses. */
    @Override
    public void on(PayeeEvent event) {
        requests.remember(event, nextSequence++);
        erasedBy =
                switch (event) {
                    case PayeeErased e -> Optional.of(e.voucher().postingId());
                };
    }

    /** Sequence of the first event of a request in this stream, if it was accepted. */
    @Override
    public Optional<Long> sequenceOf(PostingId id) {
        return requests.sequenceOf(id);
    }

    /** How many events the stream holds. */
    @Override
    public long eventCount() {
        return nextSequence;
    }
}
