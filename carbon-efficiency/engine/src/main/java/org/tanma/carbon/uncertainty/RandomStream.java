// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.uncertainty;

/**
 * A stream of random numbers that follows from its seed for ever, on any machine and any release of Java, which the
 * generators of the JDK do not promise. Not thread-safe.
 *
 * <p>SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014), turned into normal numbers by the
 * polar method of Marsaglia.
 */
final class RandomStream {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;
    private double spare = Double.NaN;

    RandomStream(long seed) {
        this.state = seed;
    }

    private long nextLong() {
        state += GAMMA;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Uniform in [0, 1). */
    private double nextUnit() {
        return (nextLong() >>> 11) * UNIT;
    }

    /** Of mean 0 and standard deviation 1. */
    double nextNormal() {
        if (!Double.isNaN(spare)) {
            double kept = spare;
            spare = Double.NaN;
            return kept;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * nextUnit() - 1;
            y = 2 * nextUnit() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double scale = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
        spare = y * scale;
        return x * scale;
    }
}
