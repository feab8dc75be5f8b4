// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading;

import org.jspecify.annotations.Nullable;

/** Forms what an intensity is divided by, as a fraction in coherent units. */
final class ReferenceValue {
    private ReferenceValue() {}

    /** The reference of a scheme; peers that passed the check, or null where the scheme needs none. */
    static Fraction of(GradingScheme scheme, @Nullable PeerSet peers) {
        if (scheme.reference() instanceof Reference.Benchmark benchmark) {
            return new Fraction(benchmark.value().coherentAmount(), java.math.BigDecimal.ONE);
        }
        if (peers == null) {
            throw new IllegalArgumentException("scheme " + scheme.ref() + " needs peers");
        }
        if (scheme.reference() instanceof Reference.Percentile percentile) {
            return percentile
                    .of(peers.risingIntensities())
                    .orElseThrow(() -> new IllegalArgumentException("no peer has an intensity"));
        }
        return new Fraction(
                peers.totalEmission().coherentAmount(), peers.totalValueAdded().coherentAmount());
    }
}
