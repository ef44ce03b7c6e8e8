package org.aidledger.api.security;

import org.aidledger.api.http.ProblemCode;
import org.springframework.security.core.AuthenticationException;

/** A sign-in that was not accepted, with the code to answer. */
final class Refusal extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;

    Refusal(ProblemCode code, String detail) {
        super(detail);
        this.code = code;
    }

    ProblemCode code() {
        return code;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
