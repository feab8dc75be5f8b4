// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.tanma.handle.wire.WireFormatException.Reason;

/**
 * Whole messages to octets and back.
 *
 * <p>Shape: envelope, header, body, credential, as {@link WireLayout} tables them. {@link #decode} takes exactly one
 * message that came in one piece; parts of a message sent by UDP go through {@link UdpReassembly} first. Stateless and
 * safe between threads. Source: RFC 3652 section 2.2.
 */
public final class HandleMessageCodec {
    private static final int MIN_MESSAGE_OCTETS = WireLayout.HEADER_OCTETS;

    private HandleMessageCodec() {}

    /** The message from the position of {@code octets} to its limit; the position is not moved. */
    public static HandleMessage decode(ByteBuffer octets) throws WireFormatException {
        WireReader in = new WireReader(octets);
        MessageEnvelope envelope = decodeEnvelope(in);
        int flagsAt = WireLayout.MESSAGE_FLAGS;
        if (envelope.isCompressed() || envelope.isEncrypted() || envelope.isTruncated()) {
            int flags = octets.get(octets.position() + flagsAt) & ~WireLayout.SUGGESTED_MAJOR_MASK & 0xFF;
            throw new WireFormatException(Reason.UNSUPPORTED, "message flags", flagsAt, 0, flags);
        }
        WireReader message = in.region(envelope.messageLength(), "message");
        in.requireEnd("message");
        MessageHeader header = decodeHeader(message);
        WireReader bodyOctets = message.region(header.bodyLength(), "body");
        Optional<RequestDigest> digest =
                MessageBodyCodec.hasDigest(header) ? Optional.of(RequestDigest.decode(bodyOctets)) : Optional.empty();
        MessageBody body = MessageBodyCodec.decode(header, bodyOctets);
        bodyOctets.requireEnd("body");
        Octets credential =
                message.remaining() == 0 ? Octets.EMPTY : message.readArray(WireLimits.MESSAGE_OCTETS, "credential");
        message.requireEnd("message");
        return new HandleMessage(envelope, header, digest, body, credential);
    }

    /** The envelope alone, from the position of {@code octets}: enough to know whom to answer and how much to read. */
    public static MessageEnvelope decodeEnvelope(ByteBuffer octets) throws WireFormatException {
        return decodeEnvelope(new WireReader(octets));
    }

    /** The header alone, of a message that begins at the position of {@code octets}. */
    public static MessageHeader decodeHeader(ByteBuffer octets) throws WireFormatException {
        WireReader in = new WireReader(octets);
        in.region(WireLayout.ENVELOPE_OCTETS, "envelope");
        return decodeHeader(in);
    }

    /** The octets of a whole message, envelope first; throws when it is longer than a message may be. */
    public static byte[] encode(HandleMessage message) throws WireFormatException {
        WireWriter body = new WireWriter(WireLimits.MESSAGE_OCTETS);
        if (MessageBodyCodec.hasDigest(message.header())
                != message.requestDigest().isPresent()) {
            throw new IllegalArgumentException("a message has a request digest exactly when its flags say so");
        }
        if (message.requestDigest().isPresent()) {
            message.requestDigest().get().encode(body);
        }
        message.body().encode(body);
        int length = WireLayout.HEADER_OCTETS
                + body.length()
                + WireLayout.LENGTH_OCTETS
                + message.credential().length();
        if (length > WireLimits.MESSAGE_OCTETS) {
            throw new WireFormatException(
                    Reason.TOO_LONG, "message length", WireLayout.MESSAGE_LENGTH, WireLimits.MESSAGE_OCTETS, length);
        }
        WireWriter out = new WireWriter(WireLayout.ENVELOPE_OCTETS + length);
        encodeEnvelope(message.envelope().withMessageLength(length), out);
        encodeHeader(message.header().withBodyLength(body.length()), out);
        out.writeOctets(body.toArray(), "body");
        out.writeArray(message.credential().toArray(), WireLimits.MESSAGE_OCTETS, "credential");
        return out.toArray();
    }

