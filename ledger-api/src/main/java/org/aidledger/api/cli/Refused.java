package org.aidledger.api.cli;

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
}
