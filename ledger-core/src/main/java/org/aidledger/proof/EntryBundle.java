package org.aidledger.proof;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Leaves of one tile, each with its length in two bytes before it, as {@code tlog-tiles} says. */
public final class EntryBundle {

    private static final int LONGEST = 0xffff;

    private EntryBundle() {}

    /** Writes leaves behind each other. */
    public static byte[] write(List<Leaf> leaves) {
        List<byte[]> entries = leaves.stream().map(Leaf::bytes).toList();
        ByteBuffer bundle =
                ByteBuffer.allocate(
                        entries.stream().mapToInt(entry -> Short.BYTES + entry.length).sum());
        for (byte[] entry : entries) {
            if (entry.length > LONGEST) {
                throw new IllegalArgumentException("an entry has " + entry.length + " bytes");
            }
            bundle.putShort((short) entry.length).put(entry);
        }
        return bundle.array();
    }

    /**
     * The hashes of the leaves in a bundle.
     *
     * @throws IllegalArgumentException if it breaks off
     */
    public static List<Hash> hashes(byte[] bundle) {
        ByteBuffer rest = ByteBuffer.wrap(bundle);
        List<Hash> hashes = new ArrayList<>();
        while (rest.hasRemaining()) {
            int length = rest.remaining() < Short.BYTES ? LONGEST : rest.getShort() & LONGEST;
            if (length > rest.remaining()) {
                throw new IllegalArgumentException("an entry bundle breaks off");
            }
            byte[] entry = new byte[length];
            rest.get(entry);
            hashes.add(Hash.ofLeaf(entry));
        }
        return hashes;
    }
}
