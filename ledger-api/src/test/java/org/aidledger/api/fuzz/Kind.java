package org.aidledger.api.fuzz;

import java.util.Locale;

/** What is wrong with an input. */
enum Kind {
    VALID,
    MISSING,
    WRONG_TYPE,
    HUGE,
    EMPTY,
    UNICODE,
    CONTROL,
    NUL,
    DEEP,
    NUMBER,
    DATE,
    TRAVERSAL,
    TEMPLATE,
    UNKNOWN,
    REPEATED,
    ACCEPT,
    CONTENT_TYPE,
    METHOD,
    INVALID_UTF8,
    CUT_SHORT,
    NOISE,
    HEADER,
    PERCENT,
    FRAMING;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
