// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.index;

import org.jspecify.annotations.Nullable;

/**
 * A set of keys in the order of their unsigned octets, with the number of the change it was last brought up to.
 *
 * <p>Atomicity: a batch and its number are kept together or not at all, also after a crash. Durability: what was applied
 * last may be lost by a crash, a batch after the other from the newest back, never in the middle; {@link #close} keeps all.
 * Thread-safety: one thread applies, any number read. Errors: {@link org.tanma.resolver.store.StoreException}.
 */
public interface SortedKeys extends AutoCloseable {
    /** Number of the last change that was applied; {@value #UNFINISHED} while the keys are incomplete. */
    long sequence();

    /** What {@link #sequence} says until the keys have been made once from all records. */
    long UNFINISHED = -1;

    /** Applies what was put into a batch, in that order. */
    void apply(KeyBatch batch, long sequence);

    /** Removes every key; {@link #sequence} is {@value #UNFINISHED} after it. */
    void clear();

    /** Reads the keys as they are at this moment, until it is closed. */
    Cursor cursor();

    /** About how many octets the keys take on disk. */
    long octets();

    @Override
    void close();

    /** Walks over keys; for one thread. */
    interface Cursor extends AutoCloseable {
        /** Goes to the first key that is not below this one; null when there is none. */
        byte @Nullable [] seek(byte[] key);

        /** Goes to the last key below this one; null when there is none. */
        byte @Nullable [] seekBelow(byte[] key);

        byte @Nullable [] next();

        byte @Nullable [] previous();

        @Override
        void close();
    }
}
