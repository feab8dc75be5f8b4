// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.portrait;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * Where a figure stands among those of peers. No peer's own figure is ever in it: only counts, and a mean of at least {@link #FEWEST_PEERS}.
 */
public sealed interface PeerPosition {
    /** Fewest peers, the enterprise itself not counted, for a position: with fewer a mean would tell a single peer's figure to the others. */
    int FEWEST_PEERS = 5;

    /** Peers there are, the enterprise itself not counted. */
    int peers();

    /**
     * A position.
     *
     * @param rank 1 for the best; equal figures share the better rank
     * @param percentile part of the peers, of 100, that the figure is better than; a peer with the same figure counts one half
     * @param mean arithmetic mean of the peers' figures
     */
    record Ranked(int peers, int rank, BigDecimal percentile, BigDecimal mean) implements PeerPosition {}

    /** Fewer than {@link #FEWEST_PEERS}. */
    record TooFew(int peers) implements PeerPosition {}

    /**
     * The position of {@code own} among {@code peers}; the order of these does not matter.
     *
     * @param peers figures of the others, in the unit of {@code own}
     */
    static PeerPosition of(PortraitMeasure.Better better, BigDecimal own, List<BigDecimal> peers) {
        int count = peers.size();
        if (count < FEWEST_PEERS) {
            return new TooFew(count);
        }
        int sign = better == PortraitMeasure.Better.LOWER ? 1 : -1;
        int ahead = 0;
        int behind = 0;
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal peer : peers.stream().sorted().toList()) {
            int compared = sign * peer.compareTo(own);
            ahead += compared < 0 ? 1 : 0;
            behind += compared > 0 ? 1 : 0;
            sum = sum.add(peer, MathContext.DECIMAL128);
        }
        int same = count - ahead - behind;
        BigDecimal all = BigDecimal.valueOf(count);
        BigDecimal percentile = BigDecimal.valueOf(100L * behind + 50L * same).divide(all, MathContext.DECIMAL128);
        return new Ranked(
                count,
                1 + ahead,
                percentile.stripTrailingZeros(),
                sum.divide(all, MathContext.DECIMAL128).stripTrailingZeros());
    }
}
