// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.wire.DigestAlgorithm;
import org.tanma.handle.wire.OpFlags;
import org.tanma.handle.wire.RequestDigest;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.handle.wire.WireLayout;
import org.tanma.handle.wire.WireLimits;
import org.tanma.resolver.protocol.ProtocolVersion;
import org.tanma.resolver.resolve.Resolution;
import org.tanma.resolver.store.EncodedValues;

/**
 * Appends one answer to a buffer, envelope and message in one piece.
 *
 * <p>Needs the request's envelope at least; what the request's header would say is 0 when it is cut off. The answer
 * echoes the session and request ids, the operation and its flags less those that would promise something not done here:
 * signing, encrypting, going on in further messages, checking what others say or the signatures in a record. It also echoes the time at which the request expires, since clients
 * refuse an answer that has expired and the asker's clock is the one that judges. Stateless.
 */
final class AnswerWriter {
    private static final int PROMISES = OpFlags.CERTIFIED
            | OpFlags.CACHE_CERTIFIED
            | OpFlags.ENCRYPTED
            | OpFlags.CONTINUOUS
            | OpFlags.RETURN_DIGEST
            | OpFlags.TRUSTED_QUERY
            | OpFlags.TRUSTED_RESULT;

    private static final int MOST_ERROR_OCTETS = 384;

    private final int siteSerial;

    AnswerWriter(int siteSerial) {
        this.siteSerial = siteSerial;
    }

    void writeFound(ByteBuf out, ByteBuffer request, Resolution.Found found) {
        int start = begin(out, request, ResponseCode.SUCCESS);
        writeString(out, found.name().toString());
        out.writeInt(found.values().count());
        out.writeBytes(found.values().octets());
        end(out, start);
    }

    /** Without the values, which the asker can look up, when the answer would have more than {@code most} octets with them. */
    void writeReferral(ByteBuf out, ByteBuffer request, Resolution.Referral referral, int most) {
        int octets =
                messageOctets(request, referral.referral(), referral.values().octetCount());
        EncodedValues values = octets > most ? EncodedValues.NONE : referral.values();
        int start = begin(out, request, referral.responseCode());
        writeString(out, referral.referral().toString());
        out.writeInt(values.count());
        out.writeBytes(values.octets());
        end(out, start);
    }

    void writeSite(ByteBuf out, ByteBuffer request, byte[] encodedSite) {
        int start = begin(out, request, ResponseCode.SUCCESS);
        out.writeBytes(encodedSite);
        end(out, start);
    }

    /** Octets of an answer that tells the site, without the envelope and a digest. */
    static int siteOctets(NodeSite site) {
        return WireLayout.HEADER_OCTETS + site.octets().length() + WireLayout.LENGTH_OCTETS;
    }

