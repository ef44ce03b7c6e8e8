package org.aidledger.projections.findings;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.aidledger.event.DocumentRef;
import org.aidledger.finding.FindingId;
import org.aidledger.finding.FindingType;
import org.aidledger.fund.FundId;
import org.aidledger.money.Money;

/**
 * A finding as it stands at a point in time.
 *
 * @param project the project it concerns; empty if the whole fund
 * @param amount the money it concerns, zero if none
 * @param source the audit or inspection behind it
 * @param rectification the latest assignment, if any
 * @param overdue not closed although the deadline has passed at the point in time asked about
 * @param evidence what was submitted, in order
 * @param closing the latest closing, unless it was reopened since
 * @param reopened how often it was reopened
 */
public record RegisteredFinding(
        FindingId finding,
        FundId fund,
        Optional<String> project,
        FindingType type,
        Money amount,
        String description,
        String source,
        LocalDate raisedOn,
        String raisedBy,
        Status status,
        Optional<Rectification> rectification,
        boolean overdue,
        List<Evidence> evidence,
        Optional<Closing> closing,
        int reopened) {

    public RegisteredFinding {
        evidence = List.copyOf(evidence);
    }

    /** How far a finding has come. */
    public enum Status {
        RAISED,
        ASSIGNED,
        EVIDENCE_SUBMITTED,
        CLOSED,
        REOPENED
    }

    /** What will be done about it, by whom, until when. */
    public record Rectification(String measure, String leader, String office, LocalDate deadline) {}

    /** Proof of the rectification. */
    public record Evidence(LocalDate on, String by, String evidence, List<DocumentRef> documents) {
        public Evidence {
            documents = List.copyOf(documents);
        }
    }

    /** By whom it was closed. */
    public record Closing(LocalDate on, String by, String conclusion) {}
}