    static void encodeEnvelope(MessageEnvelope envelope, WireWriter out) throws WireFormatException {
        out.writeOctet(envelope.majorVersion(), "major version");
        out.writeOctet(envelope.minorVersion(), "minor version");
        out.writeOctet(
                (envelope.isCompressed() ? WireLayout.FLAG_COMPRESSED : 0)
                        | (envelope.isEncrypted() ? WireLayout.FLAG_ENCRYPTED : 0)
                        | (envelope.isTruncated() ? WireLayout.FLAG_TRUNCATED : 0)
                        | envelope.suggestedMajorVersion() & WireLayout.SUGGESTED_MAJOR_MASK,
                "message flags");
        out.writeOctet(envelope.suggestedMinorVersion(), "suggested minor version");
        out.writeInt(envelope.sessionId(), "session id");
        out.writeInt(envelope.requestId(), "request id");
        out.writeInt(envelope.sequence(), "sequence number");
        out.writeInt(envelope.messageLength(), "message length");
    }

    private static MessageEnvelope decodeEnvelope(WireReader in) throws WireFormatException {
        int major = in.readAnyOctet("major version", "checked next, to name it as unsupported");
        if (major < MessageEnvelope.MAJOR_VERSION || major > MessageEnvelope.NEWEST_MAJOR_VERSION) {
            throw new WireFormatException(Reason.UNSUPPORTED, "major version", WireLayout.MAJOR_VERSION, 0, major);
        }
        int minor = in.readAnyOctet("minor version", "minor versions are compatible");
        int flags = in.readAnyOctet("message flags", "reserved bits are ignored");
        int suggestedMinor = in.readAnyOctet("suggested minor version", "minor versions are compatible");
        int sessionId = in.readAnyInt("session id", "opaque");
        int requestId = in.readAnyInt("request id", "opaque");
        int sequence = in.readAnyInt("sequence number", "means something in datagrams only, and is checked there");
        int lengthAt = in.offset();
        long length = in.readBounded(0, 0xFFFF_FFFFL, "message length");
        if (length > WireLimits.MESSAGE_OCTETS) {
            throw new WireFormatException(
                    Reason.TOO_LONG, "message length", lengthAt, WireLimits.MESSAGE_OCTETS, length);
        }
        if (length < MIN_MESSAGE_OCTETS) {
            throw new WireFormatException(Reason.OUT_OF_RANGE, "message length", lengthAt, MIN_MESSAGE_OCTETS, length);
        }
        return new MessageEnvelope(
                major,
                minor,
                (flags & WireLayout.FLAG_COMPRESSED) != 0,
                (flags & WireLayout.FLAG_ENCRYPTED) != 0,
                (flags & WireLayout.FLAG_TRUNCATED) != 0,
                flags & WireLayout.SUGGESTED_MAJOR_MASK,
                suggestedMinor,
                sessionId,
                requestId,
                sequence,
                (int) length);
    }

    private static void encodeHeader(MessageHeader header, WireWriter out) throws WireFormatException {
        out.writeInt(header.opCode().code(), "op code");
        out.writeInt(header.responseCode().code(), "response code");
        out.writeInt(header.flags().bits(), "op flags");
        out.writeShort(header.siteInfoSerial(), "site information serial");
        out.writeOctet(header.recursionCount(), "recursion count");
        out.writeOctet(0, "reserved");
        out.writeUnsigned(header.expirationSeconds(), "expiration time");
        out.writeInt(header.bodyLength(), "body length");
    }

    private static MessageHeader decodeHeader(WireReader in) throws WireFormatException {
        OpCode opCode = new OpCode(in.readAnyInt("op code", "unknown operations are carried on"));
        ResponseCode responseCode = new ResponseCode(in.readAnyInt("response code", "unknown codes are carried on"));
        OpFlags flags = new OpFlags(in.readAnyInt("op flags", "unknown flags are carried on"));
        int serial = in.readAnyShort("site information serial", "any serial number");
        int recursionAt = in.offset();
        int recursion = in.readAnyOctet("recursion count", "checked next, for its own response code");
        if (recursion > WireLimits.RECURSION) {
            throw new WireFormatException(
                    Reason.RECURSION_TOO_DEEP, "recursion count", recursionAt, WireLimits.RECURSION, recursion);
        }
        in.readAnyOctet("reserved", "ignored");
        long expiration = in.readBounded(0, 0xFFFF_FFFFL, "expiration time");
        int bodyLength = (int) in.readBounded(0, WireLimits.MESSAGE_OCTETS, "body length");
        return new MessageHeader(opCode, responseCode, flags, serial, recursion, expiration, bodyLength);
    }
}
