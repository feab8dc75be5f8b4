// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Size;
import org.tanma.carbon.portrait.PortraitMeasure.Better;

class PeerPositionProperties {
    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }

    @Example
    void lowerIsBetter_rankAndPercentile() {
        PeerPosition.Ranked ranked = (PeerPosition.Ranked)
                PeerPosition.of(Better.LOWER, d("2"), List.of(d("1"), d("2"), d("3"), d("4"), d("5")));
        assertThat(ranked.rank()).isEqualTo(2);
        assertThat(ranked.percentile()).isEqualByComparingTo("70");
        assertThat(ranked.mean()).isEqualByComparingTo("3");
        PeerPosition.Ranked highest = (PeerPosition.Ranked)
                PeerPosition.of(Better.HIGHER, d("6"), List.of(d("1"), d("2"), d("3"), d("4"), d("5")));
        assertThat(highest.rank()).isEqualTo(1);
        assertThat(highest.percentile()).isEqualByComparingTo("100");
    }

    @Example
    void fewPeers_haveNoPosition() {
        assertThat(PeerPosition.of(Better.LOWER, d("2"), List.of(d("1"), d("2"), d("3"), d("4"))))
                .isEqualTo(new PeerPosition.TooFew(4));
    }

    @Property
    void order_doesNotMatter(
            @ForAll @Size(min = 5, max = 30) List<@BigRange(min = "-10", max = "10") BigDecimal> peers,
            @ForAll @BigRange(min = "-10", max = "10") BigDecimal own,
            @ForAll Random random) {
        List<BigDecimal> shuffled = new ArrayList<>(peers);
        Collections.shuffle(shuffled, random);
        assertThat(PeerPosition.of(Better.LOWER, own, shuffled)).isEqualTo(PeerPosition.of(Better.LOWER, own, peers));
    }

    @Property
    void lowering_neverMakesThePositionWorse(
            @ForAll @Size(min = 5, max = 30) List<@BigRange(min = "-10", max = "10") BigDecimal> peers,
            @ForAll @BigRange(min = "-10", max = "10") BigDecimal own,
            @ForAll @BigRange(min = "0", max = "5") BigDecimal less) {
        PeerPosition.Ranked before = (PeerPosition.Ranked) PeerPosition.of(Better.LOWER, own, peers);
        PeerPosition.Ranked after = (PeerPosition.Ranked) PeerPosition.of(Better.LOWER, own.subtract(less), peers);
        assertThat(after.rank()).isLessThanOrEqualTo(before.rank());
        assertThat(after.percentile()).isGreaterThanOrEqualTo(before.percentile());
    }
}
