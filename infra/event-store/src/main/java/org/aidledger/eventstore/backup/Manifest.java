package org.aidledger.eventstore.backup;

import java.time.Instant;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup says of itself, as its last entry.
 *
 * @param form the form of this file
 * @param made when it was made
 * @param events how many events it holds
 * @param latest when the last of them was recorded; the epoch if there is none
 */
record Manifest(String form, Instant made, long events, Instant latest, List<Table> tables) {

    static final String ENTRY = "manifest.json";
    static final String FORM = "aid-ledger backup v1";

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * One table.
     *
     * @param columns in the order in which they were written
     * @param sha256 digest of the entry, in hexadecimal digits
     */
    record Table(String name, List<String> columns, long rows, String sha256) {}

    byte[] written() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    /**
     * Reads a manifest.
     *
     * @throws JacksonException if it is none
     */
    static Manifest read(byte[] json) {
        return JSON.readValue(json, Manifest.class);
    }
}
