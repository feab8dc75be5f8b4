// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

/** A permutation of 0…n−1: multiplication by a number that has no divisor in common with n. */
record RankSpread(long size, long factor) {
    private static final long GOLDEN = 1_640_531_527;

    static RankSpread over(long size) {
        long factor = GOLDEN % size;
        while (greatestCommonDivisor(factor, size) != 1) {
            factor++;
        }
        return new RankSpread(size, factor);
    }

    /** The number of a rank, 1…n. */
    long number(int rank) {
        return (rank - 1) * factor % size;
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
