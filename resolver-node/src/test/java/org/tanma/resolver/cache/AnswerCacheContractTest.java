// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.resolver.store.MemoryHandleStore;

/** What every cache of answers has to do, wherever it keeps them. */
abstract class AnswerCacheContractTest {
    private static final HandleName NAME = HandleName.parse("20.500.12345/a");
    private static final int HASH = NAME.hashCode();
    private static final byte[] ANSWER = {1, 2, 3};
    private static final long NOW = 1_000;

    private final AnswerCacheConfig config;
    final EpochAnswerCache cache;
    private final CachedAnswer found = new CachedAnswer();

    AnswerCacheContractTest(AnswerCacheConfig.Place place) {
        config = new AnswerCacheConfig(
                place, AnswerCacheConfig.MIN_OCTETS, Duration.ofSeconds(100), Duration.ofSeconds(10));
        cache = EpochAnswerCache.of(config);
    }

    static Question question(String text) {
        byte[] octets = text.getBytes(UTF_8);
        return new Question().set(1, octets, 0, octets.length);
    }

    private void put(long ttlSeconds) {
        cache.put(question("a"), ANSWER, HASH, cache.epoch(HASH), NOW, ttlSeconds);
    }

    private boolean isThere(long now) {
        return cache.find(question("a"), now, found);
    }

    @Test
    void find_afterPut_givesTheAnswerToThatQuestionOnly() {
        put(50);
        assertThat(isThere(NOW)).isTrue();
        assertThat(found.octets()).startsWith(ANSWER);
        assertThat(found.length()).isEqualTo(ANSWER.length);
        assertThat(cache.find(question("b"), NOW, found)).isFalse();
        assertThat(cache.counts().hits()).isEqualTo(1);
        assertThat(cache.counts().misses()).isEqualTo(1);
        assertThat(cache.counts().answers()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"50, 50", "100, 100", "101, 100", "9223372036854775807, 100", "-1, 10"})
    void find_givesTheAnswerUntilItsTimeIsOver(long ttlSeconds, long keptSeconds) {
        put(ttlSeconds);
        assertThat(isThere(NOW + keptSeconds - 1)).isTrue();
        assertThat(isThere(NOW + keptSeconds)).isFalse();
    }

    @Test
    void put_withoutTimeToLive_keepsNothing() {
        put(0);
        assertThat(isThere(NOW)).isFalse();
    }

    @Test
    void changed_dropsAnswersAboutThatHandleInAnyLetterCase() {
        put(50);
        cache.changed(List.of(HandleName.parse("20.500.12345/other")));
        assertThat(isThere(NOW)).isTrue();
        cache.changed(List.of(HandleName.parse("20.500.12345/A")));
        assertThat(isThere(NOW)).isFalse();
    }

    @Test
    void changed_prefixHandle_dropsEveryAnswer() {
        put(50);
        cache.changed(List.of(HandleName.parse("0.na/20.500.12345")));
        assertThat(isThere(NOW)).isFalse();
    }

    @Test
    void put_afterAChange_isNotGiven() {
        long epoch = cache.epoch(HASH);
        cache.changed(List.of(NAME));
        cache.put(question("a"), ANSWER, HASH, epoch, NOW, 50);
        assertThat(isThere(NOW)).isFalse();
        put(50);
        assertThat(isThere(NOW)).isTrue();
        cache.everythingChanged();
        assertThat(isThere(NOW)).isFalse();
    }

    @Test
    void put_moreThanFits_dropsWhatIsAskedForLeast() {
        for (int i = 0; i < 10_000; i++) {
            cache.put(question("q" + i), new byte[400], HASH, cache.epoch(HASH), NOW, 50);
        }
        AnswerCacheCounts counts = cache.counts();
        assertThat(counts.octets()).isBetween(config.octets() / 2, config.octets());
        assertThat(counts.answers() + counts.evictions()).isEqualTo(10_000);
        assertThat(counts.evictions()).isPositive();
    }

