package org.aidledger.api.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Makes secrets that nobody can guess, and what is kept of them. */
final class Secrets {

    /** What every token of this ledger begins with, so that people and scanners recognise it. */
    static final String TOKEN_PREFIX = "aidl_";

    private static final int TOKEN_BYTES = 32;
    private static final int PASSWORD_BYTES = 12;
    private static final int ID_BYTES = 6;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** A token of 256 random bits. */
    static String token() {
        return TOKEN_PREFIX
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES));
    }

    /** What a browser shows to go on in its session: 256 random bits. */
    static String session() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES));
    }

    /** A password of 96 random bits, to be changed by its receiver. */
    static String password() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(PASSWORD_BYTES));
    }

    /** A short name for a token. */
    static String id() {
        return HexFormat.of().formatHex(bytes(ID_BYTES));
    }

    /** All that is kept of a token or session: they are random, a plain hash gives nothing away. */
    static String sha256(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
