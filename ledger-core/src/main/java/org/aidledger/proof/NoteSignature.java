package org.aidledger.proof;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A signature at the end of a note.
 *
 * @param name of who signed, as it claims
 * @param keyId eight hexadecimal digits
 * @param value the signature, after a witness's time
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its text
public record NoteSignature(String name, String keyId, byte[] value) {

    private static final int ID_BYTES = 4;

    private static final Pattern LINE =
            Pattern.compile("\u2014 ([^\\s\\p{Z}+]{1,200}) ([A-Za-z0-9+/]{8,8000}={0,2})");

    /**
     * Reads a line without its end. One signature is written in one way: spare bits are zero.
     *
     * @throws IllegalArgumentException if it is no signature
     */
    public static NoteSignature parse(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("a signature is written '\u2014 name base64'");
        }
        byte[] bytes = Base64.getDecoder().decode(parts.group(2));
        if (!Base64.getEncoder().encodeToString(bytes).equals(parts.group(2))) {
            throw new IllegalArgumentException(
                    "the signature of " + parts.group(1) + " is not written in the one way");
        }
        if (bytes.length <= ID_BYTES) {
            throw new IllegalArgumentException("the signature of " + parts.group(1) + " is short");
        }
        return new NoteSignature(
                parts.group(1),
                HexFormat.of().formatHex(bytes, 0, ID_BYTES),
                Arrays.copyOfRange(bytes, ID_BYTES, bytes.length));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature s && toString().equals(s.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** The line, without its end. */
    @Override
    public String toString() {
        byte[] bytes = new byte[ID_BYTES + value.length];
        System.arraycopy(HexFormat.of().parseHex(keyId), 0, bytes, 0, ID_BYTES);
        System.arraycopy(value, 0, bytes, ID_BYTES, value.length);
        return "\u2014 " + name + " " + Base64.getEncoder().encodeToString(bytes);
    }
}
