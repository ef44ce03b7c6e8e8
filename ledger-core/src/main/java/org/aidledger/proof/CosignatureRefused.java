package org.aidledger.proof;

/** A witness's signature that the log does not take; the message says why. */
public final class CosignatureRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CosignatureRefused(String reason) {
        super(reason);
    }
}
