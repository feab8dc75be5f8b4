// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is read of times is what was added. */
class AnswerTimesTest {
    private static final long SECOND = 1_000_000_000L;

    private final AnswerTimes times = new AnswerTimes();

    @Test
    void bounds_riseAndEndInfinite() {
        double[] bounds = AnswerTimes.bounds();
        assertThat(bounds).isSorted().doesNotHaveDuplicates().startsWith(1e-6).endsWith(10.0, Double.POSITIVE_INFINITY);
        assertThat(times.counts()).hasSize(bounds.length).containsOnly(0);
        assertThat(times.seconds()).isZero();
    }

    @Test
    void time_countsAtItsBound_andOneMoreAtTheNext() {
        double[] bounds = AnswerTimes.bounds();
        for (int i = 0; i < bounds.length - 1; i++) {
            AnswerTimes one = new AnswerTimes();
            long bound = Math.round(bounds[i] * SECOND);
            one.add(bound);
            one.add(bound + 1);
            long[] expected = new long[bounds.length];
            expected[i] = 1;
            expected[i + 1] = 1;
            assertThat(one.counts()).as(bounds[i] + " s").containsExactly(expected);
        }
    }

    @Test
    void everyTime_isCounted_howeverLongOrShort() {
        for (long took : new long[] {0, 999, 3_000_000, 11 * SECOND, 3_600 * SECOND}) {
            times.add(took);
        }
        assertThat(times.count()).isEqualTo(5);
        assertThat(times.counts()[0]).isEqualTo(2);
        assertThat(times.counts()[times.counts().length - 1]).isEqualTo(2);
        assertThat(times.seconds()).isEqualTo(3_611.003000999);
    }

    @Test
    void nothingIsLost_betweenThreads() {
        IntStream.range(0, 40_000).parallel().forEach(i -> times.add(i * 1_000L));
        assertThat(times.count()).isEqualTo(40_000);
        assertThat(Arrays.stream(times.counts()).filter(count -> count > 0).count())
                .isGreaterThan(10);
    }

    @Test
    void oneInMany_isChosen_theFirstToo() {
        EveryNth every = new EveryNth();
        long chosen = IntStream.range(0, 10 * EveryNth.N)
                .filter(i -> every.isNext() != (i % EveryNth.N == 0))
                .count();
        assertThat(chosen).as("chosen wrongly").isZero();
    }
}
