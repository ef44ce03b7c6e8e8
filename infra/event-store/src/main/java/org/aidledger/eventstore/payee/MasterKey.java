package org.aidledger.eventstore.payee;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import org.aidledger.payee.Pseudonym;

/** The key that seals those of payees, and finds payees by name. Never in the database. */
final class MasterKey {

    private static final int ID_BYTES = 8;

    private final byte[] secret;

    private MasterKey(byte[] secret) {
        if (secret.length != Sealing.KEY_BYTES) {
            throw new IllegalStateException(
                    "a master key of payees is 32 bytes in Base64, not " + secret.length);
        }
        this.secret = secret;
    }

    static MasterKey fresh() {
        return new MasterKey(Sealing.key());
    }

    /**
     * @throws IllegalStateException if it is none
     */
    static MasterKey parse(String base64) {
        try {
            return new MasterKey(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException _) {
            // Its message would repeat what may be most of a key.
            throw new IllegalStateException("a master key of payees is 32 bytes in Base64");
        }
    }

    String written() {
        return Base64.getEncoder().encodeToString(secret);
    }

    /** Tells keys apart without saying anything about them. */
    String id() {
        return HexFormat.of().formatHex(Sealing.hash(secret, "id", ""), 0, ID_BYTES);
    }

    byte[] seal(PayeeKey key, Pseudonym about) {
        return key.sealed(sealing(), about);
    }

    PayeeKey open(byte[] sealed, Pseudonym about) throws GeneralSecurityException {
        return PayeeKey.opened(sealed, sealing(), about);
    }

    /** By what a name is found in the database; says nothing to those without this key. */
    byte[] traceOf(String name) {
        return Sealing.hash(secret, "trace", name);
    }

    private byte[] sealing() {
        return Sealing.hash(secret, "keys", "");
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "master key " + id();
    }
}
