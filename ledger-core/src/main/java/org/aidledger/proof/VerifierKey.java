package org.aidledger.proof;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/**
 * A public key with the name of who signs with it, in the written form of C2SP's {@code
 * signed-note}: {@code name+id+base64}.
 */
public final class VerifierKey {

    static final String ALGORITHM = "Ed25519";

    private final String name;
    private final String id;
    private final KeyType type;
    private final byte[] bytes;
    private final PublicKey key;

    private VerifierKey(String name, KeyType type, byte[] bytes) {
        this.name = KeyText.requireName(name);
        this.type = type;
        this.bytes = bytes.clone();
        this.id = KeyText.id(name, type, bytes);
        this.key = decoded(bytes);
    }

    static VerifierKey of(String name, KeyType type, byte[] publicKey) {
        return new VerifierKey(name, type, publicKey);
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException if it is no key, or its id is not that of the key
     */
    public static VerifierKey parse(String text) {
        KeyText.Parts parts = KeyText.parse(text);
        VerifierKey key = new VerifierKey(parts.name(), parts.type(), parts.key());
        if (!key.id.equals(parts.id())) {
            throw new IllegalArgumentException("the id of the key " + text + " is not its own");
        }
        return key;
    }

    /** RFC 8032 section 5.1.2: y in little-endian order, the parity of x in the highest bit. */
    private static PublicKey decoded(byte[] bytes) {
        byte[] y = new byte[bytes.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = bytes[y.length - 1 - i];
        }
        boolean odd = y[0] < 0;
        y[0] &= Byte.MAX_VALUE;
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(
                            new EdECPublicKeySpec(
                                    NamedParameterSpec.ED25519,
                                    new EdECPoint(odd, new BigInteger(1, y))));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a public key of Ed25519", e);
        }
    }

    /** Who signs. */
    public String name() {
        return name;
    }

    /** Eight hexadecimal digits that tell keys of one name apart. */
    public String id() {
        return id;
    }

    public KeyType type() {
        return type;
    }

    /** Whether a signature claims to be made with this key. */
    public boolean isOf(NoteSignature signature) {
        return signature.name().equals(name) && signature.keyId().equals(id);
    }

    /** Whether a signature was made with this key over a note's text. */
    public boolean verifies(String text, NoteSignature signature) {
        byte[] value = signature.value();
        return isOf(signature)
                && switch (type) {
                    case NOTE -> verifies(text.getBytes(StandardCharsets.UTF_8), value);
                    case COSIGNATURE ->
                            value.length > Long.BYTES
                                    && ByteBuffer.wrap(value).getLong() >= 0
                                    && verifies(
                                            Cosignature.message(
                                                    text, ByteBuffer.wrap(value).getLong()),
                                            Arrays.copyOfRange(value, Long.BYTES, value.length));
                };
    }

    private boolean verifies(byte[] message, byte[] value) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(message);
            return check.verify(value);
        } catch (GeneralSecurityException _) {
            return false; // a signature of the wrong length or form
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey o && toString().equals(o.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** The written form. */
    @Override
    public String toString() {
        return KeyText.write(name, id, type, bytes);
    }
}
