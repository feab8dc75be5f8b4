// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store;

import java.nio.ByteBuffer;
import org.tanma.handle.model.HandleName;

/**
 * Memory for one lookup after the other: the handle asked for and the octets of the record found.
 *
 * <p>Shape: a handle of at most {@value HandleName#MAX_OCTETS} folded octets; after a hit the version, the handle as
 * spelled and the values in wire encoding. What is read from it is valid until the next lookup. Grows to the largest record
 * met and stays so. Not for use by several threads.
 */
public final class RecordLookup {
    private static final int FIRST_OCTETS = 2_048;

    private final ByteBuffer handle = ByteBuffer.allocateDirect(HandleName.MAX_OCTETS);
    private ByteBuffer stored = ByteBuffer.allocateDirect(FIRST_OCTETS);
    private long version;
    private int spelledStart;
    private int spelledEnd;
    private int valueCount;
    private int valuesStart;
    private int valuesEnd;

    /** Asks for a handle by its octets, ASCII letters folded to upper case here: octets {@code from} to {@code to}. */
    public RecordLookup ask(ByteBuffer octets, int from, int to) {
        handle.clear();
        for (int i = from; i < to; i++) {
            byte b = octets.get(i);
            handle.put(b >= 'a' && b <= 'z' ? (byte) (b - ('a' - 'A')) : b);
        }
        handle.flip();
        return this;
    }

    /** Asks for a handle. */
    public RecordLookup ask(HandleName name) {
        handle.clear();
        handle.put(name.foldedOctets()).flip();
        return this;
    }

    /** The folded octets asked for, from position to limit; direct. An engine reads it and leaves position and limit. */
    public ByteBuffer handle() {
        return handle;
    }

    /** Room for an engine to put a stored record into, of at least {@code octets}; direct and cleared. */
    public ByteBuffer room(int octets) {
        if (stored.capacity() < octets) {
            stored = ByteBuffer.allocateDirect(Math.max(octets, 2 * stored.capacity()));
        }
        stored.clear();
        return stored;
    }

    /** Says where in the room the parts of the record found lie; an engine calls it after a hit. */
    public void found(long ofVersion, int spelledFrom, int spelledTo, int count, int valuesFrom, int valuesTo) {
        this.version = ofVersion;
        this.spelledStart = spelledFrom;
        this.spelledEnd = spelledTo;
        this.valueCount = count;
        this.valuesStart = valuesFrom;
        this.valuesEnd = valuesTo;
    }

    /** The memory that {@link #valuesStart()} and the other offsets are of; use absolute reads. */
    public ByteBuffer octets() {
        return stored;
    }

    public long version() {
        return version;
    }

    /** Offset of the first octet of the handle as it was spelled when written, UTF-8. */
    public int spelledStart() {
        return spelledStart;
    }

    public int spelledEnd() {
        return spelledEnd;
    }

    public int valueCount() {
        return valueCount;
    }

    /** Offset of the first octet of the values, one after the other in wire encoding. */
    public int valuesStart() {
        return valuesStart;
    }

    public int valuesEnd() {
        return valuesEnd;
    }

    /** The record found, as objects with memory of their own. */
    public StoredRecord toRecord() {
        byte[] spelled = new byte[spelledEnd - spelledStart];
        stored.get(spelledStart, spelled);
        byte[] values = new byte[valuesEnd - valuesStart];
        stored.get(valuesStart, values);
        return new StoredRecord(HandleName.decode(spelled), version, EncodedValues.wrap(valueCount, values));
    }
}
