package org.aidledger.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The written form that private keys and verifier keys have in common: {@code name+id+base64}. */
final class KeyText {

    /** Bytes of a key of Ed25519, private or public. */
    static final int KEY_BYTES = 32;

    private static final Pattern NAME = Pattern.compile("[^\\s\\p{Z}\\p{Cntrl}+]{1,200}");
    private static final int ID_BYTES = 4;

    private KeyText() {}

    /**
     * What a text says.
     *
     * @param id as written
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Parts(String name, String id, KeyType type, byte[] key) {}

    static String requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a key's name has no spaces and no '+', unlike '" + name + "'");
        }
        return name;
    }

    /** The first bytes of a hash over name, type and public key. */
    static String id(String name, KeyType type, byte[] publicKey) {
        MessageDigest digest = Hash.sha256();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(type.code());
        digest.update(publicKey);
        return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
    }

    static String write(String name, String id, KeyType type, byte[] key) {
        byte[] typed = new byte[1 + key.length];
        typed[0] = type.code();
        System.arraycopy(key, 0, typed, 1, key.length);
        return name + "+" + id + "+" + Base64.getEncoder().encodeToString(typed);
    }

    static Parts parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length < 3) {
            throw new IllegalArgumentException("a key is written name+id+base64");
        }
        byte[] typed = Base64.getDecoder().decode(parts[2]);
        if (typed.length != 1 + KEY_BYTES
                || !Base64.getEncoder().encodeToString(typed).equals(parts[2])) {
            throw new IllegalArgumentException("a key of Ed25519 has " + KEY_BYTES + " bytes");
        }
        return new Parts(
                requireName(parts[0]),
                parts[1],
                KeyType.of(typed[0]),
                Arrays.copyOfRange(typed, 1, typed.length));
    }
}
