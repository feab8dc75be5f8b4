// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.wire.WireFormatException.Reason;

/**
 * Octets being written, growing up to a limit.
 *
 * <p>Refuses what a {@link WireReader} on the other side would refuse, so nothing unreadable is sent. Not for use by
 * several threads.
 */
public final class WireWriter {
    private static final int FIRST_OCTETS = 256;
    private final int limit;
    private byte[] octets = new byte[FIRST_OCTETS];
    private int length;

    /** Takes up to {@code limit} octets. */
    public WireWriter(int limit) {
        this.limit = limit;
    }

    /** Octets written so far. */
    public int length() {
        return length;
    }

    public void writeOctet(int octet, String field) throws WireFormatException {
        inRange(octet, 0xFF, field);
        grow(1, field);
        octets[length++] = (byte) octet;
    }

    public void writeShort(int number, String field) throws WireFormatException {
        inRange(number, 0xFFFF, field);
        grow(2, field);
        octets[length++] = (byte) (number >>> 8);
        octets[length++] = (byte) number;
    }

    /** Four octets, as they are. */
    public void writeInt(int number, String field) throws WireFormatException {
        grow(4, field);
        ByteBuffer.wrap(octets).putInt(length, number);
        length += 4;
    }

    /** Four octets, unsigned. */
    public void writeUnsigned(long number, String field) throws WireFormatException {
        inRange(number, 0xFFFF_FFFFL, field);
        writeInt((int) number, field);
    }

    /** The number of items of a list. */
    public void writeCount(int count, int most, String field) throws WireFormatException {
        if (count > most) {
            throw new WireFormatException(Reason.TOO_LONG, field, length, most, count);
        }
        writeInt(count, field);
    }

    /** The octets alone, without a length. */
    public void writeOctets(byte[] source, String field) throws WireFormatException {
        grow(source.length, field);
        System.arraycopy(source, 0, octets, length, source.length);
        length += source.length;
    }

    /** A length and the octets. */
    public void writeArray(byte[] source, int most, String field) throws WireFormatException {
        writeCount(source.length, most, field);
        writeOctets(source, field);
    }

    /** A length and the text in UTF-8. */
    public void writeString(String text, int most, String field) throws WireFormatException {
        writeArray(text.getBytes(StandardCharsets.UTF_8), most, field);
    }

    public void writeHandle(HandleName handle, String field) throws WireFormatException {
        writeString(handle.toString(), WireLimits.HANDLE_OCTETS, field);
    }

    /** A copy of what was written. */
    public byte[] toArray() {
        return Arrays.copyOf(octets, length);
    }

    private void grow(int more, String field) throws WireFormatException {
        if (more > limit - length) {
            throw new WireFormatException(Reason.TOO_LONG, field, length, limit, (long) length + more);
        }
        if (length + more > octets.length) {
            octets = Arrays.copyOf(octets, Math.min(limit, Math.max(length + more, octets.length * 2)));
        }
    }

    private void inRange(long number, long max, String field) throws WireFormatException {
        if (number < 0 || number > max) {
            throw new WireFormatException(Reason.OUT_OF_RANGE, field, length, number < 0 ? 0 : max, number);
        }
    }
}
