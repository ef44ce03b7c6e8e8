package org.aidledger.api.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aidledger.access.Denial;
import org.aidledger.api.command.FieldProblem;
import org.aidledger.approval.ApprovalRejection.ApprovalUnknown;
import org.aidledger.finding.FindingRejection.FindingUnknown;
import org.aidledger.fund.RequestRefused.BatchRefused;
import org.aidledger.fund.RequestRefused.FundUnknown;
import org.aidledger.payee.PayeeRejection.PayeeUnknown;
import org.aidledger.rejection.Rejection;
import org.aidledger.sample.SampleRejection.SampleUnknown;
import org.aidledger.snapshot.SnapshotRejection.SnapshotUnknown;
import org.springframework.http.MediaType;

/**
 * An error as RFC 9457 writes it.
 *
 * @param code permanent code, for programs
 * @param detail one sentence about this case, for people
 * @param values further members, such as what would have been accepted
 */
public record Problem(
        int status, String code, String title, String detail, Map<String, Object> values) {

    /** {@code application/problem+json}. */
    public static final MediaType TYPE = MediaType.APPLICATION_PROBLEM_JSON;

    /** What cannot even be read. */
    public static final Problem NOT_UNDERSTOOD =
            of(ProblemCode.BAD_REQUEST, "The request cannot be understood.");

    /** While two releases work side by side; nothing is decided on half a history. */
    public static final Problem TOO_OLD =
            of(
                    ProblemCode.RELEASE_TOO_OLD,
                    "This node runs a release older than the one that wrote some of what is asked"
                            + " for; send the same request to a node that runs the later one, or"
                            + " again after this one was upgraded.");

    /** Seconds after which a passing trouble may be over. */
    static final int RETRY_AFTER_SECONDS = 1;

    /** An error with its code's own title. */
    public static Problem of(ProblemCode code, String detail) {
        return new Problem(code.status(), code.name(), code.title(), detail, Map.of());
    }

    /** A request that cannot be read; the first mistake gives the code, all are listed. */
    public static Problem of(List<FieldProblem> mistakes) {
        FieldProblem first = mistakes.getFirst();
        ProblemCode code = ProblemCode.valueOf(first.code().name());
        String more = mistakes.size() == 1 ? "" : " (and %d more)".formatted(mistakes.size() - 1);
        return of(code, first.detail() + more).with(Map.of("errors", mistakes));
    }

    /**
     * A refusal of the ledger: 403 where the caller may not, 404 where its subject does not exist,
     * else 409.
     */
    public static Problem of(Rejection rejection) {
        return new Problem(
                status(rejection),
                rejection.code(),
                "Refused by the ledger",
                rejection.message(),
                RejectionValues.of(rejection));
    }

    private static int status(Rejection rejection) {
        return switch (rejection) {
            case Denial _ -> 403;
            case BatchRefused(int _, Denial _) -> 403;
            case FundUnknown _ -> 404;
            case FindingUnknown _ -> 404;
            case ApprovalUnknown _ -> 404;
            case PayeeUnknown _ -> 404;
            case SnapshotUnknown _ -> 404;
            case SampleUnknown _ -> 404;
            default -> 409;
        };
    }

    /** The same with further members. */
    public Problem with(Map<String, Object> more) {
        return new Problem(status, code, title, detail, more);
    }

    /** The JSON members, in order. */
    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "urn:aid-ledger:problem:" + code.toLowerCase(Locale.ROOT));
        members.put("title", title);
        members.put("status", status);
        members.put("code", code);
        members.put("detail", detail);
        members.putAll(values);
        return members;
    }
}
