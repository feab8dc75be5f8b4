// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.cache;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Which state of the records is the newest, told in a fixed number of slots.
 *
 * <p>A slot stands for all handles whose hash falls on it: a write to one makes answers about all of them old, which costs
 * a lookup and never truth. An epoch never comes back. Safe between threads.
 */
final class AnswerEpochs {
    private static final int SLOTS = 1 << 16;
    private static final int HALF = 16;

    private final AtomicLongArray slots = new AtomicLongArray(SLOTS);
    private final AtomicLong all = new AtomicLong();

    static int slot(int handleHash) {
        return (handleHash ^ handleHash >>> HALF) & SLOTS - 1;
    }

    /** Two numbers that only grow: their sum stays the same only when both do. */
    long current(int slot) {
        return slots.get(slot) + all.get();
    }

    boolean isCurrent(int slot, long epoch) {
        return current(slot) == epoch;
    }

    void pass(int slot) {
        slots.incrementAndGet(slot);
    }

    void passAll() {
        all.incrementAndGet();
    }
}
