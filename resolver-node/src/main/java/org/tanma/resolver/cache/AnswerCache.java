// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.cache;

/**
 * Keeps answers to questions that the public asked.
 *
 * <p>Staleness: none. Who looks for an answer after a write of its handle was acknowledged never gets one made from what
 * was there before. For this, whoever makes an answer asks for the {@link #epoch} of its handle <em>before</em> the record
 * is looked up and hands it back with the answer; a write makes the epoch another one before its writer is told.
 *
 * <p>Handles are named by {@link org.tanma.handle.model.HandleName#hashCode()}. Nothing blocks; a lookup allocates nothing.
 * Safe between threads.
 */
public interface AnswerCache {
    /** In place of a TTL: that there is no such handle, or no such value, which the cache keeps as long as it sees fit. */
    long NEGATIVE = -1;

    /** Keeps nothing. */
    AnswerCache NONE = new AnswerCache() {
        @Override
        public boolean find(Question question, long nowSeconds, CachedAnswer into) {
            return false;
        }

        @Override
        public long epoch(int handleHash) {
            return 0;
        }

        @Override
        public void put(
                Question question, byte[] answer, int handleHash, long epoch, long nowSeconds, long ttlSeconds) {}

        @Override
        public boolean isWorthKeeping(Question question) {
            return false;
        }

        @Override
        public AnswerCacheCounts counts() {
            return new AnswerCacheCounts(0, 0, 0, 0, 0);
        }
    };

    /** Puts the answer to a question where it is wanted; false when there is none that may be given. Now in seconds since 1970. */
    boolean find(Question question, long nowSeconds, CachedAnswer into);

    /**
     * Says that these questions will be looked for at once, so that the memory their answers lie in is fetched for all of them
     * together and not one after the other. Changes nothing.
     *
     * @param count of the questions that are meant, from the first on
     */
    default void foresee(Question[] questions, int count) {}

    /** Which state of the records under this hash is the newest; to be asked for before the record is looked up. */
    long epoch(int handleHash);

    /**
     * Keeps an answer; the array becomes the cache's own. Does nothing when the epoch has passed.
     *
     * @param ttlSeconds how long the answer may be given, 0 not at all; {@link #NEGATIVE} for one without values
     */
    void put(Question question, byte[] answer, int handleHash, long epoch, long nowSeconds, long ttlSeconds);

    /**
     * Notes a question; true when there is room for its answer or it was noted not long ago, as far as can be told. An answer
     * that costs little to make is worth keeping then only, so that questions asked once do not drive out others.
     */
    boolean isWorthKeeping(Question question);

    /** How often answers were found and not, since the start. */
    AnswerCacheCounts counts();
}
