// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a message into datagrams.
 *
 * <p>Shape: each datagram has the envelope and up to {@value WireLimits#FRAGMENT_OCTETS} octets of the message; when
 * there is more than one, each has the truncated flag and its number, from 0, and all but the last are full. Source: RFC
 * 3652 section 2.3.
 */
public final class UdpFragments {
    private UdpFragments() {}

    /** The datagrams of an encoded message, envelope first. */
    public static List<byte[]> split(ByteBuffer message) throws WireFormatException {
        MessageEnvelope envelope = HandleMessageCodec.decodeEnvelope(message);
        WireReader in = new WireReader(message);
        in.region(WireLayout.ENVELOPE_OCTETS, "envelope");
        int count = count(envelope.messageLength());
        List<byte[]> datagrams = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            WireWriter out = new WireWriter(WireLimits.DATAGRAM_OCTETS);
            HandleMessageCodec.encodeEnvelope(count == 1 ? envelope : envelope.toFragment(number), out);
            int length = lengthOf(number, envelope.messageLength());
            out.writeOctets(in.readOctets(length, "message").toArray(), "message");
            datagrams.add(out.toArray());
        }
        in.requireEnd("message");
        return datagrams;
    }

    /** How many datagrams a message of this many octets (without envelope) takes. */
    public static int count(int messageLength) {
        return Math.max(1, (messageLength + WireLimits.FRAGMENT_OCTETS - 1) / WireLimits.FRAGMENT_OCTETS);
    }

    static int lengthOf(int number, int messageLength) {
        return Math.min(WireLimits.FRAGMENT_OCTETS, messageLength - number * WireLimits.FRAGMENT_OCTETS);
    }
}
