package org.aidledger.payee;

import org.aidledger.event.PostingId;
import org.aidledger.rejection.Rejection;

/** Why a command about a payee was refused. */
public sealed interface PayeeRejection extends Rejection {

    record PayeeUnknown(Pseudonym payee) implements PayeeRejection {
        @Override
        public String code() {
            return "PAYEE_UNKNOWN";
        }

        @Override
        public String message() {
            return "No payee is known as " + payee + ".";
        }
    }

    /** An event would name somebody of whom nothing is kept. */
    record PseudonymUnknown(Pseudonym payee) implements PayeeRejection {
        @Override
        public String code() {
            return "PSEUDONYM_UNKNOWN";
        }

        @Override
        public String message() {
            return "This ledger gave nobody the pseudonym " + payee + "; name the payee instead.";
        }
    }

    record PayeeErasedBefore(Pseudonym payee, PostingId postingId) implements PayeeRejection {
        @Override
        public String code() {
            return "PAYEE_ERASED";
        }

        @Override
        public String message() {
            return "The name of %s was erased already, by the request %s."
                    .formatted(payee, postingId);
        }
    }

    /** The event would have kept the name for ever. */
    record PayeeNamed(Pseudonym payee) implements PayeeRejection {
        @Override
        public String code() {
            return "PAYEE_NAMED";
        }

        @Override
        public String message() {
            return "The reason or the note holds the name of %s, and would keep it; leave it out."
                    .formatted(payee);
        }
    }
}
