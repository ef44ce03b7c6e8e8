package org.aidledger.api.http;

import java.io.IOException;

/** A body went past its limit while it was read. */
final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    private final long limitBytes;

    BodyTooLarge(long limitBytes) {
        super("more than " + limitBytes + " bytes");
        this.limitBytes = limitBytes;
    }

    Problem problem() {
        return Problem.of(
                ProblemCode.BODY_TOO_LARGE,
                "The body may have at most %d bytes here.".formatted(limitBytes));
    }
}
