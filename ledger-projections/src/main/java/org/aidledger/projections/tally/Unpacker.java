package org.aidledger.projections.tally;

import java.nio.charset.StandardCharsets;

/** Reads what {@link Packer} wrote. */
public final class Unpacker {

    private final byte[] bytes;
    private int at;

    public Unpacker(byte[] bytes) {
        this.bytes = bytes;
    }

    public boolean hasMore() {
        return at < bytes.length;
    }

    public long number() {
        byte next = bytes[at++];
        long value = next & 0x7F;
        for (int shift = 7; next < 0; shift += 7) {
            next = bytes[at++];
            value |= (next & 0x7FL) << shift;
        }
        return value;
    }

    public int integer() {
        return (int) number();
    }

    public long signed() {
        long value = number();
        return (value >>> 1) ^ -(value & 1);
    }

    String text() {
        int length = integer();
        if (length == 0) {
            return "";
        }
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }
}
