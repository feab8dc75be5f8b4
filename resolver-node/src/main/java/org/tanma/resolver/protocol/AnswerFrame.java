// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.protocol;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tanma.handle.wire.HandleMessage;
import org.tanma.handle.wire.HandleMessageCodec;
import org.tanma.handle.wire.MessageBody;
import org.tanma.handle.wire.MessageCredential;
import org.tanma.handle.wire.MessageEnvelope;
import org.tanma.handle.wire.MessageHeader;
import org.tanma.handle.wire.OpFlags;
import org.tanma.handle.wire.RequestDigest;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.handle.wire.WireLayout;

/**
 * How answers to one request are put into octets: its ids and version, the digest if it asked for one, the code or
 * signature that vouches for them, encryption if it came encrypted.
 *
 * <p>Immutable.
 */
record AnswerFrame(
        MessageEnvelope request,
        MessageHeader header,
        Optional<RequestDigest> digest,
        @Nullable ProtocolSession session,
        long counter,
        @Nullable PrivateKey siteKey,
        int siteSerial,
        RandomGenerator random) {
    private static final int PROMISES = OpFlags.CERTIFIED
            | OpFlags.CACHE_CERTIFIED
            | OpFlags.ENCRYPTED
            | OpFlags.CONTINUOUS
            | OpFlags.RETURN_DIGEST
            | OpFlags.TRUSTED_QUERY
            | OpFlags.TRUSTED_RESULT;

    /** The same frame around the answer to the request that a challenge was made for. */
    AnswerFrame answering(MessageHeader original) {
        return new AnswerFrame(request, original, digest, session, counter, siteKey, siteSerial, random);
    }

    /** The same frame, vouched for by the key of a session. */
    AnswerFrame inSession(ProtocolSession of, long messageCounter) {
        return new AnswerFrame(request, header, digest, of, messageCounter, siteKey, siteSerial, random);
    }

    /** The version of the request. */
    ProtocolVersion version() {
        return new ProtocolVersion(request.majorVersion(), request.minorVersion());
    }

    /** The octets of an answer. */
    byte[] encode(ResponseCode code, MessageBody body, boolean isMoreComing) {
        return encode(code, body, isMoreComing, request.sessionId(), digest);
    }

    /** The octets of an answer that says another session id, and begins with {@code begin} if that is given. */
    byte[] encode(
            ResponseCode code, MessageBody body, boolean isMoreComing, int sessionId, Optional<RequestDigest> begin) {
        boolean isSigned = siteKey != null && session == null && header.flags().has(OpFlags.CERTIFIED);
        OpFlags flags = header.flags()
                .without(PROMISES)
                .with(isMoreComing ? OpFlags.CONTINUOUS : 0)
                .with(isSigned ? OpFlags.CERTIFIED : 0)
                .with(begin.isPresent() || code.equals(ResponseCode.AUTHENTICATION_NEEDED) ? OpFlags.RETURN_DIGEST : 0);
        ProtocolVersion asked = version();
        ProtocolVersion spoken = asked.ofAnswer();
        ProtocolVersion suggested = asked.suggested();
        MessageEnvelope envelope = new MessageEnvelope(
                spoken.major(),
                spoken.minor(),
                false,
                false,
                false,
                suggested.major(),
                suggested.minor(),
                sessionId,
                request.requestId(),
                0,
                0);
        MessageHeader answer = header.toAnswer(asked.codeFor(code), siteSerial).withFlags(flags);
        boolean hasDigest = begin.isPresent() && !code.equals(ResponseCode.AUTHENTICATION_NEEDED);
        HandleMessage message = new HandleMessage(
                envelope, answer, hasDigest ? begin : Optional.empty(), body, org.tanma.handle.wire.Octets.EMPTY);
        try {
            return protect(envelope, HandleMessageCodec.encode(message), isSigned);
        } catch (WireFormatException | GeneralSecurityException e) {
            throw new IllegalStateException("an answer made here cannot be put into octets", e);
        }
    }

    private byte[] protect(MessageEnvelope envelope, byte[] plain, boolean isSigned)
            throws GeneralSecurityException, WireFormatException {
        int end = plain.length - WireLayout.LENGTH_OCTETS;
        ByteBuffer vouchedFor = ByteBuffer.wrap(plain, WireLayout.ENVELOPE_OCTETS, end - WireLayout.ENVELOPE_OCTETS);
        MessageCredential credential;
        if (session != null) {
            credential = MessageCredential.code(session.key(), counter, envelope, vouchedFor);
        } else if (isSigned && siteKey != null) {
            credential = MessageCredential.sign(siteKey, envelope, vouchedFor);
        } else {
            return plain;
        }
        byte[] tail = credential.encode().toArray();
        byte[] message = Arrays.copyOf(plain, plain.length + tail.length);
        ByteBuffer.wrap(message)
                .putInt(WireLayout.MESSAGE_LENGTH, message.length - WireLayout.ENVELOPE_OCTETS)
                .putInt(end, tail.length);
        System.arraycopy(tail, 0, message, plain.length, tail.length);
        return session != null && request.isEncrypted() ? encrypt(session, envelope, message) : message;
    }

    private byte[] encrypt(ProtocolSession by, MessageEnvelope envelope, byte[] message)
            throws GeneralSecurityException {
        byte[] vector = new byte[by.cipher().vectorOctets()];
        random.nextBytes(vector);
        byte[] clear = Arrays.copyOfRange(message, WireLayout.ENVELOPE_OCTETS, message.length);
        byte[] hidden = by.cipher().encrypt(envelope, clear, vector);
        byte[] whole = Arrays.copyOf(message, WireLayout.ENVELOPE_OCTETS + hidden.length);
        System.arraycopy(hidden, 0, whole, WireLayout.ENVELOPE_OCTETS, hidden.length);
        whole[WireLayout.MESSAGE_FLAGS] |= (byte) WireLayout.FLAG_ENCRYPTED;
        ByteBuffer.wrap(whole).putInt(WireLayout.MESSAGE_LENGTH, hidden.length);
        return whole;
    }
}
