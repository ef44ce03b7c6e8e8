package org.aidledger.embedded;

import org.jspecify.annotations.Nullable;

/** The embedded server cannot run; the message is written for whoever started the program. */
public class EmbeddedPostgresException extends RuntimeException {

    EmbeddedPostgresException(String message) {
        super(message);
    }

    EmbeddedPostgresException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
