// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.InvalidHandleException;
import org.tanma.handle.wire.WireFormatException.Reason;

/**
 * A cursor over octets that nobody vouches for.
 *
 * <p>Every read names its field and is checked against what is there; every number is read with the range it may have,
 * or with the reason why any will do. Offsets in errors count from where the outermost reader began, through all fenced
 * regions. The buffer given is not moved: the reader works on a duplicate. Not for use by several threads.
 */
public final class WireReader {
    private final ByteBuffer buffer;
    private final int origin;

    /** Reads from the position of {@code buffer} to its limit. */
    public WireReader(ByteBuffer buffer) {
        this(buffer.slice(), 0);
    }

    private WireReader(ByteBuffer slice, int origin) {
        this.buffer = slice;
        this.origin = origin;
    }

    /** Octets read so far, counted from where the outermost reader began. */
    public int offset() {
        return origin + buffer.position();
    }

    public int remaining() {
        return buffer.remaining();
    }

    /** One octet, 0..255; {@code why} says why every value is valid. */
    public int readAnyOctet(String field, String why) throws WireFormatException {
        require(1, field);
        return buffer.get() & 0xFF;
    }

    /** Four octets as they are; {@code why} says why every value is valid. */
    public int readAnyInt(String field, String why) throws WireFormatException {
        require(4, field);
        return buffer.getInt();
    }

    /** Two octets, 0..65535; {@code why} says why every value is valid. */
    public int readAnyShort(String field, String why) throws WireFormatException {
        require(2, field);
        return buffer.getShort() & 0xFFFF;
    }

    /** One octet within {@code min..max}. */
    public int readBoundedOctet(int min, int max, String field) throws WireFormatException {
        int at = offset();
        require(1, field);
        return (int) inRange(buffer.get() & 0xFF, min, max, field, at);
    }

    /** Four octets, unsigned, within {@code min..max}. */
    public long readBounded(long min, long max, String field) throws WireFormatException {
        int at = offset();
        require(4, field);
        return inRange(buffer.getInt() & 0xFFFF_FFFFL, min, max, field, at);
    }

    /**
     * The number of items of a list: at most {@code limit}, and no more than the octets left can hold when each item
     * takes {@code smallestItem} octets or more.
     */
    public int readCount(int limit, int smallestItem, String field) throws WireFormatException {
        int at = offset();
        int count = length(limit, field, at);
        if ((long) count * smallestItem > buffer.remaining()) {
            throw new WireFormatException(Reason.TRUNCATED, field, at, buffer.remaining(), (long) count * smallestItem);
        }
        return count;
    }

    /** A length and that many octets. */
    public Octets readArray(int limit, String field) throws WireFormatException {
        int at = offset();
        return readOctets(length(limit, field, at), field);
    }

    /** Exactly {@code length} octets. */
    public Octets readOctets(int length, String field) throws WireFormatException {
        return Octets.of(octets(length, field));
    }

    /** A length and that many octets of UTF-8. */
    public String readString(int limit, String field) throws WireFormatException {
        int at = offset();
        int length = length(limit, field, at);
        require(length, field);
        ByteBuffer text = buffer.slice(buffer.position(), length);
        buffer.position(buffer.position() + length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(text).toString();
        } catch (CharacterCodingException e) {
            throw new WireFormatException(Reason.NOT_UTF8, field, at, 0, 0);
        }
    }

    /** A length and that many octets which are a handle. */
    public HandleName readHandle(String field) throws WireFormatException {
        int at = offset();
        int length = length(WireLimits.HANDLE_OCTETS, field, at);
        try {
            return HandleName.decode(octets(length, field));
        } catch (InvalidHandleException e) {
            throw new WireFormatException(
                    Reason.INVALID_HANDLE, field, at + WireLayout.LENGTH_OCTETS + e.offset(), 0, length);
        }
    }

    /** A reader of the next {@code length} octets and nothing else; this reader goes on after them. */
    public WireReader region(int length, String field) throws WireFormatException {
        require(length, field);
        WireReader region = new WireReader(buffer.slice(buffer.position(), length), offset());
        buffer.position(buffer.position() + length);
        return region;
    }

    /** Refuses octets left over. */
    public void requireEnd(String field) throws WireFormatException {
        if (buffer.hasRemaining()) {
            throw new WireFormatException(Reason.TRAILING_OCTETS, field, offset(), 0, buffer.remaining());
        }
    }

    private int length(int limit, String field, int at) throws WireFormatException {
        require(WireLayout.LENGTH_OCTETS, field);
        long length = buffer.getInt() & 0xFFFF_FFFFL;
        if (length > limit) {
            throw new WireFormatException(Reason.TOO_LONG, field, at, limit, length);
        }
        return (int) length;
    }

    private byte[] octets(int length, String field) throws WireFormatException {
        require(length, field);
        byte[] octets = new byte[length];
        buffer.get(octets);
        return octets;
    }

    private void require(int octets, String field) throws WireFormatException {
        if (octets > buffer.remaining()) {
            throw new WireFormatException(Reason.TRUNCATED, field, offset(), buffer.remaining(), octets);
        }
    }

    private static long inRange(long number, long min, long max, String field, int at) throws WireFormatException {
        if (number < min || number > max) {
            throw new WireFormatException(Reason.OUT_OF_RANGE, field, at, number < min ? min : max, number);
        }
        return number;
    }
}
