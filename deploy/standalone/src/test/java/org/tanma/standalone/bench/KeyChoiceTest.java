// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyChoiceTest {
    private static final int RECORDS = 1_000;
    private static final int DRAWS = 400_000;

    @Test
    void zipf_asksForRanksInProportionToTheirPower() {
        double exponent = 0.99;
        KeyChoice keys = KeyChoice.zipf(RECORDS, exponent, 7);
        long[] asked = new long[RECORDS];
        for (int i = 0; i < DRAWS; i++) {
            asked[(int) keys.next()]++;
        }
        Arrays.sort(asked);
        double harmonic = 0;
        for (int rank = 1; rank <= RECORDS; rank++) {
            harmonic += Math.pow(rank, -exponent);
        }
        for (int rank : new int[] {1, 2, 10}) {
            double expected = DRAWS * Math.pow(rank, -exponent) / harmonic;
            assertThat((double) asked[RECORDS - rank]).isCloseTo(expected, within(expected * 0.06));
        }
        assertThat(asked[0]).as("even the last rank is asked for").isPositive();
    }

    @Test
    void uniform_asksForAllAlike() {
        KeyChoice keys = KeyChoice.uniform(10, 7);
        long[] asked = new long[10];
        for (int i = 0; i < DRAWS; i++) {
            asked[(int) keys.next()]++;
        }
        for (long times : asked) {
            assertThat((double) times).isCloseTo(DRAWS / 10.0, within(DRAWS / 10.0 * 0.03));
        }
    }

    @Test
    void sameSeed_asksTheSame() {
        KeyChoice one = KeyChoice.zipf(RECORDS, 0.99, 3);
        KeyChoice other = KeyChoice.zipf(RECORDS, 0.99, 3);
        for (int i = 0; i < 100; i++) {
            assertThat(one.next()).isEqualTo(other.next());
        }
    }

    @Test
    void spread_isAPermutation() {
        for (int size : new int[] {1, 2, 10, 997, 1_000, 4_096}) {
            RankSpread spread = RankSpread.over(size);
            Set<Long> numbers = new HashSet<>();
            for (int rank = 1; rank <= size; rank++) {
                numbers.add(spread.number(rank));
            }
            assertThat(numbers).hasSize(size).allMatch(number -> number >= 0 && number < size);
        }
    }

    @Test
    void zipf_ofMoreThanItCanDraw_isRefused() {
        assertThatThrownBy(() -> KeyChoice.zipf(1L << 31, 0.99, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KeyChoice.zipf(0, 0.99, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
