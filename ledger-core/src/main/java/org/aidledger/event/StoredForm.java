package org.aidledger.event;

/**
 * Reads events from their stored bytes, without a store. Whoever keeps events brings one along,
 * found by {@link java.util.ServiceLoader}.
 */
public interface StoredForm {

    /**
     * The event.
     *
     * @param name stored name
     * @param revision shape of the stored form
     * @throws IllegalArgumentException if these are not the bytes of an event that this release
     *     knows
     */
    LedgerEvent read(String name, String revision, byte[] payload);
}
