// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tanma.carbon.quantity.Quantity;

/** What an enterprise's intensity is divided by. */
public sealed interface Reference {
    /** Σ emissions ÷ Σ denominators of the peers; rows with a negative denominator count as they are. */
    Reference WEIGHTED_MEAN = new WeightedMean();

    /** Its sort, as scheme files write it. */
    String code();

    /** Whether it is formed from peers. */
    default boolean needsPeers() {
        return true;
    }

    /** Σ emissions ÷ Σ denominators, not the mean of intensities. */
    record WeightedMean() implements Reference {
        @Override
        public String code() {
            return "weighted-mean";
        }
    }

    /**
     * The intensity that a share of the peers does not exceed. Peers whose denominator is not above zero have no intensity
     * and are left out of the ranking.
     *
     * @param percent above 0 to 100; 25 is the best quarter, for less is better
     * @param definition how it is read off between two peers
     */
    record Percentile(BigDecimal percent, Definition definition) implements Reference {
        private static final BigDecimal HUNDRED = new BigDecimal(100);

        public Percentile {
            if (percent.signum() <= 0 || percent.compareTo(HUNDRED) > 0) {
                throw new IllegalArgumentException("a percentile is above 0 and at most 100, not " + percent);
            }
        }

        @Override
        public String code() {
            return "percentile";
        }

        /** The percentile of intensities in rising order; empty if there are none. */
        Optional<Fraction> of(List<Fraction> rising) {
            if (rising.isEmpty()) {
                return Optional.empty();
            }
            int count = rising.size();
            if (definition == Definition.NEAREST_RANK) {
                int rank = percent.multiply(new BigDecimal(count))
                        .divide(HUNDRED)
                        .setScale(0, java.math.RoundingMode.CEILING)
                        .intValueExact();
                return Optional.of(rising.get(rank - 1));
            }
            BigDecimal position = percent.multiply(new BigDecimal(count - 1)).divide(HUNDRED);
            int below = position.intValue();
            BigDecimal share = position.subtract(new BigDecimal(below));
            return Optional.of(
                    share.signum() == 0 ? rising.get(below) : rising.get(below).towards(rising.get(below + 1), share));
        }
    }

    /** Definitions of a percentile. */
    enum Definition {
        /** The peer at rank ⌈p/100 × n⌉. */
        NEAREST_RANK("nearest-rank"),
        /** Linear between the peers around position p/100 × (n − 1), counted from 0 (type 7 of Hyndman and Fan, 1996). */
        LINEAR("linear");

        private final String code;

        Definition(String code) {
            this.code = code;
        }

        public static Definition fromCode(String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "unknown definition of a percentile '" + code + "', not nearest-rank or linear"));
        }

        public String code() {
            return code;
        }
    }

    /**
     * A published intensity.
     *
     * @param value above zero, of the scheme's intensity dimension
     * @param from document and place it is printed in
     */
    record Benchmark(Quantity value, String from) implements Reference {
        public Benchmark {
            if (value.signum() <= 0) {
                throw new IllegalArgumentException("a benchmark is above zero, not " + value);
            }
        }

        @Override
        public String code() {
            return "benchmark";
        }

        @Override
        public boolean needsPeers() {
            return false;
        }
    }
}
