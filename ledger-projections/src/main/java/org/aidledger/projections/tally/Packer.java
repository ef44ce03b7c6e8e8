package org.aidledger.projections.tally;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes numbers in as few bytes as they need, and texts after their length. */
public final class Packer {

    private byte[] bytes = new byte[64];
    private int length;

    int length() {
        return length;
    }

    /** A number from 0; a negative one takes ten bytes. */
    public void number(long value) {
        if (length + 10 > bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    /** A number of either sign. */
    public void signed(long value) {
        number((value << 1) ^ (value >> 63));
    }

    void text(String text) {
        if (text.isEmpty()) {
            number(0);
            return;
        }
        byte[] written = text.getBytes(StandardCharsets.UTF_8);
        number(written.length);
        bytes(written);
    }

    /** Bytes as they are. */
    void bytes(byte[] more) {
        while (length + more.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }
}
