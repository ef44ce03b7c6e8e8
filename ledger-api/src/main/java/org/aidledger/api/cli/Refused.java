package org.aidledger.api.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The command line cannot do what was asked; the message is written for whoever asked. */
class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    Refused(String message) {
        super(message);
        this.code = "";
    }

    /** By the ledger, in its own words. */
    Refused(Problem problem) {
        super(problem.toString());
        this.code = problem.code();
    }

    /** The ledger's permanent code; nothing if the command line itself refused. */
    String code() {
        return code;
    }

    Refused(String message, Throwable cause) {
        super(message, cause);
        this.code = "";
    }

    /** A file that somebody named. */
    static Refused unreadable(Path file, IOException cause) {
        return switch (cause) {
            case NoSuchFileException _ -> new Refused("there is no file " + file, cause);
            case AccessDeniedException _ -> new Refused("no right to read " + file, cause);
            default -> new Refused("cannot read " + file + ": " + cause.getMessage(), cause);
        };
    }
}
