package org.aidledger.fund;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aidledger.fund.GovernanceEvent.BreachNoted;

/**
 * Weighs the rules that a command breaks. A strict fund refuses at the first one; an observed fund
 * records the event and, beside it, a breach for each.
 */
final class Judgement {

    private final FundState state;
    private final FundCommand command;
    private final String subject;
    private final List<RuleBroken> breaches = new ArrayList<>();

    Judgement(FundState state, FundCommand command, String subject) {
        this.state = state;
        this.command = command;
        this.subject = subject;
    }

    Judgement(FundState state, FundCommand command, ProjectId project) {
        this(state, command, project.value());
    }

    /** A rule, broken or not. */
    Judgement rule(Optional<? extends RuleBroken> broken) {
        broken.ifPresent(b -> {
            if (!state.isObserved()) {
                throw FundState.refused(b);
            }
            breaches.add(b);
        });
        return this;
    }

    /** Several rules, those broken. */
    Judgement rules(List<? extends RuleBroken> broken) {
        broken.forEach(b -> rule(Optional.of(b)));
        return this;
    }

    /** A rule whose breach is a finding, not an obstacle: noted in every fund. */
    Judgement noted(Optional<? extends RuleBroken> broken) {
        broken.ifPresent(breaches::add);
        return this;
    }

    /** The event, followed by the breaches it comes with. */
    List<FundEvent> record(FundEvent event) {
        List<FundEvent> events = new ArrayList<>();
        events.add(event);
        for (RuleBroken b : breaches) {
            events.add(
                    new BreachNoted(
                            command.fund(), command.voucher(), b.code(), subject, b.message()));
        }
        return List.copyOf(events);
    }
}
