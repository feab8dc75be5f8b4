// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.cache;

import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Answers in memory outside the heap, the newest written over the oldest.
 *
 * <p>Shape: a ring of entries and an index of words in buckets of {@value #WAYS}. Places in the ring are counted on and on:
 * the place {@code p} lies at {@code p mod size}, and is written over once the head is beyond {@code p + size}. A word of the
 * index is a place in units of {@value #UNIT} octets and sixteen bits of its question's hash; 0 is none. The ring consists of
 * chunks, taken from the system when the head first comes to them; no entry lies in two.
 *
 * <p>Whoever looks up takes no lock: it copies the answer and then asks whether the head has meanwhile come to where it was,
 * for the head moves before anything is written there. Who writes has the lock. What is found shortly before it would be
 * written over is written anew at the head, so that what is asked for stays. Safe between threads.
 */
final class AnswerRing {
    private static final int UNIT = 8;
    private static final int WAYS = 8;
    /** One word of the index for so many octets of the ring, half of what an answer has: buckets seldom overflow. */
    private static final int OCTETS_A_WORD = 192;

    private static final int PLACE_SHIFT = 16;
    private static final long CHECK_MASK = (1L << PLACE_SHIFT) - 1;
    private static final int BUCKET_SHIFT = 16;

    /** Of a processor's cache. */
    private static final int LINE_OCTETS = 64;

    private static final int TOUCHED_OCTETS = 448;

    private static final int EPOCH = 8;
    private static final int EXPIRES = 16;
    private static final int SLOT = 24;
    private static final int TAG = 28;
    private static final int QUESTION_OCTETS = 32;
    private static final int ANSWER_OCTETS = 36;
    private static final int QUESTION = 40;

    /** An answer that takes more than this share of a chunk is not kept. */
    private static final int LARGEST_SHARE = 16;
    /** In this share of the ring before the head comes round, what is found is written anew. */
    private static final int LAST_SHARE = 32;

    private final ByteBuffer[] chunks;
    private final int[] entries;
    private final int chunkOctets;
    private final int chunkShift;
    private final long size;
    private final AtomicLongArray index;
    private final int buckets;
    private final ReentrantLock writing = new ReentrantLock();

    /** Where the next entry goes; all before {@code head - size} is or is about to be written over. */
    private volatile long head;

    private volatile long kept;
    private volatile long evicted;

    /**
     * The index comes on top of the chunks.
     *
     * @param count of chunks, 2 and up
     * @param chunkOctets a power of two
     */
    AnswerRing(int count, int chunkOctets) {
        this.chunks = new ByteBuffer[count];
        this.entries = new int[count];
        this.chunkOctets = chunkOctets;
        this.chunkShift = Integer.numberOfTrailingZeros(chunkOctets);
        this.size = (long) count * chunkOctets;
        this.buckets = (int) Long.highestOneBit(size / OCTETS_A_WORD / WAYS) << 1;
        this.index = new AtomicLongArray(buckets * WAYS);
        this.head = size;
    }

    /** Copies the answer that may still be given; false when there is none. */
    boolean find(Question question, long hash, long nowSeconds, AnswerEpochs epochs, CachedAnswer into) {
        int bucket = bucket(hash);
        for (int way = bucket; way < bucket + WAYS; way++) {
            long word = index.getAcquire(way);
            if (isFor(word, hash)) {
                long place = place(word);
                if (head - place <= size && isEntry(question, hash, chunk(place), at(place))) {
                    return copy(place, nowSeconds, epochs, into) && refresh(place);
                }
            }
        }
        return false;
    }

    /** Reads where the index tells of a question; the sum means nothing. */
    long touchIndex(long hash) {
        return index.getPlain(bucket(hash));
    }

    /** Reads here and there in the entry that the index tells of; the sum means nothing. */
    long touchEntry(long hash) {
        int bucket = bucket(hash);
        for (int way = bucket; way < bucket + WAYS; way++) {
            long word = index.getAcquire(way);
            if (isFor(word, hash)) {
                long place = place(word);
                int end = Math.min(at(place) + TOUCHED_OCTETS, chunkOctets - Long.BYTES);
                long sum = 0;
                for (int at = at(place); at < end; at += LINE_OCTETS) {
                    sum += chunk(place).getLong(at);
                }
                return sum;
            }
        }
        return 0;
    }

    /** What is read may be in the course of being written over: nothing read is believed before the head is asked. */
    private boolean isEntry(Question question, long hash, ByteBuffer chunk, int at) {
        return at + QUESTION + question.length() <= chunkOctets
                && chunk.getLong(at) == hash
                && chunk.getInt(at + TAG) == question.tag()
                && chunk.getInt(at + QUESTION_OCTETS) == question.length()
                && question.isAt(chunk, at + QUESTION);
    }

    private boolean copy(long place, long nowSeconds, AnswerEpochs epochs, CachedAnswer into) {
        ByteBuffer chunk = chunk(place);
        int at = at(place);
        int from = at + QUESTION + chunk.getInt(at + QUESTION_OCTETS);
        int length = chunk.getInt(at + ANSWER_OCTETS);
        if (from < at || length < 0 || length > chunkOctets - from) {
            return false;
        }
        int slot = chunk.getInt(at + SLOT);
        long epoch = chunk.getLong(at + EPOCH);
        boolean isInTime = chunk.getLong(at + EXPIRES) > nowSeconds;
        chunk.get(from, into.room(length), 0, length);
        VarHandle.acquireFence();
        return head - place <= size && isInTime && epochs.isCurrent(slot, epoch);
    }

    /** Writes an entry anew that would soon be written over, unless somebody else is writing; always true. */
    private boolean refresh(long place) {
        if (head - place > size - size / LAST_SHARE && writing.tryLock()) {
            try {
                long hash = chunk(place).getLong(at(place));
                int way = wayAt(place, hash);
                if (way >= 0 && head - place <= size) {
                    byte[] entry = new byte[entryOctets(place)];
                    chunk(place).get(at(place), entry);
                    long moved = reserve(entry.length);
                    chunk(moved).put(at(moved), entry);
                    index.setRelease(way, word(moved, hash));
                }
            } finally {
                writing.unlock();
            }
        }
        return true;
    }

    void put(Question question, long hash, byte[] answer, int slot, long epoch, long expires) {
        int octets = entryOctets(question.length(), answer.length);
        if (octets > chunkOctets / LARGEST_SHARE) {
            return;
        }
        writing.lock();
        try {
            int way = wayFor(question, hash);
            long place = reserve(octets);
            ByteBuffer chunk = chunk(place);
            int at = at(place);
            chunk.putLong(at, hash);
            chunk.putLong(at + EPOCH, epoch);
            chunk.putLong(at + EXPIRES, expires);
            chunk.putInt(at + SLOT, slot);
            chunk.putInt(at + TAG, question.tag());
            chunk.putInt(at + QUESTION_OCTETS, question.length());
            chunk.putInt(at + ANSWER_OCTETS, answer.length);
            question.copyTo(chunk, at + QUESTION);
            chunk.put(at + QUESTION + question.length(), answer);
            index.setRelease(way, word(place, hash));
        } finally {
            writing.unlock();
        }
    }

    /** True until something had to be written over. */
    boolean isFilling() {
        return head < 2 * size - size / LAST_SHARE;
    }

    /** Where in the index to note the answer to a question: where the last one is, else where the oldest of the bucket is. */
    private int wayFor(Question question, long hash) {
        int bucket = bucket(hash);
        int chosen = bucket;
        long oldest = Long.MAX_VALUE;
        for (int way = bucket; way < bucket + WAYS; way++) {
            long word = index.getPlain(way);
            long place = place(word);
            if (isFor(word, hash) && head - place <= size && isEntry(question, hash, chunk(place), at(place))) {
                return way;
            }
            if (place < oldest) {
                oldest = place;
                chosen = way;
            }
        }
        return chosen;
    }

    /** Where the index says that an entry is at this place; -1 when it no longer does. */
    private int wayAt(long place, long hash) {
        int bucket = bucket(hash);
        for (int way = bucket; way < bucket + WAYS; way++) {
            if (index.getPlain(way) == word(place, hash)) {
                return way;
            }
        }
        return -1;
    }

    /** Takes room at the head, which moves on before anything is written there. */
    private long reserve(int octets) {
        long place = head;
        int left = chunkOctets - (int) (place & chunkOctets - 1);
        if (octets > left) {
            place += left;
        }
        int number = number(place);
        if (at(place) == 0) {
            enter(number);
        }
        entries[number]++;
        kept++;
        head = place + octets;
        VarHandle.storeStoreFence();
        return place;
    }

    /** All that is left in a chunk from the last time is given up. */
    private void enter(int number) {
        if (chunks[number] == null) {
            chunks[number] = ByteBuffer.allocateDirect(chunkOctets).order(ByteOrder.nativeOrder());
        }
        kept -= entries[number];
        evicted += entries[number];
        entries[number] = 0;
    }

    private int bucket(long hash) {
        return ((int) (hash >>> BUCKET_SHIFT) & buckets - 1) * WAYS;
    }

    private static boolean isFor(long word, long hash) {
        return word != 0 && ((word ^ hash) & CHECK_MASK) == 0;
    }

    private static long word(long place, long hash) {
        return place / UNIT << PLACE_SHIFT | hash & CHECK_MASK;
    }

    private static long place(long word) {
        return (word >>> PLACE_SHIFT) * UNIT;
    }

    private int number(long place) {
        return (int) (place % size >>> chunkShift);
    }

    private ByteBuffer chunk(long place) {
        return chunks[number(place)];
    }

    private int at(long place) {
        return (int) place & chunkOctets - 1;
    }

    private int entryOctets(long place) {
        ByteBuffer chunk = chunk(place);
        return entryOctets(chunk.getInt(at(place) + QUESTION_OCTETS), chunk.getInt(at(place) + ANSWER_OCTETS));
    }

    private static int entryOctets(int questionOctets, int answerOctets) {
        return QUESTION + questionOctets + answerOctets + UNIT - 1 & -UNIT;
    }

    /** Answers, those that newer ones have taken the place of among them. */
    long kept() {
        return kept;
    }

    /** Answers that were written over. */
    long evicted() {
        return evicted;
    }

    /** Octets between the oldest and the newest answer. */
    long octets() {
        return Math.min(head - size, size);
    }
}
