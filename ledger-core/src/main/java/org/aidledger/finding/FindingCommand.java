package org.aidledger.finding;

import java.time.LocalDate;
import org.aidledger.event.Becomes;
import org.aidledger.event.Texts;
import org.aidledger.event.Voucher;
import org.aidledger.fund.FundId;
import org.aidledger.money.Money;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a finding. */
public sealed interface FindingCommand {

    /** The largest amount of one finding. */
    long MOST_MINOR_UNITS = 1_000_000_000_000_000L;

    FindingId finding();

    /** The finding's stream, apart from those of funds. */
    @TargetAggregateIdentifier
    default String stream() {
        return "finding:" + finding();
    }

    Voucher voucher();

    /**
     * Raises a finding.
     *
     * @param project the project it concerns, empty if the whole fund
     * @param amount the money it concerns, zero if none; at most {@value #MOST_MINOR_UNITS} minor
     *     units, so that sums over a register stay countable
     * @param source the audit or inspection behind it
     */
    @Becomes(FindingEvent.FindingRaised.class)
    record RaiseFinding(
            FindingId finding,
            Voucher voucher,
            FundId fund,
            String project,
            FindingType type,
            Money amount,
            String description,
            String source)
            implements FindingCommand {
        public RaiseFinding {
            project = Texts.optional("project", project, 200);
            description = Texts.required("description", description, 2000);
            source = Texts.required("source", source, 500);
            if (amount.isNegative() || amount.minorUnits() > MOST_MINOR_UNITS) {
                throw new IllegalArgumentException(
                        "amount must be from zero to %s, not %s"
                                .formatted(
                                        new Money(MOST_MINOR_UNITS, amount.denomination()),
                                        amount));
            }
        }
    }

    /** Says what will be done about it, by whom, until when (R23). */
    @Becomes(FindingEvent.RectificationAssigned.class)
    record AssignRectification(
            FindingId finding,
            Voucher voucher,
            String measure,
            String responsibleLeader,
            String responsibleOffice,
            LocalDate deadline)
            implements FindingCommand {
        public AssignRectification {
            measure = Texts.required("measure", measure, 2000);
            responsibleLeader = Texts.required("responsibleLeader", responsibleLeader, 100);
            responsibleOffice = Texts.required("responsibleOffice", responsibleOffice, 200);
            Voucher.requireDate("deadline", deadline);
        }
    }

    /** Submits evidence of the rectification; the papers are the voucher's documents. */
    @Becomes(FindingEvent.EvidenceSubmitted.class)
    record SubmitEvidence(FindingId finding, Voucher voucher, String evidence)
            implements FindingCommand {
        public SubmitEvidence {
            evidence = Texts.required("evidence", evidence, 2000);
        }
    }

    /** Closes the finding; the actor is the reviewer (R24). */
    @Becomes(FindingEvent.FindingClosed.class)
    record CloseFinding(FindingId finding, Voucher voucher, String conclusion)
            implements FindingCommand {
        public CloseFinding {
            conclusion = Texts.required("conclusion", conclusion, 2000);
        }
    }

    /** Opens a closed finding again (R24). */
    @Becomes(FindingEvent.FindingReopened.class)
    record ReopenFinding(FindingId finding, Voucher voucher, String reason)
            implements FindingCommand {
        public ReopenFinding {
            reason = Texts.required("reason", reason, 2000);
        }
    }
}
