package org.aidledger.api.cli;

/** The command line cannot do what was asked; the message is written for whoever asked. */
class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refused(String message) {
        super(message);
    }

    Refused(String message, Throwable cause) {
        super(message, cause);
    }
}
