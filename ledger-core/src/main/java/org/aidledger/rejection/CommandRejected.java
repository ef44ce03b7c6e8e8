package org.aidledger.rejection;

/** Carries a {@link Rejection} out of a command handler. Nothing was appended. */
public final class CommandRejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    public CommandRejected(Rejection rejection) {
        super(rejection.code() + ": " + rejection.message(), null, false, false);
        this.rejection = rejection;
    }

    public Rejection rejection() {
        return rejection;
    }
}
