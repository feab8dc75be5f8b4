// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import java.nio.ByteBuffer;
import org.tanma.handle.wire.MessageEnvelope;
import org.tanma.handle.wire.OpCode;
import org.tanma.handle.wire.WireLayout;
import org.tanma.handle.wire.WireLimits;
import org.tanma.resolver.cache.HotPath;

/**
 * Reads a resolution request where it lies, without objects: the fast half of a pair whose readable half is {@link
 * org.tanma.handle.wire.HandleMessageCodec}.
 *
 * <p>{@link #wrap} accepts exactly the messages that the codec decodes as a resolution request, except that it leaves the
 * handle's octets unread and types that are not ASCII to the codec; whatever it does not accept goes to the codec, which
 * says what is wrong. Offsets of strings count from the message's first octet. For one thread at a time; the buffer must
 * not change while it is looked at.
 */
@HotPath
final class ResolutionRequestView {
    private ByteBuffer message = ByteBuffer.allocate(0);
    private int origin;
    private int indexes;
    private int indexCount;
    private int types;
    private int typeCount;

    /** Looks at the message from the buffer's position to its limit; false when it is no plain resolution request. */
    boolean wrap(ByteBuffer octets) {
        message = octets;
        origin = octets.position();
        int length = octets.remaining();
        return length >= WireLayout.BODY && hasPlainEnvelope(length) && hasPlainHeader(length) && hasPlainBody();
    }

    private boolean hasPlainEnvelope(int length) {
        int major = octet(WireLayout.MAJOR_VERSION);
        int flags = octet(WireLayout.MESSAGE_FLAGS);
        long messageLength = unsigned(WireLayout.MESSAGE_LENGTH);
        return major >= MessageEnvelope.MAJOR_VERSION
                && major <= MessageEnvelope.NEWEST_MAJOR_VERSION
                && (flags & (WireLayout.FLAG_COMPRESSED | WireLayout.FLAG_ENCRYPTED | WireLayout.FLAG_TRUNCATED)) == 0
                && messageLength <= WireLimits.MESSAGE_OCTETS
                && messageLength == length - WireLayout.ENVELOPE_OCTETS;
    }

    private boolean hasPlainHeader(int length) {
        long bodyLength = unsigned(WireLayout.BODY_LENGTH);
        if (integer(WireLayout.OP_CODE) != OpCode.RESOLUTION.code()
                || integer(WireLayout.RESPONSE_CODE) != 0
                || octet(WireLayout.RECURSION_COUNT) > WireLimits.RECURSION
                || bodyLength > length - WireLayout.BODY) {
            return false;
        }
        int credential = WireLayout.BODY + (int) bodyLength;
        int left = length - credential;
        return left == 0 || left >= WireLayout.LENGTH_OCTETS && unsigned(credential) == left - WireLayout.LENGTH_OCTETS;
    }

    private boolean hasPlainBody() {
        int end = WireLayout.BODY + integer(WireLayout.BODY_LENGTH);
        int at = afterString(WireLayout.BODY, WireLimits.HANDLE_OCTETS, end);
        if (at < 0 || !hasCount(at, WireLimits.INDEXES, end)) {
            return false;
        }
        indexCount = integer(at);
        indexes = at + WireLayout.LENGTH_OCTETS;
        for (int i = 0; i < indexCount; i++) {
            if (index(i) < 0) {
                return false;
            }
        }
        at = indexes + indexCount * Integer.BYTES;
        if (!hasCount(at, WireLimits.TYPES, end)) {
            return false;
        }
        typeCount = integer(at);
        types = at + WireLayout.LENGTH_OCTETS;
        at = types;
        for (int i = 0; i < typeCount; i++) {
            int after = afterString(at, WireLimits.STRING_OCTETS, end);
            if (after < 0 || !isAscii(at + WireLayout.LENGTH_OCTETS, after)) {
                return false;
            }
            at = after;
        }
        return at == end;
    }

    /** True when a count at {@code at}, of items of four octets or more, is allowed and can be met before {@code end}. */
    private boolean hasCount(int at, int limit, int end) {
        if (end - at < WireLayout.LENGTH_OCTETS) {
            return false;
        }
        long count = unsigned(at);
        return count <= limit && count * Integer.BYTES <= end - at - WireLayout.LENGTH_OCTETS;
    }

    /** Offset after the string at {@code at}; -1 when it is over its limit or does not end by {@code end}. */
    private int afterString(int at, int limit, int end) {
        if (end - at < WireLayout.LENGTH_OCTETS) {
            return -1;
        }
        long length = unsigned(at);
        return length <= limit && length <= end - at - WireLayout.LENGTH_OCTETS
                ? at + WireLayout.LENGTH_OCTETS + (int) length
                : -1;
    }

    private boolean isAscii(int from, int to) {
        for (int i = from; i < to; i++) {
            if (message.get(origin + i) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The flags of the header, for {@link org.tanma.handle.wire.OpFlags}. */
    int flags() {
        return integer(WireLayout.OP_FLAGS);
    }

    /** True when octets of a credential follow the body. */
    boolean hasCredential() {
        int end = WireLayout.BODY + integer(WireLayout.BODY_LENGTH);
        return message.limit() - origin > end + WireLayout.LENGTH_OCTETS;
    }

    /** Copies the handle's octets, not known to be a handle. */
    byte[] handle() {
        return string(WireLayout.BODY);
    }

    int indexCount() {
        return indexCount;
    }

    /** An index asked for, {@code i} from 0. */
    int index(int i) {
        return integer(indexes + i * Integer.BYTES);
    }

    int typeCount() {
        return typeCount;
    }

    /** Copies the octets of a type asked for, ASCII, {@code i} from 0. */
    byte[] type(int i) {
        int at = types;
        for (int skipped = 0; skipped < i; skipped++) {
            at += WireLayout.LENGTH_OCTETS + integer(at);
        }
        return string(at);
    }

    private byte[] string(int at) {
        byte[] octets = new byte[integer(at)];
        message.get(origin + at + WireLayout.LENGTH_OCTETS, octets);
        return octets;
    }

    private int octet(int at) {
        return message.get(origin + at) & 0xFF;
    }

    private int integer(int at) {
        return message.getInt(origin + at);
    }

    private long unsigned(int at) {
        return message.getInt(origin + at) & 0xFFFF_FFFFL;
    }
}
