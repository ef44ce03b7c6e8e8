package org.aidledger.payee;

import org.aidledger.event.Becomes;
import org.aidledger.event.Texts;
import org.aidledger.event.Voucher;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked about a payee. */
public sealed interface PayeeCommand {

    Pseudonym payee();

    /** The payee's stream, apart from those of funds. */
    @TargetAggregateIdentifier
    default String stream() {
        return PayeeEvent.stream(payee());
    }

    Voucher voucher();

    /** Erases the payee's name for ever; what was paid stays as it is. */
    @Becomes(PayeeEvent.PayeeErased.class)
    record ErasePayee(Pseudonym payee, Voucher voucher, String reason) implements PayeeCommand {
        public ErasePayee {
            reason = Texts.required("reason", reason, 500);
        }
    }
}
