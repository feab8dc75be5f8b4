// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.protocol;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import org.tanma.handle.wire.HandleMessage;
import org.tanma.handle.wire.HandleMessageCodec;
import org.tanma.handle.wire.MessageCredential;
import org.tanma.handle.wire.MessageEnvelope;
import org.tanma.handle.wire.SessionCipher;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.handle.wire.WireLayout;

/** A message of a session as it came: decrypted, and whether the session's key vouches for it. */
final class SessionMessage {
    private SessionMessage() {}

    /** The message in the clear, envelope first, from the buffer's position to its limit. */
    static ByteBuffer decrypt(SessionCipher cipher, MessageEnvelope envelope, ByteBuffer request)
            throws GeneralSecurityException {
        byte[] hidden = new byte[request.remaining() - WireLayout.ENVELOPE_OCTETS];
        request.slice(request.position() + WireLayout.ENVELOPE_OCTETS, hidden.length)
                .get(hidden);
        byte[] clear = cipher.decrypt(envelope, hidden);
        ByteBuffer whole = ByteBuffer.allocate(WireLayout.ENVELOPE_OCTETS + clear.length);
        whole.put(request.slice(request.position(), WireLayout.ENVELOPE_OCTETS))
                .put(clear)
                .flip();
        whole.put(WireLayout.MESSAGE_FLAGS, (byte) (whole.get(WireLayout.MESSAGE_FLAGS) & ~WireLayout.FLAG_ENCRYPTED));
        return whole.putInt(WireLayout.MESSAGE_LENGTH, clear.length);
    }

    /** True when the credential of a message, which lies in {@code clear}, was made with this key. */
    static boolean isCode(MessageCredential credential, byte[] key, HandleMessage message, ByteBuffer clear) {
        ByteBuffer vouchedFor = clear.slice(
                clear.position() + WireLayout.ENVELOPE_OCTETS,
                WireLayout.HEADER_OCTETS + message.header().bodyLength());
        return credential.isCodeOf(key, message.envelope(), vouchedFor);
    }

    /** True when this key decrypts a message, if it is encrypted, and was used to vouch for it. */
    static boolean isOf(byte[] key, MessageEnvelope envelope, ByteBuffer request) {
        try {
            ByteBuffer clear = envelope.isEncrypted()
                    ? decrypt(SessionCipher.of(SessionCipher.AES, key), envelope, request)
                    : request;
            HandleMessage message = HandleMessageCodec.decode(clear);
            return message.credential().length() > 0
                    && isCode(MessageCredential.decode(message.credential()), key, message, clear);
        } catch (GeneralSecurityException | WireFormatException e) {
            return false;
        }
    }
}
