// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.atomic.LongAdder;

/** Answers in the Java heap, at most so many octets of them; what is asked for seldom goes first. */
final class CaffeineAnswerCache extends EpochAnswerCache {
    /** What keeping one answer takes beside its octets and its question's: objects, references, the engine's node. */
    private static final int OVERHEAD_OCTETS = 256;

    private final LongAdder evictions = new LongAdder();
    private final Cache<Question, Kept> answers;
    private final long octets;

    /** An answer, the slot and the epoch of its handle when the record was looked up, and seconds since 1970. */
    private record Kept(byte[] octets, int slot, long epoch, long expires) {}

    CaffeineAnswerCache(AnswerCacheConfig config) {
        super(config);
        octets = config.octets();
        answers = Caffeine.newBuilder()
                .maximumWeight(octets)
                .weigher((Question question, Kept answer) ->
                        question.length() + answer.octets().length + OVERHEAD_OCTETS)
                .evictionListener((question, answer, cause) -> evictions.increment())
                .executor(Runnable::run)
                .build();
    }

    @Override
    boolean look(Question question, long nowSeconds, CachedAnswer into) {
        Kept answer = answers.getIfPresent(question);
        if (answer == null || answer.expires() <= nowSeconds || !epochs().isCurrent(answer.slot(), answer.epoch())) {
            return false;
        }
        into.set(answer.octets());
        return true;
    }

    @Override
    void keep(Question question, byte[] answer, int slot, long epoch, long expires) {
        answers.put(question.copy(), new Kept(answer, slot, epoch, expires));
    }

    @Override
    boolean hasRoomFor(Question question) {
        return size() < octets / 2;
    }

    private long size() {
        return answers.policy()
                .eviction()
                .map(eviction -> eviction.weightedSize().orElse(0))
                .orElse(0L);
    }

    @Override
    AnswerCacheCounts counts(long hits, long misses) {
        return new AnswerCacheCounts(hits, misses, evictions.sum(), answers.estimatedSize(), size());
    }
}
