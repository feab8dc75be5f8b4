// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.Optional;
import org.tanma.handle.wire.WireFormatException.Reason;

/**
 * Puts the datagrams of one message together again.
 *
 * <p>Datagrams may come in any order and more than once. Nothing is kept of a message that declares more than {@link
 * WireLimits#MESSAGE_OCTETS}, and a datagram that does not fit the first is refused without harm to what is there. One
 * object for one message; not for use by several threads.
 */
public final class UdpReassembly {
    private final MessageEnvelope first;
    private final byte[] message;
    private final BitSet arrived = new BitSet();

    /** Begins with any datagram of the message, which still has to be {@linkplain #accept accepted}. */
    public UdpReassembly(ByteBuffer datagram) throws WireFormatException {
        this.first = HandleMessageCodec.decodeEnvelope(datagram);
        this.message = new byte[WireLayout.ENVELOPE_OCTETS + first.messageLength()];
    }

    /** Takes one datagram; the whole message, envelope first, once the last part is there. */
    public Optional<byte[]> accept(ByteBuffer datagram) throws WireFormatException {
        MessageEnvelope envelope = HandleMessageCodec.decodeEnvelope(datagram);
        requireSame("request id", WireLayout.REQUEST_ID, first.requestId(), envelope.requestId());
        requireSame("session id", WireLayout.SESSION_ID, first.sessionId(), envelope.sessionId());
        requireSame("message length", WireLayout.MESSAGE_LENGTH, first.messageLength(), envelope.messageLength());
        int count = UdpFragments.count(first.messageLength());
        long sequence = Integer.toUnsignedLong(envelope.sequence());
        if (sequence >= count) {
            throw new WireFormatException(
                    Reason.OUT_OF_RANGE, "sequence number", WireLayout.SEQUENCE_NUMBER, count - 1, sequence);
        }
        WireReader in = new WireReader(datagram);
        in.region(WireLayout.ENVELOPE_OCTETS, "envelope");
        Octets part = in.readOctets(UdpFragments.lengthOf(envelope.sequence(), first.messageLength()), "message");
        in.requireEnd("datagram");
        int at = WireLayout.ENVELOPE_OCTETS + envelope.sequence() * WireLimits.FRAGMENT_OCTETS;
        System.arraycopy(part.toArray(), 0, message, at, part.length());
        arrived.set(envelope.sequence());
        return arrived.cardinality() == count ? Optional.of(whole()) : Optional.empty();
    }

    private byte[] whole() throws WireFormatException {
        WireWriter out = new WireWriter(WireLayout.ENVELOPE_OCTETS);
        HandleMessageCodec.encodeEnvelope(first.toWhole(), out);
        byte[] whole = message.clone();
        System.arraycopy(out.toArray(), 0, whole, 0, WireLayout.ENVELOPE_OCTETS);
        return whole;
    }

    private static void requireSame(String field, int offset, int expected, int actual) throws WireFormatException {
        if (expected != actual) {
            throw new WireFormatException(
                    Reason.FRAGMENT_MISMATCH,
                    field,
                    offset,
                    Integer.toUnsignedLong(expected),
                    Integer.toUnsignedLong(actual));
        }
    }
}
