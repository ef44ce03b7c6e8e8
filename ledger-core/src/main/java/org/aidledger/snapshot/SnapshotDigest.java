package org.aidledger.snapshot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * SHA-256 of a snapshot's data.
 *
 * @param hex 64 hexadecimal digits in small letters
 */
public record SnapshotDigest(@JsonValue String hex) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SnapshotDigest {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("digest must be 64 hexadecimal digits");
        }
    }

    /** The digest of some bytes. */
    public static SnapshotDigest of(byte[] data) {
        return new SnapshotDigest(HexFormat.of().formatHex(bytes(data)));
    }

    private static byte[] bytes(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** As headers of HTTP have it. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
