package org.aidledger.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Laws of trees of many sizes, around the ends of tiles above all: every proof checks, against
 * roots that a naive recursion over the leaves finds, and nothing else does.
 */
class ProofLawsTest {

    private static final long SEED = Long.getLong("ledger.seed", System.nanoTime());
    private static final int LARGEST = 70_000;
    private static final int[] SIZES = {
        1, 2, 3, 5, 64, 255, 256, 257, 511, 512, 1000, 4095, 65_535, 65_536, 65_537, 66_000, LARGEST
    };

    private final Random random = new Random(SEED);
    private final Map<Tile, byte[]> full = new HashMap<>();
    private final GrowingTree tree = new GrowingTree(full::put);
    private final List<Hash> leaves = new ArrayList<>();

    ProofLawsTest() {
        for (int i = 0; i < LARGEST; i++) {
            leaves.add(Hash.ofLeaf(("leaf " + i).getBytes(StandardCharsets.UTF_8)));
            tree.add(leaves.getLast());
        }
    }

    private byte[] hashes(Tile tile) {
        byte[] hashes = full.get(Tile.full(tile.level(), tile.number()));
        return hashes == null
                ? tree.hashes(tile)
                : Arrays.copyOf(hashes, tile.width() * Hash.BYTES);
    }

    private Nodes nodes(long size) {
        return new Tiles(size, this::hashes);
    }

    /** RFC 6962 section 2.1, word for word. */
    private Hash naive(int from, int to) {
        if (to - from == 1) {
            return leaves.get(from);
        }
        int k = 1;
        while (2 * k < to - from) {
            k *= 2;
        }
        return Hash.ofNode(naive(from, from + k), naive(from + k, to));
    }

    @Test
    void rootsAreThoseOfTheDefinition() {
        for (int size : SIZES) {
            assertThat(Tree.root(size, nodes(size))).as("size " + size).isEqualTo(naive(0, size));
        }
    }

    @Test
    void everyInclusionProofChecksAndNothingElseDoes() {
        for (int size : SIZES) {
            Hash root = naive(0, size);
            for (int n = 0; n < 12; n++) {
                int position = n == 0 ? size - 1 : random.nextInt(size);
                Hash leaf = leaves.get(position);
                Inclusion proof = Inclusion.prove(position, size, nodes(size));
                String which = "seed %s, %s of %s".formatted(SEED, position, size);
                assertThat(proof.proves(leaf, root)).as(which).isTrue();
                assertThat(proof.proves(flipped(leaf), root)).as(which).isFalse();
                assertThat(proof.proves(leaf, flipped(root))).as(which).isFalse();
                for (List<Hash> other : mutations(proof.path())) {
                    assertThat(new Inclusion(position, size, other).proves(leaf, root))
                            .as(which)
                            .isFalse();
                }
                for (long other : new long[] {position - 1, position + 1, position ^ 2}) {
                    // Beyond the end, or the same place in a tree of the same shape at that place.
                    assertThat(new Inclusion(other, size, proof.path()).proves(leaf, root))
                            .as(which + " as " + other)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void everyConsistencyProofChecksAndNothingElseDoes() {
        for (int to : SIZES) {
            Hash larger = naive(0, to);
            for (int n = 0; n < 12; n++) {
                int from = n == 0 ? to : 1 + random.nextInt(to);
                Hash smaller = naive(0, from);
                Consistency proof = Consistency.prove(from, to, nodes(to));
                String which = "seed %s, %s to %s".formatted(SEED, from, to);
                assertThat(proof.proves(smaller, larger)).as(which).isTrue();
                assertThat(proof.proves(flipped(smaller), larger)).as(which).isFalse();
                assertThat(proof.proves(smaller, flipped(larger))).as(which).isFalse();
                for (List<Hash> other : mutations(proof.path())) {
                    assertThat(new Consistency(from, to, other).proves(smaller, larger))
                            .as(which)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void anythingBeginsWithNothing() {
        Consistency proof = Consistency.prove(0, 1000, nodes(1000));
        assertThat(proof.proves(Hash.EMPTY, naive(0, 1000))).isTrue();
        assertThat(proof.proves(leaves.getFirst(), naive(0, 1000))).isFalse();
    }

    @Test
    void aSharedProofIsAsGoodAsOneForEachLeaf() {
        for (int size : SIZES) {
            Hash root = naive(0, size);
            for (int n = 0; n < 6; n++) {
                TreeSet<Long> chosen = new TreeSet<>();
                int wanted = random.nextInt(Math.min(size, 300)) + (n == 0 ? 0 : 1);
                while (chosen.size() < Math.min(size, wanted)) {
                    chosen.add((long) random.nextInt(size));
                }
                long[] positions = chosen.stream().mapToLong(Long::longValue).toArray();
                byte[] its = new byte[positions.length * Hash.BYTES];
                for (int i = 0; i < positions.length; i++) {
                    leaves.get((int) positions[i]).into(its, i);
                }
                SharedInclusion proof = SharedInclusion.prove(positions, size, nodes(size));
                String which = "seed %s, %s in %s".formatted(SEED, chosen, size);
                assertThat(proof.proves(positions, its, root)).as(which).isTrue();
                assertThat(proof.proves(positions, its, flipped(root))).as(which).isFalse();
                for (List<Hash> other : mutations(proof.hashes())) {
                    assertThat(new SharedInclusion(size, other).proves(positions, its, root))
                            .as(which)
                            .isFalse();
                }
                if (positions.length > 0) {
                    byte[] altered = its.clone();
                    altered[random.nextInt(its.length)] ^= (byte) (1 << random.nextInt(8));
                    assertThat(proof.proves(positions, altered, root)).as(which).isFalse();
                    long[] fewer = Arrays.copyOf(positions, positions.length - 1);
                    assertThat(proof.proves(fewer, its, root)).as(which).isFalse();
                }
            }
        }
    }

    /** Where a program stopped in the middle of tiles, it goes on with the same tree. */
    @Test
    void aTreeGoesOnAfterItsFullTiles() {
        for (int size : SIZES) {
            long tiles = size / Tile.FULL;
            GrowingTree again = GrowingTree.after(tiles, this::hashes, (_, _) -> {});
            assertThat(again.size()).isEqualTo(tiles * Tile.FULL);
            for (int i = (int) again.size(); i < size; i++) {
                again.add(leaves.get(i));
            }
            assertThat(again.root()).isEqualTo(naive(0, size));
        }
    }

    private Hash flipped(Hash hash) {
        byte[] bytes = new byte[Hash.BYTES];
        hash.into(bytes, 0);
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return Hash.at(bytes, 0);
    }

    /** One flipped bit, one hash less, one more, two exchanged. */
    private List<List<Hash>> mutations(List<Hash> path) {
        List<List<Hash>> mutations = new ArrayList<>();
        List<Hash> longer = new ArrayList<>(path);
        longer.add(leaves.getFirst());
        mutations.add(longer);
        for (int i = 0; i < Math.min(path.size(), 20); i++) {
            List<Hash> altered = new ArrayList<>(path);
            altered.set(i, flipped(path.get(i)));
            mutations.add(altered);
            List<Hash> shorter = new ArrayList<>(path);
            shorter.remove(i);
            mutations.add(shorter);
            if (i > 0) {
                List<Hash> exchanged = new ArrayList<>(path);
                exchanged.set(i, path.get(i - 1));
                exchanged.set(i - 1, path.get(i));
                mutations.add(exchanged);
            }
        }
        return mutations;
    }
}
