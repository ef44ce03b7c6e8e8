package org.aidledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.aidledger.api.http.Problem;
import org.aidledger.api.http.ProblemCode;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import tools.jackson.databind.json.JsonMapper;

/** Answers those whom the filters turn away, in the form of all other errors. */
final class Problems implements AuthenticationEntryPoint, AccessDeniedHandler {

    /**
     * Never {@code Basic}: a browser that was asked for a password once sends it along with
     * whatever other sites make it send.
     */
    private static final String CHALLENGE = "Bearer realm=\"Aid Ledger\"";

    private final JsonMapper json;
    private final Attempts attempts;

    Problems(JsonMapper json, Attempts attempts) {
        this.json = json;
        this.attempts = attempts;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        boolean given = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        if (given) {
            attempts.failed(request.getRemoteAddr());
        }
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                given ? CHALLENGE + ", error=\"invalid_token\"" : CHALLENGE);
        Problem problem =
                e instanceof Refusal refusal
                        ? Problem.of(refusal.code(), refusal.detail())
                        : given
                                ? Problem.of(
                                        ProblemCode.TOKEN_NOT_ACCEPTED,
                                        "The token is not one of this ledger or its issuer, or no"
                                                + " longer valid.")
                                : Problem.of(
                                        ProblemCode.SIGN_IN_REQUIRED,
                                        "Sign in, with Authorization: Bearer and a token, or with"
                                                + " user and password.");
        write(response, problem);
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        write(
                response,
                e instanceof CsrfException
                        ? Problem.of(
                                ProblemCode.CSRF_TOKEN_MISSING,
                                "A request that goes with a session must bring the value of its"
                                        + " cookie XSRF-TOKEN in the header X-XSRF-TOKEN.")
                        : Problem.of(ProblemCode.ACCESS_DENIED, "Nobody may do this."));
    }

    /** Too much, or too often; again after some seconds. */
    void tooMany(HttpServletResponse response, long afterSeconds, String detail)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(afterSeconds));
        write(response, Problem.of(ProblemCode.TOO_MANY_REQUESTS, detail));
    }

    void write(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(Problem.TYPE.toString());
        json.writeValue(response.getOutputStream(), problem.members());
    }
}
