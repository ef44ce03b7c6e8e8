package org.aidledger.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;

/**
 * A private key with the name of who signs with it, in the written form of Go's {@code note}
 * package: {@code PRIVATE+KEY+name+id+base64}.
 */
public final class SigningKey {

    /** What the written form of every private key begins with. */
    public static final String PREFIX = "PRIVATE+KEY+";

    private final byte[] seed;
    private final PrivateKey key;
    private final VerifierKey verifier;

    private SigningKey(String name, KeyType type, byte[] seed) {
        this.seed = seed.clone();
        try {
            this.key =
                    KeyFactory.getInstance(VerifierKey.ALGORITHM)
                            .generatePrivate(
                                    new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
            this.verifier = VerifierKey.of(name, type, publicKey(seed));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a private key of Ed25519", e);
        }
        if (!verifier.verifies(PREFIX, sign(PREFIX, 0))) {
            throw new IllegalStateException("the public key does not fit the private one");
        }
    }

    /**
     * A key from random bytes.
     *
     * @param seed 32 of them, from a source that nobody can guess
     */
    public static SigningKey of(String name, KeyType type, byte[] seed) {
        if (seed.length != KeyText.KEY_BYTES) {
            throw new IllegalArgumentException("a key of Ed25519 has 32 bytes");
        }
        return new SigningKey(name, type, seed);
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException if it is no private key; the message does not repeat it
     */
    public static SigningKey parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a private key begins with " + PREFIX);
        }
        KeyText.Parts parts = KeyText.parse(text.substring(PREFIX.length()));
        SigningKey key = new SigningKey(parts.name(), parts.type(), parts.key());
        if (!key.verifier.id().equals(parts.id())) {
            throw new IllegalArgumentException(
                    "the id of the private key of " + parts.name() + " is not its own");
        }
        return key;
    }

    /**
     * Java derives a public key only where it makes both; so it is made to draw this very seed. The
     * constructor tries the pair out.
     */
    private static byte[] publicKey(byte[] seed) throws GeneralSecurityException {
        KeyPairGenerator pairs = KeyPairGenerator.getInstance(VerifierKey.ALGORITHM);
        pairs.initialize(NamedParameterSpec.ED25519, new Drawn(seed));
        var point = ((EdECPublicKey) pairs.generateKeyPair().getPublic()).getPoint();
        byte[] y = point.getY().toByteArray();
        byte[] bytes = new byte[KeyText.KEY_BYTES];
        for (int i = 0; i < Math.min(y.length, bytes.length); i++) {
            bytes[i] = y[y.length - 1 - i];
        }
        if (point.isXOdd()) {
            bytes[bytes.length - 1] |= Byte.MIN_VALUE;
        }
        return bytes;
    }

    /** Draws what it was given. */
    private static final class Drawn extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Drawn(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }

    /** The public half. */
    public VerifierKey verifier() {
        return verifier;
    }

    /** Signs a note's text; a witness's key needs the time as well. */
    public NoteSignature sign(String text) {
        if (verifier.type() != KeyType.NOTE) {
            throw new IllegalStateException("a witness's key signs checkpoints at a time");
        }
        return sign(text, 0);
    }

    /**
     * Signs a note's text.
     *
     * @param epochSecond when, in a witness's cosignature; else of no matter
     */
    NoteSignature sign(String text, long epochSecond) {
        byte[] value =
                switch (verifier.type()) {
                    case NOTE -> sign(text.getBytes(StandardCharsets.UTF_8));
                    case COSIGNATURE -> {
                        byte[] signature = sign(Cosignature.message(text, epochSecond));
                        yield ByteBuffer.allocate(Long.BYTES + signature.length)
                                .putLong(epochSecond)
                                .put(signature)
                                .array();
                    }
                };
        return new NoteSignature(verifier.name(), verifier.id(), value);
    }

    private byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(VerifierKey.ALGORITHM);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key of Ed25519 signs anything", e);
        }
    }

    /** The written form, for a file that nobody else reads. */
    public String secretText() {
        return PREFIX + KeyText.write(verifier.name(), verifier.id(), verifier.type(), seed);
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return verifier.name() + "+" + verifier.id();
    }
}
