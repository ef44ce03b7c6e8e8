package org.aidledger.payee;

import org.aidledger.event.LedgerEvent;
import org.aidledger.event.StoredAs;
import org.aidledger.event.Voucher;

/**
 * What happened to a payee's personal data. It belongs to no fund: a payee may have had several.
 */
public sealed interface PayeeEvent extends LedgerEvent {

    Pseudonym payee();

    @Override
    default String stream() {
        return stream(payee());
    }

    /** The stream of a payee. */
    static String stream(Pseudonym payee) {
        return "payee:" + payee;
    }

    /** The name was erased: nobody can tell any more whom the pseudonym stood for. */
    @StoredAs("payee.erased")
    record PayeeErased(Pseudonym payee, Voucher voucher, String reason) implements PayeeEvent {}
}
