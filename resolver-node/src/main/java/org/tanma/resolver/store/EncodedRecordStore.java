// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store;

/**
 * The read side without objects: a lookup puts the record's octets into memory that the caller uses again and again.
 *
 * <p>Same promises as {@link HandleStore}. Use: one {@link RecordLookup} a thread; set its handle, call, read its values
 * in place before the next call.
 */
public interface EncodedRecordStore {
    /** True when the handle has a record, which {@code lookup} then holds. May block on a disk. */
    boolean find(RecordLookup lookup);

    /**
     * Answers only from what is in memory and never waits for a disk, so that an event loop may call it.
     *
     * <p>{@link Presence#UNKNOWN} says nothing about the handle; ask {@link #find(RecordLookup)} elsewhere.
     */
    Presence findInMemory(RecordLookup lookup);

    /** What memory says of a handle. */
    enum Presence {
        FOUND,
        ABSENT,
        UNKNOWN
    }
}
