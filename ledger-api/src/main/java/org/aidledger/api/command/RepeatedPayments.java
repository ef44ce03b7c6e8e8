package org.aidledger.api.command;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.aidledger.approval.ApprovalCommand;
import org.aidledger.approval.ApprovalCommand.RequestApproval;
import org.aidledger.approval.ApprovalEvent.ApprovalRequested;
import org.aidledger.event.EventLog;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Outcome;
import org.aidledger.event.Outcome.Refused;
import org.aidledger.event.Recorded;
import org.aidledger.event.RequestReused;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.MoneyCommand.Payment;
import org.aidledger.fund.MoneyEvent.FundsPaid;
import org.aidledger.fund.MoneyEvent.FundsPaidDirectly;
import org.aidledger.fund.PostBatch;
import org.aidledger.fund.PostBatch.BatchMode;
import org.aidledger.fund.RequestRefused.BatchRefused;
import org.aidledger.fund.RequestRefused.PostingIdReused;
import org.aidledger.payee.Payee;
import org.aidledger.payee.Payees;
import org.aidledger.payee.Pseudonym;
import org.aidledger.rejection.Rejection;

/**
 * Knows a payment that is sent again after its payee was erased: nobody can tell any more whether
 * the name is the same, so it counts as the same where nothing else differs. Otherwise a file of
 * last year could not be imported again, and a client that heard no answer would never hear one.
 */
public final class RepeatedPayments extends PassingSink {

    private static final List<String> PAYEE_ALONE = List.of("payee");

    private final EventLog log;
    private final Payees payees;

    public RepeatedPayments(CommandSink sink, EventLog log, Payees payees) {
        super(sink);
        this.log = log;
        this.payees = payees;
    }

    @Override
    public Outcome send(FundCommand command) {
        Outcome outcome = sink.send(command);
        return asTaken(command, outcome).map(sink::send).orElse(outcome);
    }

    @Override
    public Outcome send(ApprovalCommand command) {
        Outcome outcome = sink.send(command);
        return command instanceof RequestApproval asking
                        && asking.command() instanceof Payment payment
                        && outcome instanceof Refused(RequestReused(var _, var fields))
                        && fields.equals(PAYEE_ALONE)
                ? first(command.stream(), 0)
                        .flatMap(before -> to(before, payment))
                        .map(same -> sink.send(new RequestApproval(same)))
                        .orElse(outcome)
                : outcome;
    }

    @Override
    public List<Outcome> send(PostBatch batch) {
        List<Outcome> outcomes = sink.send(batch);
        return switch (batch.mode()) {
            case ATOMIC -> whole(batch, outcomes);
            case EACH -> each(batch, outcomes);
        };
    }

    private List<Outcome> whole(PostBatch batch, List<Outcome> outcomes) {
        return outcomes.getFirst() instanceof Refused(BatchRefused(int line, Rejection why))
                ? asTaken(batch.lines().get(line - 1), why)
                        .map(same -> send(with(batch, line - 1, same)))
                        .orElse(outcomes)
                : outcomes;
    }

    private static PostBatch with(PostBatch batch, int place, FundCommand line) {
        List<FundCommand> lines = new ArrayList<>(batch.lines());
        lines.set(place, line);
        return new PostBatch(batch.fund(), batch.mode(), lines);
    }

    private List<Outcome> each(PostBatch batch, List<Outcome> outcomes) {
        List<Optional<FundCommand>> again = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            again.add(asTaken(batch.lines().get(i), outcomes.get(i)));
        }
        List<FundCommand> lines = again.stream().flatMap(Optional::stream).toList();
        if (lines.isEmpty()) {
            return outcomes;
        }
        Iterator<Outcome> better =
                sink.send(new PostBatch(batch.fund(), BatchMode.EACH, lines)).iterator();
        List<Outcome> all = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            all.add(again.get(i).isPresent() ? better.next() : outcomes.get(i));
        }
        return all;
    }

    private Optional<FundCommand> asTaken(FundCommand command, Outcome outcome) {
        return outcome instanceof Refused(var why) ? asTaken(command, why) : Optional.empty();
    }

    /** The command with the payee of the earlier one, if that is all they differ in, and erased. */
    private Optional<FundCommand> asTaken(FundCommand command, Rejection why) {
        return command instanceof Payment payment
                        && why instanceof PostingIdReused(var _, var fields, long sequence)
                        && fields.equals(PAYEE_ALONE)
                ? first(command.fund().value(), sequence).flatMap(before -> to(before, payment))
                : Optional.empty();
    }

    private Optional<LedgerEvent> first(String stream, long sequence) {
        return log.ofStream(stream, sequence, 1).stream().findFirst().map(Recorded::event);
    }

    private Optional<Payment> to(LedgerEvent before, Payment payment) {
        return payment.payee().isNamed()
                ? payee(before)
                        .pseudonym()
                        .filter(this::isErased)
                        .map(pseudonym -> payment.to(Payee.of(pseudonym)))
                : Optional.empty();
    }

    private boolean isErased(Pseudonym payee) {
        return !payees.erased(List.of(payee)).isEmpty();
    }

    private static Payee payee(LedgerEvent event) {
        return switch (event) {
            case FundsPaid e -> e.payee();
            case FundsPaidDirectly e -> e.payee();
            case ApprovalRequested e when e.command() instanceof Payment payment -> payment.payee();
            default -> Payee.NOBODY;
        };
    }
}
