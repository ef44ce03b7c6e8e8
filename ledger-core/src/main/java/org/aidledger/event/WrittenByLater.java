package org.aidledger.event;

/**
 * An event was stored by a later release, and this one does not know its shape. Nothing may be
 * decided or shown that would leave it out.
 */
public final class WrittenByLater extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param name under which the event is stored
     * @param revision of its shape
     */
    public WrittenByLater(String name, String revision) {
        super(
                "An event is stored as '%s' revision %s, which this release does not know. Was the ledger written by a later one?"
                        .formatted(name, revision));
    }
}
