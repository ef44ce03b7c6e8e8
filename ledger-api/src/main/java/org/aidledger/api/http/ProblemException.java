package org.aidledger.api.http;

import java.util.Map;
import org.aidledger.fund.FundId;
import org.aidledger.rejection.Rejection;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
    }

    public ProblemException(ProblemCode code, String detail) {
        this(Problem.of(code, detail));
    }

    public ProblemException(Rejection rejection) {
        this(Problem.of(rejection));
    }

    /** A value of the request, by the name of its field or parameter. */
    public static ProblemException invalid(String field, String detail) {
        return new ProblemException(
                Problem.of(
                        java.util.List.of(
                                new org.aidledger.api.command.FieldProblem(
                                        org.aidledger.api.command.FieldProblem.Code.INVALID_VALUE,
                                        field,
                                        detail))));
    }

    /** The fund was not open, or not known, at the point in time asked about. */
    public static ProblemException unknownFund(FundId fund) {
        return new ProblemException(
                Problem.of(
                                ProblemCode.FUND_UNKNOWN,
                                "There is no fund " + fund + " at the point in time asked about.")
                        .with(Map.of("fund", fund.value())));
    }

    public Problem problem() {
        return problem;
    }
}
