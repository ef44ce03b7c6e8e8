package org.aidledger.proof;

/** What a key signs, as C2SP's {@code signed-note} numbers it. */
public enum KeyType {
    /** A note: the log's own signature. */
    NOTE(1),

    /** A checkpoint at a time: a witness's cosignature. */
    COSIGNATURE(4);

    private final byte code;

    KeyType(int code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }

    static KeyType of(byte code) {
        for (KeyType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        throw new IllegalArgumentException("keys of type " + code + " are not known here");
    }
}