    /** The message is cut after {@value #MOST_ERROR_OCTETS} octets, so that an error always fits one datagram. */
    void writeError(ByteBuf out, ByteBuffer request, ResponseCode code, String message) {
        int start = begin(out, request, code);
        ByteBuffer text = ByteBuffer.allocate(MOST_ERROR_OCTETS);
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(message), text, true);
        out.writeInt(text.position());
        out.writeBytes(text.flip());
        end(out, start);
    }

    /** Octets of a message that says what was found, without the envelope. */
    static int messageOctets(ByteBuffer request, Resolution.Found found) {
        return messageOctets(request, found.name(), found.values().octetCount());
    }

    private static int messageOctets(ByteBuffer request, HandleName handle, int valueOctets) {
        int digest = requestDigest(request).map(d -> 1 + d.digest().length()).orElse(0);
        return WireLayout.HEADER_OCTETS
                + digest
                + WireLayout.LENGTH_OCTETS
                + handle.foldedOctets().length
                + WireLayout.LENGTH_OCTETS
                + valueOctets
                + WireLayout.LENGTH_OCTETS;
    }

    private int begin(ByteBuf out, ByteBuffer request, ResponseCode code) {
        int start = out.writerIndex();
        out.writeZero(WireLayout.BODY);
        out.setInt(
                start + WireLayout.RESPONSE_CODE, asked(request).codeFor(code).code());
        out.setShort(start + WireLayout.SITE_INFO_SERIAL, siteSerial);
        echo(out, start, request);
        if (hasHeader(request)) {
            requestDigest(request).ifPresent(digest -> writeDigest(out, start, digest));
        }
        return start;
    }

    private static ProtocolVersion asked(ByteBuffer request) {
        int at = request.position();
        return new ProtocolVersion(
                request.get(at + WireLayout.MAJOR_VERSION) & 0xFF, request.get(at + WireLayout.MINOR_VERSION) & 0xFF);
    }

    /** Sets what every answer repeats of its request, and all that of one request differs from that of another. */
    static void echo(ByteBuf out, int start, ByteBuffer request) {
        int at = request.position();
        ProtocolVersion asked = asked(request);
        ProtocolVersion suggested = asked.suggested();
        ProtocolVersion spoken = asked.ofAnswer();
        out.setByte(start + WireLayout.MAJOR_VERSION, spoken.major());
        out.setByte(start + WireLayout.MINOR_VERSION, spoken.minor());
        out.setByte(start + WireLayout.MESSAGE_FLAGS, suggested.major());
        out.setByte(start + WireLayout.SUGGESTED_MINOR_VERSION, suggested.minor());
        out.setInt(start + WireLayout.SESSION_ID, request.getInt(at + WireLayout.SESSION_ID));
        out.setInt(start + WireLayout.REQUEST_ID, request.getInt(at + WireLayout.REQUEST_ID));
        if (hasHeader(request)) {
            out.setInt(start + WireLayout.OP_CODE, request.getInt(at + WireLayout.OP_CODE));
            out.setInt(start + WireLayout.OP_FLAGS, request.getInt(at + WireLayout.OP_FLAGS) & ~PROMISES);
            int recursion = Byte.toUnsignedInt(request.get(at + WireLayout.RECURSION_COUNT));
            // More was refused, and an answer that said more could not be read either.
            out.setByte(start + WireLayout.RECURSION_COUNT, Math.min(recursion, WireLimits.RECURSION));
            out.setInt(start + WireLayout.EXPIRATION_TIME, request.getInt(at + WireLayout.EXPIRATION_TIME));
        }
    }

    private static void writeDigest(ByteBuf out, int start, RequestDigest digest) {
        int flags = out.getInt(start + WireLayout.OP_FLAGS);
        out.setInt(start + WireLayout.OP_FLAGS, flags | OpFlags.RETURN_DIGEST);
        out.writeByte(digest.algorithm().code());
        out.writeBytes(digest.digest().asBuffer());
    }

    private static void end(ByteBuf out, int start) {
        out.setInt(start + WireLayout.BODY_LENGTH, out.writerIndex() - start - WireLayout.BODY);
        out.writeInt(0);
        out.setInt(start + WireLayout.MESSAGE_LENGTH, out.writerIndex() - start - WireLayout.ENVELOPE_OCTETS);
    }

    private static boolean hasHeader(ByteBuffer request) {
        return request.remaining() >= WireLayout.BODY;
    }

    /** The digest to begin with; empty when it was not asked for or the request is cut short. */
    private static Optional<RequestDigest> requestDigest(ByteBuffer request) {
        boolean isAsked = hasHeader(request)
                && new OpFlags(request.getInt(request.position() + WireLayout.OP_FLAGS)).has(OpFlags.RETURN_DIGEST);
        if (!isAsked) {
            return Optional.empty();
        }
        try {
            return Optional.of(RequestDigest.ofRequest(DigestAlgorithm.SHA_256, request));
        } catch (WireFormatException e) {
            return Optional.empty();
        }
    }

    private static void writeString(ByteBuf out, String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(octets.length);
        out.writeBytes(octets);
    }
}
