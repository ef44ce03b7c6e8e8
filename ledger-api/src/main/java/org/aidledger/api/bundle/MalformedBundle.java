package org.aidledger.api.bundle;

/** A file that is no bundle, or is damaged in a way that leaves nothing to check. */
public final class MalformedBundle extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedBundle(long line, String reason) {
        super("this is no bundle: line " + line + ": " + reason);
    }
}
