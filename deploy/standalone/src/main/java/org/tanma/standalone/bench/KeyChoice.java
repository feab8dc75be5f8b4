// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.util.Locale;
import java.util.SplittableRandom;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.DiscreteSampler;
import org.apache.commons.rng.sampling.distribution.RejectionInversionZipfSampler;

/**
 * Which record is asked for next: a number from 0 to {@code records} − 1.
 *
 * <p>Shape: uniform, or Zipf with P(rank r) ∝ r^−s. Ranks are spread over the numbers by one fixed permutation, so that
 * popular records are no neighbours in a store. Not safe between threads; allocates nothing per number.
 */
interface KeyChoice {
    long next();

    /** The distributions offered. */
    enum Distribution {
        UNIFORM,
        ZIPF;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static KeyChoice uniform(long records, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return () -> random.nextLong(records);
    }

    /** Errors: {@link IllegalArgumentException} for fewer than one record, more than 2³¹−1, or an exponent below 0. */
    static KeyChoice zipf(long records, double exponent, long seed) {
        if (records < 1 || records > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(records + " records; a Zipf distribution has 1 to " + Integer.MAX_VALUE);
        }
        SplittableRandom random = new SplittableRandom(seed);
        UniformRandomProvider source = random::nextLong;
        DiscreteSampler ranks = RejectionInversionZipfSampler.of(source, (int) records, exponent);
        RankSpread spread = RankSpread.over(records);
        return () -> spread.number(ranks.sample());
    }
}
