// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.cache;

/**
 * Answers outside the Java heap, at most so many octets of them: the collector never sees them, and looking one up makes
 * no object. What was not asked for since it was kept goes first, about.
 */
final class RingAnswerCache extends EpochAnswerCache {
    private static final int MOST_RINGS = 16;
    private static final int LEAST_CHUNKS = 4;
    private static final int SMALL_CHUNK_OCTETS = 1 << 16;
    private static final int CHUNK_OCTETS = 1 << 20;

    private final AnswerRing[] rings;
    private final int shift;
    /** Written so that reading ahead is not left out as useless. */
    private long foreseen;

    RingAnswerCache(AnswerCacheConfig config) {
        super(config);
        requireRoom(config.octets());
        int chunkOctets =
                config.octets() < MOST_RINGS * LEAST_CHUNKS * CHUNK_OCTETS ? SMALL_CHUNK_OCTETS : CHUNK_OCTETS;
        long chunks = config.octets() / chunkOctets;
        rings = new AnswerRing[(int) Long.highestOneBit(Math.min(MOST_RINGS, chunks / LEAST_CHUNKS))];
        for (int i = 0; i < rings.length; i++) {
            rings[i] = new AnswerRing((int) (chunks / rings.length), chunkOctets);
        }
        shift = Long.numberOfLeadingZeros(rings.length) + 1;
    }

    private static void requireRoom(long octets) {
        long most = AnswerCacheConfig.mostOutside();
        if (octets > most) {
            throw new CacheTooLargeException(octets, most);
        }
    }

    private AnswerRing ring(long hash) {
        return rings.length == 1 ? rings[0] : rings[(int) (hash >>> shift)];
    }

    @Override
    boolean look(Question question, long nowSeconds, CachedAnswer into) {
        long hash = question.hash();
        return ring(hash).find(question, hash, nowSeconds, epochs(), into);
    }

    /** First all places in the index, then all that those point to: processors fetch what does not depend on another. */
    @Override
    public void foresee(Question[] questions, int count) {
        long seen = 0;
        for (int i = 0; i < count; i++) {
            long hash = questions[i].hash();
            seen += ring(hash).touchIndex(hash);
        }
        for (int i = 0; i < count; i++) {
            long hash = questions[i].hash();
            seen += ring(hash).touchEntry(hash);
        }
        foreseen = seen;
    }

    @Override
    void keep(Question question, byte[] answer, int slot, long epoch, long expires) {
        long hash = question.hash();
        ring(hash).put(question, hash, answer, slot, epoch, expires);
    }

    @Override
    boolean hasRoomFor(Question question) {
        return ring(question.hash()).isFilling();
    }

    @Override
    AnswerCacheCounts counts(long hits, long misses) {
        long evictions = 0;
        long answers = 0;
        long octets = 0;
        for (AnswerRing ring : rings) {
            evictions += ring.evicted();
            answers += ring.kept();
            octets += ring.octets();
        }
        return new AnswerCacheCounts(hits, misses, evictions, answers, octets);
    }
}
