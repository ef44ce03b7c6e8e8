package org.aidledger.sample;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Numbers that follow from a seed and look random. The number {@code k}, from 0, is made of the
 * first fifteen hexadecimal digits of the SHA-256 of the seed, a newline and {@code k} in decimal
 * digits: what {@code printf 'SEED\n0' | sha256sum} prints.
 */
final class Chance {

    private static final int DIGITS = 15;
    private static final long RANGE = 1L << (4 * DIGITS);

    private final String seed;
    private final MessageDigest sha256 = Population.sha256();
    private long counter;

    Chance(String seed) {
        this.seed = seed;
    }

    /**
     * The next number below a bound. Numbers from the largest multiple of the bound on are passed
     * over, so that none is likelier than another; of the rest the remainder is taken.
     */
    long below(long bound) {
        long even = RANGE - RANGE % bound;
        long number = next();
        while (number >= even) {
            number = next();
        }
        return number % bound;
    }

    private long next() {
        byte[] hash = sha256.digest((seed + "\n" + counter++).getBytes(StandardCharsets.UTF_8));
        return Long.parseLong(HexFormat.of().formatHex(hash).substring(0, DIGITS), 16);
    }
}
