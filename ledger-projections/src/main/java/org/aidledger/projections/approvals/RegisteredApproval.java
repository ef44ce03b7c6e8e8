package org.aidledger.projections.approvals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.aidledger.approval.ApprovalId;
import org.aidledger.approval.ApprovalStatus;
import org.aidledger.fund.FundId;
import org.aidledger.money.Money;

/**
 * What waits, or waited, for somebody's approval.
 *
 * @param subject the command's written name, or the adjustment's id
 * @param effective business date of the command or proposal
 * @param position position of the event that asked for it
 * @param signatures those needed, in order
 * @param reason why it was asked for, rejected, withdrawn, or is no longer possible
 * @param refusal permanent code with which the fund refused what was approved
 */
public record RegisteredApproval(
        ApprovalId approval,
        FundId fund,
        Kind kind,
        String subject,
        List<String> projects,
        Optional<Money> amount,
        String postingId,
        LocalDate effective,
        String requestedBy,
        Instant requestedAt,
        long position,
        ApprovalStatus status,
        List<Signature> signatures,
        Optional<String> reason,
        Optional<String> refusal) {

    public RegisteredApproval {
        projects = List.copyOf(projects);
        signatures = List.copyOf(signatures);
    }

    /** What is approved. */
    public enum Kind {
        /** A command that its fund does not take from one person alone. */
        COMMAND,
        /** A change of an issued plan (R4). */
        ADJUSTMENT;

        /** Who has to sign, in order. */
        public List<Role> roles() {
            return switch (this) {
                case COMMAND -> List.of(Role.APPROVER);
                case ADJUSTMENT -> List.of(Role.HEADQUARTERS, Role.RECIPIENT, Role.PROVINCE);
            };
        }
    }

    /** As what somebody signs. */
    public enum Role {
        /** Anybody but the requester who may approve. */
        APPROVER,
        /** 前方指挥部. */
        HEADQUARTERS,
        /** 受援地. */
        RECIPIENT,
        /** 省对口办. */
        PROVINCE
    }

    /**
     * A signature, there or to come.
     *
     * @param by empty while it is to come
     * @param postingId of the request that gave it
     */
    public record Signature(
            Role role, Optional<String> by, Optional<Instant> at, Optional<String> postingId) {}

    /** The role whose turn it is; empty if nobody's signature is missing, or it is settled. */
    public Optional<Role> next() {
        return status != ApprovalStatus.PENDING
                ? Optional.empty()
                : signatures.stream()
                        .filter(s -> s.by().isEmpty())
                        .map(Signature::role)
                        .findFirst();
    }
}
