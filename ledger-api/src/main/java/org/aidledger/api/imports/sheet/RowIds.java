package org.aidledger.api.imports.sheet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Posting ids for rows that bring none: from what they say, so that the same row is posted once
 * however often it comes, from whichever file and in whatever order. Rows that say the same are
 * numbered, since two equal payments on one day are two payments.
 *
 * <p>A payee is left out: an id stands in events for ever, and must not help anybody to find out
 * whose it was after the name was erased. Rows that differ in nothing but the payee are numbered.
 */
final class RowIds {

    /** So many rows are remembered; larger files bring their own ids. */
    static final int MOST = 200_000;

    private static final int BYTES = 16;

    private final Map<String, Integer> seen = new HashMap<>();

    /** Whether no more ids are given. */
    boolean isFull() {
        return seen.size() >= MOST;
    }

    /**
     * The id of a row.
     *
     * @param fields all that the command says, as the contract writes it
     */
    String of(String command, ObjectNode fields) {
        ObjectNode said = fields.deepCopy();
        said.remove("postingId");
        said.remove("actor");
        said.remove("payee");
        String digest = digest(command + " " + said);
        int times = seen.merge(digest, 1, Integer::sum);
        return "row-" + digest + (times == 1 ? "" : "-" + times);
    }

    private static String digest(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
