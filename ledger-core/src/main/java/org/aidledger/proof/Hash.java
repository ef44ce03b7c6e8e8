package org.aidledger.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A SHA-256 hash: of a leaf, of two others as RFC 6962 section 2.1 joins them, or of bytes. */
public final class Hash {

    /** Bytes in a hash. */
    public static final int BYTES = 32;

    /** The hash of the tree without leaves. */
    public static final Hash EMPTY = new Hash(sha256().digest());

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Of a leaf's bytes. */
    public static Hash ofLeaf(byte[] leaf) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return new Hash(digest.digest(leaf));
    }

    /** Of an inner node. */
    public static Hash ofNode(Hash left, Hash right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left.bytes);
        return new Hash(digest.digest(right.bytes));
    }

    /** Of bytes that are no part of a tree by themselves. */
    public static Hash of(byte[] content) {
        return new Hash(sha256().digest(content));
    }

    /**
     * One of several hashes that stand behind each other.
     *
     * @param index of the hash, not of its first byte
     */
    public static Hash at(byte[] hashes, int index) {
        return new Hash(Arrays.copyOfRange(hashes, index * BYTES, (index + 1) * BYTES));
    }

    /**
     * Reads standard base64.
     *
     * @throws IllegalArgumentException if the text is not the one way to write 32 bytes
     */
    public static Hash parse(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        Hash hash = new Hash(bytes);
        if (bytes.length != BYTES || !hash.toString().equals(base64)) {
            throw new IllegalArgumentException("'" + base64 + "' is not the base64 of a hash");
        }
        return hash;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Writes it where several stand behind each other. */
    public void into(byte[] hashes, int index) {
        System.arraycopy(bytes, 0, hashes, index * BYTES, BYTES);
    }

    /** As hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** In standard base64, as in checkpoints and proofs. */
    @Override
    public String toString() {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
