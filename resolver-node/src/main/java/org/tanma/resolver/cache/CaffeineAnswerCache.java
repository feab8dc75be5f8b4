// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.tanma.handle.model.HandleName;
import org.tanma.resolver.store.ChangeFeed;

/**
 * Answers in the memory of this process, at most so many octets of them; what is asked for seldom goes first.
 *
 * <p>Hears of changes as a listener of the store's change feed. A changed prefix handle can change which handles are
 * answered for and where others are, so it makes every answer old.
 */
public final class CaffeineAnswerCache implements AnswerCache, ChangeFeed.ChangeListener {
    /** What keeping one answer takes beside its octets and its question's: objects, references, the engine's node. */
    private static final int OVERHEAD_OCTETS = 256;

    private static final int ASKED = 1 << 17;
    private static final String PREFIX_HANDLES = "0.NA";

    private final AnswerEpochs epochs = new AnswerEpochs();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder evictions = new LongAdder();
    private final Cache<Question, CachedAnswer> answers;
    /** Hashes of the latest questions, each at its place; a write lost between threads costs one more lookup. */
    private final int[] asked = new int[ASKED];

    private final long longestSeconds;
    private final long negativeSeconds;

    public CaffeineAnswerCache(AnswerCacheConfig config) {
        longestSeconds = config.longest().toSeconds();
        negativeSeconds = config.negative().toSeconds();
        answers = Caffeine.newBuilder()
                .maximumWeight(config.octets())
                .weigher((Question question, CachedAnswer answer) ->
                        question.length() + answer.octets().length + OVERHEAD_OCTETS)
                .evictionListener((question, answer, cause) -> evictions.increment())
                .executor(Runnable::run)
                .build();
    }

    @Override
    public @Nullable CachedAnswer find(Question question, long nowSeconds) {
        CachedAnswer answer = answers.getIfPresent(question);
        if (answer == null || answer.expires() <= nowSeconds || answer.epoch() != epochs.current(answer.slot())) {
            misses.increment();
            return null;
        }
        hits.increment();
        return answer;
    }

    @Override
    public boolean isAskedAgain(Question question) {
        int hash = question.hashCode();
        int place = hash & asked.length - 1;
        boolean isNoted = asked[place] == hash;
        asked[place] = hash;
        return isNoted;
    }

    @Override
    public long epoch(int handleHash) {
        return epochs.current(AnswerEpochs.slot(handleHash));
    }

    @Override
    public void put(Question question, byte[] answer, int handleHash, long epoch, long nowSeconds, long ttlSeconds) {
        int slot = AnswerEpochs.slot(handleHash);
        long kept = ttlSeconds == NEGATIVE ? negativeSeconds : Math.min(ttlSeconds, longestSeconds);
        if (kept > 0 && epochs.current(slot) == epoch) {
            answers.put(question.copy(), new CachedAnswer(answer, slot, epoch, nowSeconds + kept));
        }
    }

    @Override
    public void changed(List<HandleName> names) {
        for (HandleName name : names) {
            if (name.isUnder(PREFIX_HANDLES)) {
                everythingChanged();
                return;
            }
        }
        for (HandleName name : names) {
            epochs.pass(AnswerEpochs.slot(name.hashCode()));
        }
    }

    /** Makes every answer old: to be called when something else than a record changes what is answered. */
    public void everythingChanged() {
        epochs.passAll();
    }

    @Override
    public AnswerCacheCounts counts() {
        return new AnswerCacheCounts(
                hits.sum(),
                misses.sum(),
                evictions.sum(),
                answers.estimatedSize(),
                answers.policy()
                        .eviction()
                        .map(eviction -> eviction.weightedSize().orElse(0))
                        .orElse(0L));
    }
}
