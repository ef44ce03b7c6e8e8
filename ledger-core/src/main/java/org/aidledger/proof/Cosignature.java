package org.aidledger.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What a witness signs, as C2SP's {@code tlog-cosignature} says: that as of a time a checkpoint was
 * the largest that it had seen of a log, and consistent with all before.
 */
public final class Cosignature {

    private Cosignature() {}

    static byte[] message(String checkpoint, long epochSecond) {
        return ("cosignature/v1\ntime " + epochSecond + "\n" + checkpoint)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Signs a checkpoint's text at a time. */
    public static NoteSignature sign(SigningKey witness, String checkpoint, Instant time) {
        if (witness.verifier().type() != KeyType.COSIGNATURE) {
            throw new IllegalArgumentException(witness + " is no key of a witness");
        }
        return witness.sign(checkpoint, time.getEpochSecond());
    }

    /** When a witness signed, as its signature says. */
    public static Instant time(NoteSignature signature) {
        return Instant.ofEpochSecond(ByteBuffer.wrap(signature.value()).getLong());
    }
}
