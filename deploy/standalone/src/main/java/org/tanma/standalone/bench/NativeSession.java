// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import javax.crypto.Cipher;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.wire.Challenge;
import org.tanma.handle.wire.ErrorResponse;
import org.tanma.handle.wire.HandleMessage;
import org.tanma.handle.wire.HandleMessageCodec;
import org.tanma.handle.wire.KeyRecord;
import org.tanma.handle.wire.MessageBody;
import org.tanma.handle.wire.MessageCredential;
import org.tanma.handle.wire.MessageEnvelope;
import org.tanma.handle.wire.MessageHeader;
import org.tanma.handle.wire.Octets;
import org.tanma.handle.wire.OpCode;
import org.tanma.handle.wire.OpFlags;
import org.tanma.handle.wire.RecordRequest;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.SessionSetupRequest;
import org.tanma.handle.wire.SessionSetupResponse;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.handle.wire.WireLayout;

/**
 * A session of an administrator: what its messages are vouched for with.
 *
 * @param id its number at the server
 * @param key with which codes are made; 16 octets
 */
record NativeSession(int id, Octets key) {
    /** The counters that {@link #begin} has used up. */
    static final long COUNTERS_USED = 1;

    private static final int RSA_BITS = 2_048;
    private static final int ALGORITHM_OCTETS = Integer.BYTES;

    /** A key pair for as many sessions as are wanted. */
    static KeyPair exchangeKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    /** What a request to create a record says; its credential is made for each session. */
    static HandleMessage create(int sessionId, HandleRecord record) {
        return HandleMessage.of(
                envelope(sessionId, 1),
                MessageHeader.request(OpCode.CREATE_HANDLE, new OpFlags(OpFlags.KEEP_ALIVE)),
                new RecordRequest(record.name(), record.values()));
    }

    static MessageEnvelope envelope(int sessionId, int requestId) {
        return new MessageEnvelope(
                MessageEnvelope.MAJOR_VERSION,
                MessageEnvelope.MINOR_VERSION,
                false,
                false,
                false,
                MessageEnvelope.MAJOR_VERSION,
                MessageEnvelope.MINOR_VERSION,
                sessionId,
                requestId,
                0,
                0);
    }

    /**
     * Sets a session up and shows the administrator's key in it, by creating the first record.
     *
     * @throws ServerRefusedException when the server does not take one of these
     */
    static NativeSession begin(LoadPlan plan, AdminKey admin, KeyPair exchangeKey, HandleRecord first)
            throws IOException {
        try (NativeExchange server = new NativeExchange(plan)) {
            NativeSession session = setUp(server, exchangeKey);
            server.send(session.vouched(create(session.id, first), COUNTERS_USED));
            HandleMessage answer = server.receive();
            if (answer.body() instanceof Challenge challenge) {
                server.send(encode(session.id, OpCode.RESPONSE_TO_CHALLENGE, admin.answer(challenge)));
                answer = server.receive();
            }
            requireSuccess("creating " + first.name(), answer);
            return session;
        } catch (GeneralSecurityException | WireFormatException e) {
            throw new ServerRefusedException("a session cannot be set up: " + e.getMessage());
        }
    }

    private static NativeSession setUp(NativeExchange server, KeyPair exchangeKey)
            throws IOException, GeneralSecurityException, WireFormatException {
        Octets publicKey = Octets.of(KeyRecord.encode(exchangeKey.getPublic()));
        server.send(encode(
                0,
                OpCode.SESSION_SETUP,
                new SessionSetupRequest(SessionSetupRequest.CLIENT_KEY, 0, "", 0, publicKey, "", 0, 0)));
        HandleMessage answer = server.receive();
        requireSuccess("setting a session up", answer);
        if (!(answer.body() instanceof SessionSetupResponse response)) {
            throw new ServerRefusedException("setting a session up: " + answer.body());
        }
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.DECRYPT_MODE, exchangeKey.getPrivate());
        byte[] coded = cipher.doFinal(response.exchanged().toArray());
        byte[] key = Arrays.copyOfRange(coded, ALGORITHM_OCTETS, coded.length);
        return new NativeSession(answer.envelope().sessionId(), Octets.of(key));
    }

    private static byte[] encode(int sessionId, OpCode operation, MessageBody body) throws WireFormatException {
        return HandleMessageCodec.encode(HandleMessage.of(
                envelope(sessionId, 1), MessageHeader.request(operation, new OpFlags(OpFlags.KEEP_ALIVE)), body));
    }

    private static void requireSuccess(String what, HandleMessage answer) throws ServerRefusedException {
        ResponseCode code = answer.header().responseCode();
        if (!code.equals(ResponseCode.SUCCESS)) {
            String why = answer.body() instanceof ErrorResponse error ? ": " + error.message() : "";
            throw new ServerRefusedException(what + ": " + code + why);
        }
    }

    /** The octets of a message with the code that vouches for it. */
    byte[] vouched(HandleMessage message, long counter) throws WireFormatException, GeneralSecurityException {
        byte[] plain = HandleMessageCodec.encode(message);
        int end = plain.length - WireLayout.LENGTH_OCTETS;
        ByteBuffer vouchedFor = ByteBuffer.wrap(plain, WireLayout.ENVELOPE_OCTETS, end - WireLayout.ENVELOPE_OCTETS);
        Octets credential = MessageCredential.code(key.toArray(), counter, message.envelope(), vouchedFor)
                .encode();
        return HandleMessageCodec.encode(new HandleMessage(
                message.envelope(), message.header(), message.requestDigest(), message.body(), credential));
    }
}
