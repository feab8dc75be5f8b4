// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RingAnswerCacheTest extends AnswerCacheContractTest {
    private static final long NOW = 1_000;
    private static final Duration LONG = Duration.ofHours(1);

    RingAnswerCacheTest() {
        super(AnswerCacheConfig.Place.OUTSIDE);
    }

    private static EpochAnswerCache cache(long octets) {
        return EpochAnswerCache.of(new AnswerCacheConfig(AnswerCacheConfig.Place.OUTSIDE, octets, LONG, LONG));
    }

    /** An answer that says which question it is to, at its beginning and its end, of a length of the question's own. */
    private static byte[] answer(int number) {
        return (number + ":" + "x".repeat(number * 31 % 700) + ":" + number).getBytes(UTF_8);
    }

    private static void put(EpochAnswerCache to, int number) {
        to.put(question("q" + number), answer(number), number, to.epoch(number), NOW, 50);
    }

    @ParameterizedTest
    @ValueSource(longs = {1 << 20, 10_000_019, 80 << 20})
    void find_givesEachAnswerToItsQuestion_whatever(long octets) {
        EpochAnswerCache ring = cache(octets);
        CachedAnswer found = new CachedAnswer();
        int hits = 0;
        for (int i = 0; i < 40_000; i++) {
            put(ring, i);
            int earlier = i - i % 1_000;
            if (ring.find(question("q" + earlier), NOW, found)) {
                hits++;
                assertThat(new String(found.octets(), 0, found.length(), UTF_8))
                        .isEqualTo(new String(answer(earlier), UTF_8));
            }
        }
        assertThat(hits).isGreaterThan(35_000);
        assertThat(ring.counts().octets()).isBetween(octets / 8, octets);
    }

    @Test
    void find_whatIsAskedForAgainAndAgain_outlivesWhatIsNot() {
        CachedAnswer found = new CachedAnswer();
        int lost = 0;
        for (int i = 0; i < 50_000; i++) {
            if (!cache.find(question("q60001"), NOW, found)) {
                lost++;
                put(cache, 60_001);
            }
            put(cache, i);
        }
        assertThat(lost)
                .as("the first time, and when its bucket was full of newer ones")
                .isBetween(1, 25);
        assertThat(cache.find(question("q0"), NOW, found)).isFalse();
    }

    @Test
    void foresee_changesNothing() {
        put(cache, 1);
        AnswerCacheCounts before = cache.counts();
        cache.foresee(new Question[] {question("q1"), question("none"), null}, 2);
        assertThat(cache.counts()).isEqualTo(before);
        assertThat(cache.find(question("q1"), NOW, new CachedAnswer())).isTrue();
    }

    @Test
    void put_anAnswerTooLargeForTheRing_keepsWhatIsThere() {
        put(cache, 1);
        cache.put(question("large"), new byte[100_000], 1, cache.epoch(1), NOW, 50);
        CachedAnswer found = new CachedAnswer();
        assertThat(cache.find(question("large"), NOW, found)).isFalse();
        assertThat(cache.find(question("q1"), NOW, found)).isTrue();
    }

    @Test
    void of_moreThanMayBeOutsideTheHeap_isRefusedWithWhatMay() {
        assertThatThrownBy(() -> cache(1L << 40))
                .isInstanceOf(CacheTooLargeException.class)
                .hasMessageContaining("1048576 MiB")
                .hasMessageContaining("-XX:MaxDirectMemorySize");
    }

    /** The ring goes round thousands of times under its readers: they find the right answer or none. */
    @Test
    void readers_whileTheRingIsWrittenOver_neverGetAPieceOfAnotherAnswer() throws Exception {
        AtomicBoolean isOver = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> readers = new ArrayList<>();
            for (int reader = 0; reader < 2; reader++) {
                SplittableRandom random = new SplittableRandom(reader);
                readers.add(threads.submit(() -> read(random, isOver)));
            }
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < 2; writer++) {
                SplittableRandom random = new SplittableRandom(100 + writer);
                writers.add(threads.submit(() -> {
                    for (int i = 0; i < 1_000_000; i++) {
                        put(cache, random.nextInt(8_000));
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get(120, TimeUnit.SECONDS);
            }
            isOver.set(true);
            for (Future<Integer> reader : readers) {
                assertThat(reader.get(60, TimeUnit.SECONDS)).isPositive();
            }
        } finally {
            isOver.set(true);
            threads.shutdownNow();
        }
    }

    private int read(SplittableRandom random, AtomicBoolean isOver) {
        CachedAnswer found = new CachedAnswer();
        int hits = 0;
        while (!isOver.get() || hits == 0) {
            int number = random.nextInt(8_000);
            if (cache.find(question("q" + number), NOW, found)) {
                hits++;
                assertThat(new String(found.octets(), 0, found.length(), UTF_8))
                        .isEqualTo(new String(answer(number), UTF_8));
            }
        }
        return hits;
    }
}
