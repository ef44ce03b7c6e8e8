package org.aidledger.eventstore.payee;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM as the JDK has it, with a fresh nonce before each text; and keyed hashes. */
final class Sealing {

    static final int KEY_BYTES = 32;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sealing() {}

    static byte[] key() {
        return random(KEY_BYTES);
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    /**
     * @param about bound to the text: it opens only with the same
     */
    static byte[] seal(byte[] key, byte[] text, String about) {
        byte[] nonce = random(NONCE_BYTES);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, about).doFinal(text);
            byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
            return whole;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot seal", e);
        }
    }

    /**
     * @throws GeneralSecurityException if it was sealed with another key or about something else,
     *     or was altered
     */
    static byte[] open(byte[] key, byte[] whole, String about) throws GeneralSecurityException {
        if (whole.length < NONCE_BYTES) {
            throw new GeneralSecurityException("too short to be sealed");
        }
        byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
        return cipher(Cipher.DECRYPT_MODE, key, nonce, about)
                .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String about)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(about.getBytes(UTF_8));
        return cipher;
    }

    /**
     * HMAC-SHA256.
     *
     * @param purpose sets apart what one key is used for
     */
    static byte[] hash(byte[] key, String purpose, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(purpose.getBytes(UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
