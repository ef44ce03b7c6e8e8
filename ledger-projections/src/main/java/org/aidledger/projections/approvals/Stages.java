package org.aidledger.projections.approvals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.aidledger.approval.ApprovalId;
import org.aidledger.approval.ApprovalStatus;
import org.aidledger.fund.FundId;
import org.aidledger.money.Money;
import org.aidledger.projections.approvals.RegisteredApproval.Kind;
import org.aidledger.projections.approvals.RegisteredApproval.Role;
import org.aidledger.projections.approvals.RegisteredApproval.Signature;

/**
 * The stages of one request, in order.
 *
 * @param stages the first is the request itself
 */
record Stages(List<Row> stages) {

    /** One stage as stored; what the stage does not say is empty. */
    record Row(
            long position,
            ApprovalId approval,
            FundId fund,
            LocalDate effective,
            Instant recorded,
            Kind kind,
            ApprovalStatus status,
            String actor,
            String postingId,
            String subject,
            List<String> projects,
            String amount,
            String role,
            String code,
            String reason) {

        static Row read(ResultSet row, int number) throws SQLException {
            return new Row(
                    row.getLong("position"),
                    new ApprovalId(row.getString("approval")),
                    new FundId(row.getString("fund")),
                    row.getObject("effective", LocalDate.class),
                    row.getObject("recorded", OffsetDateTime.class).toInstant(),
                    Kind.valueOf(row.getString("kind")),
                    ApprovalStatus.valueOf(row.getString("status")),
                    row.getString("actor"),
                    row.getString("posting_id"),
                    row.getString("subject"),
                    Arrays.asList((String[]) row.getArray("projects").getArray()),
                    row.getString("amount"),
                    row.getString("role"),
                    row.getString("code"),
                    row.getString("reason"));
        }
    }

    RegisteredApproval registered() {
        Row asked = stages.getFirst();
        Row last = stages.getLast();
        return new RegisteredApproval(
                asked.approval(),
                asked.fund(),
                asked.kind(),
                asked.subject(),
                asked.projects(),
                text(asked.amount()).map(Money::parse),
                asked.postingId(),
                asked.effective(),
                asked.actor(),
                asked.recorded(),
                asked.position(),
                last.status(),
                asked.kind().roles().stream().map(this::signature).toList(),
                text(last.reason()).or(() -> text(asked.reason())),
                text(last.code()));
    }

    private Signature signature(Role role) {
        Optional<Row> given = stages.stream().filter(s -> s.role().equals(role.name())).findFirst();
        return new Signature(
                role, given.map(Row::actor), given.map(Row::recorded), given.map(Row::postingId));
    }

    private static Optional<String> text(String text) {
        return Optional.of(text).filter(t -> !t.isEmpty());
    }
}
