package org.aidledger.fund;

import static org.aidledger.fund.FundState.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aidledger.event.PostingId;
import org.aidledger.fund.MoneyCommand.Reverse;
import org.aidledger.fund.MoneyEvent.Mirrored;
import org.aidledger.fund.MoneyEvent.PostingReversed;
import org.aidledger.fund.RequestRefused.AlreadyReversed;
import org.aidledger.fund.RequestRefused.NotReversible;
import org.aidledger.fund.RequestRefused.PostingUnknown;
import org.aidledger.fund.RequestRefused.ReversalTooEarly;
import org.aidledger.fund.RuleBroken.ReclaimNotEnough;
import org.aidledger.money.Money;
import org.aidledger.posting.PostingRules;

/**
 * Decides reversals. A mistake must stay correctable, so plan and closing do not stand in the way;
 * what does: the ceilings, a freeze where the mirror sends money out, and reclaimed money that is
 * elsewhere already.
 */
final class ReversalDecisions {

    private final FundState state;

    ReversalDecisions(FundState state) {
        this.state = state;
    }

    List<FundEvent> reverse(Reverse c) {
        Books.Posted original = reversible(c);
        LocalDate date = c.voucher().effective();
        MoneyEvent event =
                new PostingReversed(
                        c.fund(),
                        c.voucher(),
                        c.reverses(),
                        c.reason(),
                        new Mirrored(original.type(), original.effective(), original.transfers()));
        Judgement judgement = new Judgement(state, c, subject(original, c.fund()));
        sentOut(event).forEach(p -> judgement.rule(MoneyDecisions.frozen(state, p, date)));
        return judgement
                .rule(reclaimUsed(c.reverses(), date))
                .rules(Ceilings.broken(state, event))
                .record(event);
    }

    private Books.Posted reversible(Reverse c) {
        Books.Posted original =
                state.books()
                        .posting(c.reverses())
                        .orElseThrow(() -> refused(new PostingUnknown(c.reverses())));
        if (original.reversal()) {
            throw refused(new NotReversible(c.reverses()));
        }
        state.books()
                .reversalOf(c.reverses())
                .ifPresent(by -> {
                    throw refused(new AlreadyReversed(c.reverses(), by));
                });
        if (c.voucher().effective().isBefore(original.effective())) {
            throw refused(new ReversalTooEarly(c.voucher().effective(), original.effective()));
        }
        return original;
    }

    private Optional<ReclaimNotEnough> reclaimUsed(PostingId id, LocalDate date) {
        Money left = state.books().money(state.releases().leftBeside(id, date));
        return state.releases()
                .reclaimed(id)
                .filter(amount -> amount.compareTo(left) > 0)
                .map(amount -> new ReclaimNotEnough(id, amount, left));
    }

    /**
     * Projects to which money goes again from elsewhere: from the whole fund or another project.
     */
    private static List<ProjectId> sentOut(MoneyEvent event) {
        return PostingRules.transfersFor(event).stream()
                .filter(t -> !t.from().project().equals(t.to().project()))
                .flatMap(t -> t.to().project().stream())
                .toList();
    }

    private static String subject(Books.Posted posting, FundId fund) {
        return posting.transfers().stream()
                .flatMap(t -> Stream.of(t.from(), t.to()))
                .flatMap(a -> a.project().stream())
                .map(ProjectId::value)
                .findFirst()
                .orElse(fund.value());
    }
}
