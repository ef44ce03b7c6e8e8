package org.aidledger.finding;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.event.Actor;
import org.aidledger.rejection.Rejection;

/** Why a finding refused a command. */
public sealed interface FindingRejection extends Rejection {

    record FindingUnknown(FindingId finding) implements FindingRejection {
        @Override
        public String code() {
            return "FINDING_UNKNOWN";
        }

        @Override
        public String message() {
            return "There is no finding " + finding + "; raise it first.";
        }
    }

    record FindingExists(FindingId finding) implements FindingRejection {
        @Override
        public String code() {
            return "FINDING_EXISTS";
        }

        @Override
        public String message() {
            return "Finding " + finding + " was raised already; choose another id.";
        }
    }

    record FindingIsClosed(FindingId finding, LocalDate on) implements FindingRejection {
        @Override
        public String code() {
            return "FINDING_CLOSED";
        }

        @Override
        public String message() {
            return "Finding " + finding + " was closed on " + on + "; reopen it first.";
        }
    }

    record FindingNotClosed(FindingId finding) implements FindingRejection {
        @Override
        public String code() {
            return "FINDING_NOT_CLOSED";
        }

        @Override
        public String message() {
            return "Finding " + finding + " is open; there is nothing to reopen.";
        }
    }

    /**
     * @param missing what has to come before the closing
     */
    record RectificationIncomplete(FindingId finding, List<String> missing)
            implements FindingRejection {
        @Override
        public String code() {
            return "RECTIFICATION_INCOMPLETE";
        }

        @Override
        public String message() {
            return "Finding %s cannot be closed before: %s."
                    .formatted(finding, String.join(", ", missing));
        }
    }

    /**
     * @param owner who is responsible or brought the evidence
     */
    record ReviewerIsOwner(FindingId finding, Actor owner) implements FindingRejection {
        @Override
        public String code() {
            return "REVIEWER_IS_OWNER";
        }

        @Override
        public String message() {
            return "Finding %s is owned by %s; somebody else has to close it."
                    .formatted(finding, owner);
        }
    }

    record EventOutOfOrder(FindingId finding, LocalDate effective, LocalDate earliest)
            implements FindingRejection {
        @Override
        public String code() {
            return "OUT_OF_ORDER";
        }

        @Override
        public String message() {
            return "Finding %s stands at %s; nothing can be dated %s before that."
                    .formatted(finding, earliest, effective);
        }
    }
}