    @Test
    void isWorthKeeping_whileThereIsRoom_laterOnlyWhatIsAskedAgain() {
        assertThat(cache.isWorthKeeping(question("new"))).isTrue();
        for (int i = 0; i < 10_000; i++) {
            cache.put(question("q" + i), new byte[400], HASH, cache.epoch(HASH), NOW, 50);
        }
        assertThat(cache.isWorthKeeping(question("newer"))).isFalse();
        assertThat(cache.isWorthKeeping(question("newer"))).isTrue();
    }

    @Test
    void put_theSameQuestionAgain_givesTheNewAnswer() {
        put(50);
        cache.put(question("a"), new byte[] {9}, HASH, cache.epoch(HASH), NOW, 50);
        assertThat(isThere(NOW)).isTrue();
        assertThat(found.octets()[0]).isEqualTo((byte) 9);
        assertThat(found.length()).isEqualTo(1);
    }

    @Test
    void config_outsideItsRange_isRefused() {
        Duration second = Duration.ofSeconds(1);
        AnswerCacheConfig.Place place = config.place();
        assertThatThrownBy(() -> new AnswerCacheConfig(place, AnswerCacheConfig.MIN_OCTETS - 1, second, second))
                .hasMessageContaining("1048575");
        Duration less = Duration.ofMillis(999);
        assertThatThrownBy(() -> new AnswerCacheConfig(place, AnswerCacheConfig.MIN_OCTETS, less, second))
                .hasMessageContaining("PT0.999S");
        assertThatThrownBy(() -> new AnswerCacheConfig(place, AnswerCacheConfig.MIN_OCTETS, second, less))
                .hasMessageContaining("negative");
    }

    /** Writers and readers at once: whoever asks after a write was acknowledged never sees what was there before. */
    @Test
    void readers_neverSeeWhatWasThereBeforeAnAcknowledgedWrite() throws Exception {
        MemoryHandleStore store = new MemoryHandleStore();
        store.subscribe(cache);
        AtomicInteger acknowledged = new AtomicInteger();
        write(store, 0);
        AtomicBoolean isOver = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> readers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                readers.add(threads.submit(() -> {
                    int reads = 0;
                    while (!isOver.get() || reads == 0) {
                        int before = acknowledged.get();
                        assertThat(read(store)).isGreaterThanOrEqualTo(before);
                        reads++;
                    }
                    return reads;
                }));
            }
            Future<?> writer = threads.submit(() -> {
                for (int version = 1; version <= 20_000; version++) {
                    write(store, version);
                    acknowledged.set(version);
                }
            });
            writer.get(60, TimeUnit.SECONDS);
            isOver.set(true);
            for (Future<Integer> reader : readers) {
                assertThat(reader.get(60, TimeUnit.SECONDS)).isPositive();
            }
        } finally {
            isOver.set(true);
            threads.shutdownNow();
        }
        assertThat(read(store)).isEqualTo(20_000);
        assertThat(read(store)).isEqualTo(20_000);
        assertThat(cache.counts().hits()).as("answers from the cache").isPositive();
    }

    private static void write(MemoryHandleStore store, int version) {
        store.createOrReplace(new HandleRecord(NAME, List.of(HandleValue.text(1, "DESC", "" + version, 0))));
    }

    /** As a face reads: from the cache, else from the store, with the epoch asked for before. */
    private int read(MemoryHandleStore store) {
        CachedAnswer kept = new CachedAnswer();
        if (cache.find(question("a"), NOW, kept)) {
            return Integer.parseInt(new String(kept.octets(), 0, kept.length(), UTF_8));
        }
        long epoch = cache.epoch(HASH);
        String text = store.find(NAME).orElseThrow().values().decode().get(0).dataAsText();
        cache.put(question("a"), text.getBytes(UTF_8), HASH, epoch, NOW, 50);
        return Integer.parseInt(text);
    }
}
