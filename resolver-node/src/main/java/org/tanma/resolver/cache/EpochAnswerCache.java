// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.cache;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.tanma.handle.model.HandleName;
import org.tanma.resolver.store.ChangeFeed;

/**
 * What all caches of answers have in common: how long an answer may be given, and what is worth keeping.
 *
 * <p>Hears of changes as a listener of the store's change feed. A changed prefix handle can change which handles are
 * answered for and where others are, so it makes every answer old.
 */
public abstract sealed class EpochAnswerCache implements AnswerCache, ChangeFeed.ChangeListener
        permits CaffeineAnswerCache, RingAnswerCache {
    private static final int ASKED = 1 << 17;
    private static final String PREFIX_HANDLES = "0.NA";

    private final AnswerEpochs epochs = new AnswerEpochs();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    /** Hashes of the latest questions, each at its place; a write lost between threads costs one more lookup. */
    private final int[] asked = new int[ASKED];

    private final long longestSeconds;
    private final long negativeSeconds;

    EpochAnswerCache(AnswerCacheConfig config) {
        longestSeconds = config.longest().toSeconds();
        negativeSeconds = config.negative().toSeconds();
    }

    /** The cache that is wanted. Errors: {@link IllegalArgumentException} when this JVM may not have as much memory outside its heap. */
    public static EpochAnswerCache of(AnswerCacheConfig config) {
        return switch (config.place()) {
            case OUTSIDE -> new RingAnswerCache(config);
            case HEAP -> new CaffeineAnswerCache(config);
        };
    }

    /** Puts the answer into {@code into} if there is one that may be given now. */
    abstract boolean look(Question question, long nowSeconds, CachedAnswer into);

    /** Keeps an answer; the array becomes the cache's own, the question does not. */
    abstract void keep(Question question, byte[] answer, int slot, long epoch, long expires);

    /** True when keeping the answer to this question would drive out no other. */
    abstract boolean hasRoomFor(Question question);

    abstract AnswerCacheCounts counts(long hitsSoFar, long missesSoFar);

    final AnswerEpochs epochs() {
        return epochs;
    }

    @Override
    public final boolean find(Question question, long nowSeconds, CachedAnswer into) {
        boolean isFound = look(question, nowSeconds, into);
        (isFound ? hits : misses).increment();
        return isFound;
    }

    @Override
    public final boolean isWorthKeeping(Question question) {
        int hash = question.hashCode();
        int place = hash & asked.length - 1;
        boolean isNoted = asked[place] == hash;
        asked[place] = hash;
        return isNoted || hasRoomFor(question);
    }

    @Override
    public final long epoch(int handleHash) {
        return epochs.current(AnswerEpochs.slot(handleHash));
    }

    @Override
    public final void put(
            Question question, byte[] answer, int handleHash, long epoch, long nowSeconds, long ttlSeconds) {
        int slot = AnswerEpochs.slot(handleHash);
        long kept = ttlSeconds == NEGATIVE ? negativeSeconds : Math.min(ttlSeconds, longestSeconds);
        if (kept > 0 && epochs.isCurrent(slot, epoch)) {
            keep(question, answer, slot, epoch, nowSeconds + kept);
        }
    }

    @Override
    public final void changed(List<HandleName> names) {
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
    public final void everythingChanged() {
        epochs.passAll();
    }

    @Override
    public final AnswerCacheCounts counts() {
        return counts(hits.sum(), misses.sum());
    }
}
