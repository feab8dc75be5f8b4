// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import javax.crypto.Cipher;
import org.tanma.handle.wire.HandleMessage;
import org.tanma.handle.wire.HandleMessageCodec;
import org.tanma.handle.wire.KeyRecord;
import org.tanma.handle.wire.MessageCredential;
import org.tanma.handle.wire.MessageEnvelope;
import org.tanma.handle.wire.MessageHeader;
import org.tanma.handle.wire.Octets;
import org.tanma.handle.wire.OpCode;
import org.tanma.handle.wire.OpFlags;
import org.tanma.handle.wire.SessionSetupRequest;
import org.tanma.handle.wire.SessionSetupResponse;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.handle.wire.WireLayout;

/** The client's end of a session whose key the node sent under the client's RSA key. */
final class NativeSession {
    private static final KeyPair RSA = pair();
    private static final int UNDER_CLIENT_KEY = 1;
    private static final int SECONDS = 3_600;

    private final int id;
    private final byte[] key;
    private int counter;

    private NativeSession(int id, byte[] key) {
        this.id = id;
        this.key = key;
    }

    /** One request and its answer. */
    @FunctionalInterface
    interface Asking {
        HandleMessage ask(byte[] request) throws WireFormatException;
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(1_024);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static NativeSession open(Asking node) throws WireFormatException {
        SessionSetupRequest setup = new SessionSetupRequest(
                UNDER_CLIENT_KEY, SECONDS, "", 0, Octets.of(KeyRecord.encode(RSA.getPublic())), "", 0, 0);
        HandleMessage opened = node.ask(HandleMessageCodec.encode(HandleMessage.of(
                new MessageEnvelope(2, 11, false, false, false, 2, 11, 0, 1, 0, 0),
                MessageHeader.request(OpCode.SESSION_SETUP, new OpFlags(0)),
                setup)));
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.DECRYPT_MODE, RSA.getPrivate());
            byte[] coded = cipher.doFinal(
                    ((SessionSetupResponse) opened.body()).exchanged().toArray());
            return new NativeSession(
                    opened.envelope().sessionId(), Arrays.copyOfRange(coded, Integer.BYTES, coded.length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same message as one of the session, with the next counter; what has no header stays as it is. */
    byte[] vouchFor(byte[] message) throws WireFormatException {
        int end = message.length - WireLayout.LENGTH_OCTETS;
        if (end < WireLayout.BODY) {
            return message;
        }
        byte[] inside = Arrays.copyOfRange(message, WireLayout.ENVELOPE_OCTETS, end);
        ByteBuffer.wrap(inside)
                .putInt(WireLayout.BODY_LENGTH - WireLayout.ENVELOPE_OCTETS, inside.length - WireLayout.HEADER_OCTETS);
        int requestId = ByteBuffer.wrap(message).getInt(WireLayout.REQUEST_ID);
        MessageEnvelope envelope = new MessageEnvelope(2, 11, false, false, false, 2, 11, id, requestId, 0, 0);
        byte[] code = code(envelope, ByteBuffer.wrap(inside));
        int length = inside.length + WireLayout.LENGTH_OCTETS + code.length;
        return ByteBuffer.allocate(WireLayout.ENVELOPE_OCTETS + length)
                .put(new byte[] {2, 11, 2, 11})
                .putInt(id)
                .putInt(requestId)
                .putInt(0)
                .putInt(length)
                .put(inside)
                .putInt(code.length)
                .put(code)
                .array();
    }

    private byte[] code(MessageEnvelope envelope, ByteBuffer vouchedFor) throws WireFormatException {
        try {
            return MessageCredential.code(key, ++counter, envelope, vouchedFor)
                    .encode()
                    .toArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
