package org.aidledger.memory;

import java.nio.charset.StandardCharsets;

/** FNV-1a, 64 bits: the same on every machine and in every release. */
public final class Fnv {

    private Fnv() {}

    public static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }
}
