package org.aidledger.approval;

import org.aidledger.event.Actor;
import org.aidledger.rejection.Rejection;

/** Why a request for approval refused a command. */
public sealed interface ApprovalRejection extends Rejection {

    record ApprovalUnknown(ApprovalId approval) implements ApprovalRejection {
        @Override
        public String code() {
            return "APPROVAL_UNKNOWN";
        }

        @Override
        public String message() {
            return "There is no request for approval " + approval + ".";
        }
    }

    /**
     * @param standing what became of the request
     */
    record ApprovalSettled(ApprovalId approval, ApprovalStatus standing)
            implements ApprovalRejection {
        @Override
        public String code() {
            return "APPROVAL_SETTLED";
        }

        @Override
        public String message() {
            return "The request for approval %s is settled already: it is %s."
                    .formatted(approval, standing);
        }
    }

    record OwnRequest(ApprovalId approval, Actor requester) implements ApprovalRejection {
        @Override
        public String code() {
            return "OWN_REQUEST";
        }

        @Override
        public String message() {
            return "The request for approval %s is by %s; somebody else has to decide it."
                    .formatted(approval, requester);
        }
    }

    record NotRequester(ApprovalId approval, Actor requester) implements ApprovalRejection {
        @Override
        public String code() {
            return "NOT_REQUESTER";
        }

        @Override
        public String message() {
            return "The request for approval %s is by %s, who alone can withdraw it; reject it."
                    .formatted(approval, requester);
        }
    }

    /** The ledger itself concludes only what was approved. */
    record NotApproved(ApprovalId approval, ApprovalStatus standing) implements ApprovalRejection {
        @Override
        public String code() {
            return "APPROVAL_NOT_GIVEN";
        }

        @Override
        public String message() {
            return "The request for approval %s is %s; only an approved one is carried out."
                    .formatted(approval, standing);
        }
    }
}
